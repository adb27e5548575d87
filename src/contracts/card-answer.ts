import { z } from "zod";
import { snoozes } from "../domain/check-in/good-time";
import { id } from "./wire";

/** What a button on a card may ask for. */
export const cardVerbs = ["answer", "snooze", "open"] as const;
export type CardVerb = (typeof cardVerbs)[number];

/** Most inputs that one card may send: far above what fits on a card. */
const mostInputs = 200;

const inputs = z
  .record(z.string().max(100), z.unknown())
  .refine((all) => Object.keys(all).length <= mostInputs, "has too many inputs");

/** `adaptiveCard/action` as Teams sends it: the action's data and the card's inputs together. */
export const cardAction = z.object({
  action: z.object({ verb: z.string().max(100), data: inputs.default({}) }),
});

/** The same as a plain message with a `value`, from clients without universal actions. */
export const flatSubmit = inputs;

/** Until when a card's question is put off. */
export const snoozeData = z.looseObject({ until: z.enum(snoozes) });

/** The one thing a card says about itself; the server looks up the rest. */
export const cardData = z.looseObject({ deliveryId: id });

/** Ids of inputs that are not device ids. */
export const unlistedInput = "unlisted";
export const noteInput = "note";
export const commentInput = "comment";
export const stepInput = "step";
export const stopsInput = "stops";
export const attendedInput = "attended";

export interface CardAction {
  /** As sent; may be one that nobody knows. */
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}
