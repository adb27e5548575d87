import { z } from "zod";
import { holdDecisions } from "../domain/sending-hold";
import { endpoint } from "./endpoint";
import { instantOut, optionalLine } from "./wire";

const hold = z.object({
  /** When the back-up was put back. */
  since: instantOut,
  /** When it was made. */
  backupAt: instantOut,
  /** Messages that wait and may have gone out between the two. */
  doubtful: z.number().int(),
});
export type SendingHoldAnswer = z.output<typeof hold>;

export const getSendingHold = endpoint({
  method: "GET",
  path: "/api/sending-hold",
  summary: "Whether nothing is sent because a back-up was restored; null while sending goes on",
  response: z.object({ hold: hold.nullable() }),
});

export const releaseSending = endpoint({
  method: "POST",
  path: "/api/sending-hold/release",
  summary:
    "Let sending go on after a restore: send what may have gone out already once more, or leave it unsent",
  body: z.strictObject({ messages: z.enum(holdDecisions), reason: optionalLine(500) }),
  response: z.object({ left: z.number().int(), sent: z.number().int() }),
});
