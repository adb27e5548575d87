import type { AuditBreak, AuditVerification } from "../../src/database/audit-verification";

const meanings: Readonly<Record<AuditBreak, string>> = {
  content: "what it says is not what was recorded, and no erasure accounts for that",
  link: "it, or an event before it, was changed, removed, added or moved",
  redaction: "what it says was taken out of other events is not what was taken out of them",
  head: "the log does not end where its end was noted: events at the end are missing or were added",
  expectation: "the end that was noted earlier is not in this log: it was cut off and written anew",
};

/** What an operator reads. */
export function reportOf(result: AuditVerification): { readonly intact: boolean; readonly text: string } {
  const { firstBreak, events, redacted, head } = result;
  if (firstBreak === null) {
    const count = events.toLocaleString("en");
    const text = `The audit log is intact: ${count} events, ${redacted.toLocaleString("en")} of them redacted.
It ends at ${head.seq}:${head.hash}
Note this line outside the database; npm run verify-audit -- --expect ${head.seq}:<hash> then proves that nothing
before it was written anew.`;
    return { intact: true, text };
  }
  const { what, seq, id } = firstBreak;
  const which = id === null ? `after event ${seq}` : `event ${seq} (${id})`;
  const text = `The audit log is BROKEN, first at ${which}: ${meanings[what]}.
${events.toLocaleString("en")} events before that are intact.`;
  return { intact: false, text };
}
