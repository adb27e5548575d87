import sql, { empty, join, type Sql } from "sql-template-tag";
import {
  type Finding,
  type FindingEvidence,
  type FindingKind,
  type FindingState,
  type FindingSubject,
  identityOf,
  kindsForManagers,
  type Severity,
  urgencyOf,
} from "../../domain/finding/finding";
import type { SeverityCount } from "../../domain/finding/finding-digest";
import type { Page, PageRequest } from "../../domain/page";
import type { Scope } from "../../domain/permission";
import { orEmpty, orNull } from "../entities/columns";
import { type FindingRow, findingEntity } from "../entities/finding-entities";
import { firstRow, type Reader, type Writer } from "../gateway";
import { untilWritten } from "../row-lock";
import { inWrites } from "./chunks";
import { inPieces } from "./in-pieces";
import { keysetPage } from "./keyset-page";
import { allOf } from "./scope-sql";
import { insertRows, updateRow } from "./write-rows";

export interface FindingFilter {
  readonly states?: readonly FindingState[] | undefined;
  readonly kind?: FindingKind | undefined;
  readonly severity?: Severity | undefined;
  readonly teamIds?: readonly string[] | undefined;
  readonly ownerId?: string | undefined;
}

export interface FindingView extends Finding {
  readonly ownerName: string | null;
  readonly decidedByName: string | null;
}

type ViewRow = FindingRow & { ownerName: string | null; decidedByName: string | null };

const columns = sql`f.id, f.identity, f.kind, f.severity, f.urgency, f.subject_kind AS "subjectKind",
  f.subject_id AS "subjectId", f.team_id AS "teamId", f.owner_id AS "ownerId", f.shown_by AS count, f.evidence,
  f.saving_amount AS "savingAmount", f.saving_currency AS "savingCurrency", f.saving_from AS "savingFrom",
  f.last_day AS "actBy", f.state, f.reason, f.present, f.first_seen_at AS "firstSeenAt", f.last_seen_at AS "lastSeenAt",
  f.decided_by AS "decidedBy", f.decided_at AS "decidedAt", f.version`;
const viewed = sql`SELECT ${columns}, o.name AS "ownerName", y.name AS "decidedByName" FROM finding f
  LEFT JOIN person o ON o.id = f.owner_id LEFT JOIN person y ON y.id = f.decided_by`;

/** Managers see what concerns their teams, of the kinds that are for them; staff see none. */
function findingsWithin(scope: Scope): Sql | null {
  if (scope.kind === "everything") return null;
  if (scope.kind === "self") return sql`1 = 0`;
  return sql`(f.team_id IN (${join(scope.teamIds)}) AND f.kind IN (${join(kindsForManagers)}))`;
}

function matching(scope: Scope, { states, kind, severity, teamIds, ownerId }: FindingFilter): Sql {
  return allOf([
    findingsWithin(scope),
    states && sql`f.state IN (${join(states)})`,
    kind && sql`f.kind = ${kind}`,
    severity && sql`f.severity = ${severity}`,
    teamIds && sql`f.team_id IN (${join(teamIds)})`,
    ownerId === undefined ? null : sql`f.owner_id = ${ownerId}`,
  ]);
}

export async function findingPage(
  reader: Reader,
  scope: Scope,
  filter: FindingFilter,
  page: PageRequest<"urgency" | "firstSeenAt">,
): Promise<Page<FindingView>> {
  const byUrgency = page.sort === "urgency";
  const { items, ...rest } = await keysetPage<ViewRow>(
    reader,
    {
      select: viewed,
      from: sql`finding f`,
      where: matching(scope, filter),
      order: [byUrgency ? sql`f.urgency` : sql`f.first_seen_at`, sql`f.id`],
      placeOf: ({ urgency, firstSeenAt, id }) => [byUrgency ? urgency : firstSeenAt, id],
    },
    page,
  );
  return { ...rest, items: items.map(viewOf) };
}

export async function findFinding(reader: Reader, id: string, scope: Scope): Promise<FindingView | null> {
  const where = allOf([sql`f.id = ${id}`, findingsWithin(scope)]);
  const row = await firstRow<ViewRow>(reader, sql`${viewed} WHERE ${where}`);
  return row && viewOf(row);
}

/** Of one kind and severity, as far as the scope reaches. */
export interface FindingCount {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly count: number;
}

export function countFindings(reader: Reader, scope: Scope, filter: FindingFilter): Promise<FindingCount[]> {
  return reader.rows(sql`SELECT f.kind, f.severity, CAST(count(*) AS integer) AS count FROM finding f
    WHERE ${matching(scope, filter)} GROUP BY f.kind, f.severity ORDER BY f.kind, f.severity`);
}

/**
 * Open findings in a scope, and those that somebody sees to wherever they are: how many there are of each severity, and
 * the most pressing.
 * @param ownerId null where the caller may not see what is outside the scope
 */
export async function openFindings(
  reader: Reader,
  scope: Scope,
  ownerId: string | null,
  limit: number,
): Promise<{ readonly counts: readonly SeverityCount[]; readonly top: readonly FindingView[] }> {
  const within = findingsWithin(scope) ?? sql`1 = 1`;
  const theirs = ownerId === null ? empty : sql`OR f.owner_id = ${ownerId}`;
  const where = sql`f.state = 'open' AND (${within} ${theirs})`;
  const counts = await reader.rows<SeverityCount>(sql`SELECT f.severity, CAST(count(*) AS integer) AS count
    FROM finding f WHERE ${where} GROUP BY f.severity ORDER BY f.severity`);
  const top = await reader.rows<ViewRow>(
    sql`${viewed} WHERE ${where} ORDER BY f.urgency, f.id LIMIT ${limit}`,
  );
  return { counts, top: top.map(viewOf) };
}

/** Who owns an open finding, and is still here. */
export async function ownersOfOpenFindings(reader: Reader): Promise<string[]> {
  const rows = await reader.rows<{
    id: string;
  }>(sql`SELECT p.id FROM person p WHERE p.active = 1 AND p.id IN (
    SELECT f.owner_id FROM finding f WHERE f.state = 'open' AND f.owner_id <> '') ORDER BY p.id`);
  return rows.map(({ id }) => id);
}

/** The savings of what matches; null where the saving is unknown but seats could go. */
export async function savingsOf(reader: Reader, scope: Scope, filter: FindingFilter) {
  const rows = await reader.rows<{ amount: string; currency: string }>(sql`
    SELECT f.saving_amount AS amount, f.saving_currency AS currency FROM finding f
     WHERE ${matching(scope, filter)} AND f.kind = 'seats-to-give-up'`);
  return rows.map((saving) => (saving.amount === "" ? null : saving));
}

/** All that were ever found, for a round; read in pieces. */
export function allFindings(reader: Reader): Promise<Finding[]> {
  return inPieces(500, idOf, async (after, size) => {
    const piece = sql`SELECT ${columns} FROM finding f WHERE f.id > ${after} ORDER BY f.id LIMIT ${size}`;
    return (await reader.rows<FindingRow>(piece)).map(fromRow);
  });
}

const idOf = ({ id }: Finding) => id;

export async function lockFinding(tx: Writer, id: string): Promise<Finding | null> {
  const row = await firstRow<FindingRow>(
    tx,
    sql`SELECT ${columns} FROM finding f WHERE f.id = ${id} ${untilWritten(tx)}`,
  );
  return row && fromRow(row);
}

export function insertFindings(tx: Writer, findings: readonly Finding[]): Promise<void> {
  return inWrites(findings, async (chunk) => {
    await insertRows(tx, findingEntity, chunk.map(toRow));
  });
}

/** False when somebody changed it since it was read. */
export async function updateFinding(tx: Writer, finding: Finding, version: number): Promise<boolean> {
  const where = sql`id = ${finding.id} AND version = ${version}`;
  return (await updateRow(tx, findingEntity, toRow(finding), where)) === 1;
}

function viewOf({ ownerName, decidedByName, ...row }: ViewRow): FindingView {
  return { ...fromRow(row), ownerName, decidedByName };
}

function fromRow(row: FindingRow): Finding {
  const {
    identity: _i,
    urgency: _u,
    subjectKind,
    subjectId,
    savingAmount,
    savingCurrency,
    savingFrom,
    ...own
  } = row;
  return {
    ...own,
    kind: row.kind as FindingKind,
    severity: row.severity as Severity,
    subject: { kind: subjectKind as FindingSubject, id: subjectId },
    teamId: orNull(row.teamId),
    ownerId: orNull(row.ownerId),
    evidence: JSON.parse(row.evidence) as FindingEvidence[],
    saving:
      savingAmount === ""
        ? null
        : { monthly: { amount: savingAmount, currency: savingCurrency }, from: orNull(savingFrom) },
    actBy: orNull(row.actBy),
    state: row.state as FindingState,
    reason: orNull(row.reason),
    present: row.present === 1,
    decidedBy: orNull(row.decidedBy),
    decidedAt: orNull(row.decidedAt),
  };
}

function toRow(finding: Finding): FindingRow {
  const { subject, saving, ...own } = finding;
  return {
    ...own,
    identity: identityOf(finding),
    urgency: urgencyOf(finding),
    subjectKind: subject.kind,
    subjectId: subject.id,
    teamId: orEmpty(finding.teamId),
    ownerId: orEmpty(finding.ownerId),
    evidence: JSON.stringify(finding.evidence),
    savingAmount: saving?.monthly.amount ?? "",
    savingCurrency: saving?.monthly.currency ?? "",
    savingFrom: orEmpty(saving?.from ?? null),
    actBy: orEmpty(finding.actBy),
    reason: orEmpty(finding.reason),
    present: finding.present ? 1 : 0,
    decidedBy: orEmpty(finding.decidedBy),
    decidedAt: orEmpty(finding.decidedAt),
  };
}
