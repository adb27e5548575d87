import sql, { empty } from "sql-template-tag";
import type { AuditEvent, FieldChange } from "../../domain/audit-event";
import { originsOf } from "../../domain/provenance";
import { chainStart } from "../audit-chain";
import { type Adder, firstRow, isWriter, type Reader, type Writer } from "../gateway";
import { appendInTurn, appendWithCommit, type StagedEvent } from "./audit-append";
import { setOrigins } from "./origin-store";

interface Waiting extends StagedEvent {
  readonly whenAppended?: (() => void) | undefined;
}

interface Staged {
  events: Waiting[];
  /** One after the other: each takes the end of the chain from the one before. */
  appending: Promise<void>;
}

const stages = new WeakMap<Adder, Staged>();

/** With one writer at a time nobody waits for the end of the chain: more than these need not be kept in memory. */
const mostStaged = 500;

/**
 * Appends events to the audit log with the transaction that they tell of. The end of the chain is taken just before
 * the commit, always last, so that writers wait for each other as briefly as can be and never in a circle; on SQLite
 * very many are appended as they come.
 * With events that came by hand it notes which fields are a person's own word from now on.
 * @param whenAppended called for each event when it has been written
 */
export async function recordEvents(
  tx: Adder,
  events: readonly AuditEvent[],
  whenAppended?: () => void,
): Promise<void> {
  for (const event of events) stage(tx, { event, redactionDigest: "", whenAppended });
  const isFull = (stages.get(tx)?.events.length ?? 0) >= mostStaged;
  if (isFull && tx.engine === "sqlite" && isWriter(tx)) await append(tx);
  await setOrigins(tx, originsOf(events));
}

/** @param redactionDigest of what this event takes out of others; '' when nothing */
export async function recordEvent(tx: Adder, event: AuditEvent, redactionDigest: string): Promise<void> {
  stage(tx, { event, redactionDigest });
}

function stage(tx: Adder, event: Waiting): void {
  let staged = stages.get(tx);
  if (staged === undefined) {
    staged = { events: [], appending: Promise.resolve() };
    stages.set(tx, staged);
    tx.beforeCommit("history", (writer) => endOf(tx, writer));
  }
  staged.events.push(event);
}

/** Of additions that share a transaction the events are appended together, when each has handed over its own. */
async function endOf(tx: Adder, writer: Writer): Promise<void> {
  if (tx === writer) return append(writer);
  for (const event of stages.get(tx)?.events.splice(0) ?? []) stage(writer, event);
}

function append(tx: Writer): Promise<void> {
  const staged = stages.get(tx);
  if (staged === undefined) return Promise.resolve();
  const events = staged.events.splice(0);
  staged.appending = staged.appending.then(() => appendAll(tx, events));
  return staged.appending;
}

async function appendAll(tx: Writer, events: readonly Waiting[]): Promise<void> {
  if (events.length === 0) return;
  const appended = (some: readonly Waiting[]) => {
    for (const { whenAppended } of some) whenAppended?.();
  };
  if (tx.engine === "sqlite") await appendInTurn(tx, events, appended);
  else await appendWithCommit(tx, events, appended);
}

/** Where the chain ends; an empty log ends where it starts. */
export async function auditHead(reader: Reader): Promise<{ seq: number; hash: string }> {
  const head = await firstRow<{ seq: number; hash: string }>(reader, sql`SELECT seq, hash FROM audit_head`);
  return head ?? { seq: 0, hash: chainStart };
}

export interface HistoryEntry {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string | null;
  readonly door: string;
  readonly action: string;
  readonly changes: readonly FieldChange[];
  readonly reason: string | null;
}

/** Newest first; `before` is the sequence number of the last entry of the page before. */
export async function historyOf(
  reader: Reader,
  subject: { readonly kind: string; readonly id: string },
  limit: number,
  before: number | null,
): Promise<{ entries: HistoryEntry[]; total: number }> {
  const where = sql`e.subject_kind = ${subject.kind} AND e.subject_id = ${subject.id}`;
  const rows = await reader.rows<Omit<HistoryEntry, "changes"> & { changes: string }>(sql`
    SELECT e.seq, e.id, e.at, e.actor_id AS "actorId", p.name AS "actorName", e.door, e.action, e.changes,
           NULLIF(e.reason, '') AS reason
      FROM audit_event e LEFT JOIN person p ON p.id = e.actor_id
     WHERE ${where} ${before === null ? empty : sql`AND e.seq < ${before}`}
     ORDER BY e.seq DESC LIMIT ${limit}`);
  const [count] = await reader.rows<{ n: number }>(
    sql`SELECT CAST(count(*) AS integer) AS n FROM audit_event e WHERE ${where}`,
  );
  const entries = rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as FieldChange[] }));
  return { entries, total: count?.n ?? 0 };
}
