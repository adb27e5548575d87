import sql from "sql-template-tag";
import {
  chainStart,
  contentHashOf,
  type EventContent,
  type EventLink,
  linkHashOf,
  redactionDigestOf,
} from "./audit-chain";
import type { Reader } from "./gateway";
import { auditHead } from "./stores/audit-store";

/**
 * - `content`: what the event says is not what was recorded, and no redaction accounts for it
 * - `link`: the event was changed, or one before it was changed, removed, added or moved
 * - `redaction`: what was taken out of other events is not what this event says
 * - `head`: the log does not end where its end was noted; events at the end are missing or were added
 * - `expectation`: an end that was noted outside the database is not in the log
 */
export type AuditBreak = "content" | "link" | "redaction" | "head" | "expectation";

export interface AuditVerification {
  readonly events: number;
  /** Events that something was taken out of, each counted once. */
  readonly redacted: number;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly firstBreak: { readonly what: AuditBreak; readonly seq: number; readonly id: string | null } | null;
}

type StoredEvent = EventContent & EventLink & { readonly hash: string };

interface Redaction {
  readonly redactionId: string;
  readonly seq: number;
  readonly contentHash: string;
}

const atOnce = 2_000;

/**
 * Walks the whole chain from its start; `reader` must see one state of the database throughout.
 * @param expected an end of the chain as it was noted earlier, outside the database
 */
export async function verifyAuditLog(
  reader: Reader,
  expected: { readonly seq: number; readonly hash: string } | null = null,
): Promise<AuditVerification> {
  const head = await auditHead(reader);
  const redactions = await allRedactions(reader);
  const current = currentContents(redactions);
  const digests = digestsOf(redactions);
  let [seq, hash, events] = [0, chainStart, 0];
  let asExpected = expected === null || (expected.seq === 0 && expected.hash === chainStart);
  const broken = (what: AuditBreak, at: { seq: number; id: string | null }) => ({
    events,
    redacted: current.size,
    head,
    firstBreak: { what, seq: at.seq, id: at.id },
  });
  for (;;) {
    const page = await eventsAfter(reader, seq);
    for (const event of page) {
      if (contentHashOf(event) !== (current.get(event.seq) ?? event.contentHash))
        return broken("content", event);
      if (linkHashOf(hash, event.seq, event) !== event.hash) return broken("link", event);
      if (event.redactionDigest !== (digests.get(event.id) ?? "")) return broken("redaction", event);
      if (event.seq === expected?.seq && event.hash === expected.hash) asExpected = true;
      digests.delete(event.id);
      [seq, hash, events] = [event.seq, event.hash, events + 1];
    }
    if (page.length < atOnce) break;
  }
  if (seq !== head.seq || hash !== head.hash) return broken("head", { seq, id: null });
  if (!asExpected) return broken("expectation", { seq, id: null });
  const [orphan] = digests.keys();
  if (orphan !== undefined) return broken("redaction", { seq, id: orphan });
  return { events, redacted: current.size, head, firstBreak: null };
}

function eventsAfter(reader: Reader, seq: number): Promise<StoredEvent[]> {
  return reader.rows<StoredEvent>(sql`
    SELECT seq, id, at, actor_id AS "actorId", door, action, subject_kind AS "subjectKind", subject_id AS "subjectId",
           changes, reason, salt, content_hash AS "contentHash", redaction_digest AS "redactionDigest", hash
      FROM audit_event WHERE seq > ${seq} ORDER BY seq LIMIT ${atOnce}`);
}

/** In the order in which they were made: an event can be redacted more than once. */
function allRedactions(reader: Reader): Promise<Redaction[]> {
  return reader.rows<Redaction>(sql`
    SELECT r.redaction_id AS "redactionId", r.event_seq AS seq, r.content_hash AS "contentHash"
      FROM audit_redaction r LEFT JOIN audit_event e ON e.id = r.redaction_id ORDER BY e.seq, r.event_seq`);
}

function currentContents(redactions: readonly Redaction[]): Map<number, string> {
  return new Map(redactions.map(({ seq, contentHash }) => [seq, contentHash]));
}

function digestsOf(redactions: readonly Redaction[]): Map<string, string> {
  const groups = new Map<string, Redaction[]>();
  for (const redaction of redactions) {
    const group = groups.get(redaction.redactionId);
    if (group) group.push(redaction);
    else groups.set(redaction.redactionId, [redaction]);
  }
  return new Map([...groups].map(([id, redacted]) => [id, redactionDigestOf(redacted)]));
}
