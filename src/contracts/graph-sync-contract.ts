import { z } from "zod";
import { gains, partStates, syncParts } from "../domain/graph-sync/sync-part";
import { endpoint, idParams } from "./endpoint";
import { id, instantOut, listQuery, pageOf } from "./wire";

const sync = z.object({
  id,
  kind: z.enum(["full", "delta"]),
  startedAt: instantOut,
  finishedAt: instantOut.nullable(),
  state: z.enum(["running", "succeeded", "failed", "partial"]),
  /** Null for the clock. */
  requestedBy: z.string().nullable(),
  parts: z.array(
    z.object({
      name: z.enum(syncParts),
      state: z.enum(partStates),
      fetched: z.number().int(),
      message: z.string().nullable(),
      /** When it is not permitted: what an administrator of Entra ID has to grant, and what that brings. */
      permissions: z.array(z.string()),
      unlocks: z.array(z.enum(gains)),
    }),
  ),
  /** Of what was read so far, while it runs too. */
  counts: z.record(z.string(), z.number().int()),
});
export type GraphSyncAnswer = z.output<typeof sync>;

export const startGraphSync = endpoint({
  method: "POST",
  path: "/api/graph-sync",
  summary: "Read people and licences from Microsoft Graph now; how far it has come is in the list",
  response: z.object({ id }),
  status: 202,
});

export const listGraphSyncs = endpoint({
  method: "GET",
  path: "/api/graph-sync",
  summary: "Syncs with Microsoft Graph, newest first, with the state of each part",
  query: listQuery(["startedAt"], {}, "-startedAt"),
  response: pageOf(sync),
});

export const approveGraphSync = endpoint({
  method: "POST",
  path: "/api/graph-sync/{id}/approval",
  summary: "Let the people leave whose number made a sync wait for approval",
  params: idParams,
  response: sync,
});
