import { z } from "zod";
import { endpoint, idParams } from "./endpoint";
import { id, instantOut, pageOf } from "./wire";

export const fieldChange = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });

const historyItem = z.object({
  id,
  at: instantOut,
  actorId: z.string(),
  actorName: z.string().nullable(),
  door: z.string(),
  action: z.string(),
  changes: z.array(fieldChange),
  reason: z.string().nullable(),
});
export type HistoryAnswer = z.output<typeof historyItem>;

export const historyQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1000).optional(),
});

/** The history of one record, at `/api/.../{id}/history`; newest first. */
export function historyEndpoint(path: string, summary: string) {
  return endpoint({
    method: "GET",
    path,
    summary,
    params: idParams,
    query: historyQuery,
    response: pageOf(historyItem).extend({
      /** Names of the records whose ids the changes hold, by id; what is gone or out of scope has none. */
      names: z.record(z.string(), z.string()),
    }),
  });
}
