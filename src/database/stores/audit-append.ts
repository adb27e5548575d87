import sql, { empty, join, type Sql } from "sql-template-tag";
import type { AuditEvent } from "../../domain/audit-event";
import { contentHashOf, linkEndOf, linkHashOf, linkStart, newSalt } from "../audit-chain";
import { inOrder } from "../engine";
import { orEmpty } from "../entities/columns";
import { firstRow, type Kind, type Writer } from "../gateway";
import { inWritesAhead } from "./chunks";
import { custodyRowsOf, noteCustody } from "./custody-store";
import { insertOfValues, textRows } from "./write-rows";

/** An event on its way into the chain. */
export interface StagedEvent {
  readonly event: AuditEvent;
  /** Of what it takes out of others; '' when nothing. */
  readonly redactionDigest: string;
}

type Appended<T> = (events: readonly T[]) => void;

/** As it is stored, without its place in the chain. */
function contentOf({ event, redactionDigest }: StagedEvent) {
  const { id, at, actorId, door, action, subjectKind, subjectId } = event;
  const changes = JSON.stringify(event.changes);
  const reason = orEmpty(event.reason);
  const salt = newSalt();
  const contentHash = contentHashOf({ salt, actorId, subjectId, changes, reason });
  const told = [id, at, actorId, door, action, subjectKind, subjectId, changes, reason, salt, contentHash];
  return {
    link: { id, at, door, action, subjectKind, contentHash, redactionDigest },
    /** In the order of the columns, between the sequence number and the hash of the link. */
    values: [...told, redactionDigest],
  };
}

const columns = sql`seq, id, at, actor_id, door, action, subject_kind, subject_id, changes, reason, salt, content_hash,
  redaction_digest, hash`;

/** Where the chain ends, as it goes on. */
interface Head {
  seq: number;
  hash: string;
}

/** Of transactions under way on an engine with one writer at a time: nobody else can move the end meanwhile. */
const heads = new WeakMap<Writer, Head>();

async function headOf(tx: Writer): Promise<Head> {
  const known = heads.get(tx);
  if (known !== undefined) return known;
  const head = await firstRow<Head>(tx, sql`SELECT seq, hash FROM audit_head`);
  if (head === null) throw new Error("The audit log has lost the end of its chain: run npm run verify-audit");
  heads.set(tx, head);
  return head;
}

/** For an engine with one writer at a time; one call after the other. */
export async function appendInTurn<T extends StagedEvent>(
  tx: Writer,
  events: readonly T[],
  appended: Appended<T>,
): Promise<void> {
  const head = await headOf(tx);
  await inWritesAhead(events, async (chunk) => {
    const first = head.seq + 1;
    const rows = chunk.map((staged) => {
      const { link, values } = contentOf(staged);
      head.seq += 1;
      head.hash = linkHashOf(head.hash, head.seq, link);
      return [head.seq, ...values, head.hash];
    });
    const end = sql`UPDATE audit_head SET seq = ${head.seq}, hash = ${head.hash} WHERE id = 'head'`;
    await inOrder(
      tx.run(insertOfValues(`audit_event (${columns.sql})`, rows, tx.engine)),
      noteCustody(tx, first, chunk),
      tx.run(end),
    );
    appended(chunk);
  });
}

/**
 * For an engine with many writers: the end of the chain is one row that all of them want, so the database itself takes
 * it, hashes, and moves it on in a single statement, the last of which leaves with the commit.
 */
export async function appendWithCommit<T extends StagedEvent>(
  tx: Writer,
  events: readonly T[],
  appended: Appended<T>,
): Promise<void> {
  await inWritesAhead(events, async (chunk, start) => {
    if (start + chunk.length === events.length) tx.putOffTogether(newEvents, chunk);
    else await tx.run(appendStatement(chunk));
    appended(chunk);
  });
}

const newEvents: Kind<StagedEvent> = { statement: appendStatement };

/** Without an end of the chain the events have no number, which the table does not take. */
function appendStatement(events: readonly StagedEvent[]): Sql {
  const [first, ...others] = events;
  return first !== undefined && others.length === 0 ? appendOne(first) : appendMany(events);
}

/** As `appendMany`, for what most transactions tell: one event, for which nothing need be counted or chained. */
function appendOne(staged: StagedEvent): Sql {
  const { link, values } = contentOf(staged);
  return sql`
    WITH head AS (UPDATE audit_head SET seq = seq + 1, hash = encode(sha256(convert_to(
             ${linkStart} || hash || '",' || CAST(seq + 1 AS text) || ',' || ${linkEndOf(link)}, 'UTF8')), 'hex')
           WHERE id = 'head' RETURNING seq, hash)${custodyPart([staged], sql`h.seq`)}
    INSERT INTO audit_event (${columns})
      VALUES ((SELECT seq FROM head), ${join(values)}, (SELECT hash FROM head))`;
}

/** What is given stands in columns, so that one text serves any number and is planned once. */
function appendMany(events: readonly StagedEvent[]): Sql {
  const contents = events.map(contentOf);
  const ends = contents.map(({ link }) => linkEndOf(link));
  return sql`
    WITH RECURSIVE head AS (SELECT seq, hash FROM audit_head WHERE id = 'head' FOR UPDATE),
      chain (n, hash) AS (
        SELECT 0, hash FROM head
        UNION ALL
        SELECT c.n + 1, encode(sha256(convert_to(
                 ${linkStart} || c.hash || '",' || CAST(h.seq + c.n + 1 AS text) || ',' ||
                 (CAST(${ends} AS text[]))[c.n + 1], 'UTF8')), 'hex')
          FROM chain c, head h WHERE c.n < ${events.length}),
      added AS (INSERT INTO audit_event (${columns})
        SELECT h.seq + g.n, g.id, g.at, g.actor_id, g.door, g.action, g.subject_kind, g.subject_id, g.changes,
               g.reason, g.salt, g.content_hash, g.redaction_digest, c.hash
          FROM ${textRows(contents.map(({ values }) => values))} WITH ORDINALITY g (id, at, actor_id, door, action,
                 subject_kind, subject_id, changes, reason, salt, content_hash, redaction_digest, n)
               LEFT JOIN chain c ON c.n = g.n LEFT JOIN head h ON true ORDER BY g.n)${custodyPart(events, sql`h.seq + c.n`)}
    UPDATE audit_head SET seq = h.seq + c.n, hash = c.hash
      FROM head h, chain c WHERE audit_head.id = 'head' AND c.n = ${events.length}`;
}

/** @param seq of the event at place `c.n`, from the head `h` */
function custodyPart(events: readonly StagedEvent[], seq: Sql): Sql {
  const rows = custodyRowsOf(events).map(
    ({ personId, at, received }) =>
      sql`(${personId}, CAST(${at + 1} AS integer), CAST(${received} AS integer))`,
  );
  if (rows.length === 0) return empty;
  return sql`, noted AS (INSERT INTO custody_event (person_id, seq, received)
    SELECT c.person_id, ${seq}, c.received FROM head h, (VALUES ${join(rows)}) c (person_id, n, received))`;
}
