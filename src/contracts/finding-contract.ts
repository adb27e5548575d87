import { z } from "zod";
import {
  evidenceKinds,
  findingKinds,
  findingStates,
  findingSubjects,
  severities,
} from "../domain/finding/finding";
import { endpoint, idParams } from "./endpoint";
import { historyEndpoint } from "./history-contract";
import { id, instantOut, listQuery, optionalLine, pageOf } from "./wire";

const moneyOut = z.object({ amount: z.string(), currency: z.string() });
const count = z.number().int();

const finding = z.object({
  id,
  kind: z.enum(findingKinds),
  severity: z.enum(severities),
  subject: z.object({ kind: z.enum(findingSubjects), id: z.string(), name: z.string().nullable() }),
  teamId: z.string().nullable(),
  /** What is found, as a sentence in the language asked for. */
  title: z.string(),
  /** All that show it; `evidence` names the first fifty. */
  count,
  evidence: z.array(
    z.object({
      kind: z.enum(evidenceKinds),
      id: z.string(),
      title: z.string().nullable(),
      day: z.string().nullable(),
      figure: z.number().nullable(),
    }),
  ),
  /** What to do, as a sentence in the language asked for. */
  action: z.string(),
  /** Null where no money is meant, or where it is not known. */
  monthlySaving: moneyOut.nullable(),
  /** The first day on which it saves. */
  savesFrom: z.string().nullable(),
  /** The last day on which acting helps. */
  actBy: z.string().nullable(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  state: z.enum(findingStates),
  reason: z.string().nullable(),
  /** Whether the register still shows it. */
  present: z.boolean(),
  firstSeenAt: instantOut,
  lastSeenAt: instantOut,
  decidedBy: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: instantOut.nullable(),
  etag: z.string(),
});
export type FindingAnswer = z.output<typeof finding>;

const filters = {
  /** `active`, the usual, is open and planned. */
  state: z.enum(["active", "all", ...findingStates]).default("active"),
  kind: z.enum(findingKinds).optional(),
  severity: z.enum(severities).optional(),
  team: id.optional(),
  owner: id.optional(),
};

export const listFindings = endpoint({
  method: "GET",
  path: "/api/findings",
  summary: "What there is to do in the caller's scope, the most pressing first",
  query: listQuery(["urgency", "firstSeenAt"], filters),
  response: pageOf(finding),
});

export const getFindingSummary = endpoint({
  method: "GET",
  path: "/api/findings/summary",
  summary: "How many findings are open or planned in the caller's scope, and what they would save",
  response: z.object({
    total: count,
    counts: z.array(z.object({ kind: z.enum(findingKinds), severity: z.enum(severities), count })),
    monthlySaving: z.object({ known: z.array(moneyOut), unknown: count }),
    lookedAt: instantOut.nullable(),
  }),
});
export type FindingSummaryAnswer = z.output<typeof getFindingSummary.response>;

export const getFinding = endpoint({
  method: "GET",
  path: "/api/findings/{id}",
  summary: "One finding with its evidence",
  params: idParams,
  response: finding,
});

export const changeFinding = endpoint({
  method: "PATCH",
  path: "/api/findings/{id}",
  summary: "Plan it, say that it is done, dismiss it with a reason, or say who sees to it",
  params: idParams,
  body: z.strictObject({
    state: z.enum(findingStates).optional(),
    reason: optionalLine(500),
    ownerId: id.nullable().optional(),
  }),
  response: finding,
  ifMatch: true,
});

export const getFindingHistory = historyEndpoint(
  "/api/findings/{id}/history",
  "What was decided about a finding, newest first",
);

export const lookForFindings = endpoint({
  method: "POST",
  path: "/api/findings/round",
  summary: "Look through everything now instead of at night",
  response: z.object({ appeared: count, gone: count, showing: count }),
});
