import { z } from "zod";
import { addDays, isDay } from "../domain/instant";
import { endpoint } from "./endpoint";
import { id, instant, instantOut, listQuery, pageOf } from "./wire";

const auditEvent = z.object({
  id,
  at: instantOut,
  actorId: z.string(),
  /** null for the product itself, and for people who have been erased or were never known. */
  actorName: z.string().nullable(),
  door: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  reason: z.string().nullable(),
  /** Something was taken out of this event since, by an erasure or because its time was over. */
  redacted: z.boolean(),
});
export type AuditEventAnswer = z.output<typeof auditEvent>;

const day = z.string().refine(isDay, "must be a day as YYYY-MM-DD or an instant with its time zone");
/** From this moment on, that included; a day begins at midnight UTC. */
const since = z.union([instant, day.transform((text) => `${text}T00:00:00.000Z`)]);
/** Up to this moment, that excluded; a day counts to its end. */
const until = z.union([
  instant,
  day.transform((text) => addDays(new Date(`${text}T00:00:00.000Z`), 1).toISOString()),
]);

const filters = {
  actor: id.optional(),
  subjectKind: id.optional(),
  subjectId: id.optional(),
  action: id.optional(),
  from: since.optional(),
  to: until.optional(),
};

export const listAuditEvents = endpoint({
  method: "GET",
  path: "/api/audit-events",
  summary: "Who changed what from what to what, when, why and through what door; newest first",
  query: listQuery(["at"], filters, "-at"),
  response: pageOf(auditEvent).extend({
    /** Names of the people, teams and devices whose ids the events hold, by id. */
    names: z.record(z.string(), z.string()),
  }),
});

export const exportAuditEvents = endpoint({
  method: "GET",
  path: "/api/exports/audit-events.csv",
  summary:
    "The audit events that the filters leave, as CSV, newest first; that they were exported is recorded",
  query: z.strictObject({ q: z.string().trim().max(200).optional(), ...filters }),
  response: z.string(),
  media: "text/csv",
});
