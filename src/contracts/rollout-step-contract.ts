import { z } from "zod";
import { participantStates } from "../domain/rollout/participant";
import { longestStop } from "../domain/rollout/step-answer";
import { endpoint } from "./endpoint";
import { id, instantOut, optionalLine } from "./wire";

/** What somebody says of their own step: "Do you have it? Does it work? What stops you?" IT sees it. */
export const answerMyRolloutStep = endpoint({
  method: "POST",
  path: "/api/my/rollout-steps/{deliveryId}/answer",
  summary:
    "Say how far one is in a rollout; a later answer replaces the earlier one while the question is open",
  params: z.strictObject({ deliveryId: id }),
  body: z.strictObject({
    has: z.boolean(),
    /** Left out by whoever has not tried it, or does not have it. */
    works: z.boolean().nullable().optional(),
    stops: optionalLine(longestStop),
  }),
  response: z.object({ answeredAt: instantOut, title: z.string(), state: z.enum(participantStates) }),
});
