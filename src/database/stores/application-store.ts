import sql, { join, type Sql } from "sql-template-tag";
import type { Application } from "../../domain/application/application";
import type { ApplicationFilter, ApplicationSort } from "../../domain/application/application-query";
import type { Contract } from "../../domain/application/contract";
import { matchKey } from "../../domain/match-key";
import type { Page, PageRequest } from "../../domain/page";
import type { Scope } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import { applicationEntity } from "../entities/application-entities";
import { firstRow, type Reader, type Writer } from "../gateway";
import { enterApplications, forgetApplication } from "./application-findable";
import {
  type ApplicationRead,
  type ApplicationView,
  applicationColumns,
  applicationJoins,
  toApplicationRow,
  toApplicationView,
} from "./application-row";
import { applicationsWithin, usedBy } from "./application-scope";
import { inChunks } from "./chunks";
import { inPieces } from "./in-pieces";
import { keysetPage } from "./keyset-page";
import { holding } from "./record-search";
import { allOf } from "./scope-sql";

const sortColumns: Readonly<Record<ApplicationSort, Sql>> = {
  name: sql`a.name_key`,
  lifecycle: sql`a.lifecycle`,
  contractEnd: sql`a.contract_end`,
  noticeDate: sql`a.notice_date`,
};

const from = sql`application a ${applicationJoins}`;
const withSupplier = sql`application a LEFT JOIN supplier s ON s.id = a.supplier_id`;

export async function findApplication(
  reader: Reader,
  id: string,
  scope: Scope,
): Promise<ApplicationView | null> {
  const where = allOf([sql`a.id = ${id}`, applicationsWithin(scope)]);
  const row = await firstRow<ApplicationRead>(
    reader,
    sql`SELECT ${applicationColumns} FROM ${from} WHERE ${where}`,
  );
  return row === null ? null : toApplicationView(row);
}

/** Every application by name, read in pieces; for imports, exports and the pictures of the whole. */
export function allApplications(
  reader: Reader,
  scope: Scope = { kind: "everything" },
): Promise<ApplicationView[]> {
  const byName = ({ name }: ApplicationView) => matchKey(name);
  return inPieces(250, byName, async (after, size) => {
    const where = allOf([applicationsWithin(scope), sql`a.name_key > ${after}`]);
    const rows = await reader.rows<ApplicationRead>(
      sql`SELECT ${applicationColumns} FROM ${from} WHERE ${where} ORDER BY a.name_key LIMIT ${size}`,
    );
    return rows.map(toApplicationView);
  });
}

/** One page in the caller's scope, in keyset order. */
export async function applicationPage(
  reader: Reader,
  scope: Scope,
  filter: ApplicationFilter,
  page: PageRequest<ApplicationSort>,
): Promise<Page<ApplicationView>> {
  const column = sortColumns[page.sort];
  const where = allOf([applicationsWithin(scope), ...conditionsOf(reader, filter)]);
  const { items, ...rest } = await keysetPage<ApplicationRead & { sortValue: string }>(
    reader,
    {
      select: sql`SELECT ${applicationColumns}, ${column} AS "sortValue" FROM ${from}`,
      from: filter.supplier === undefined ? sql`application a` : withSupplier,
      where,
      order: [column, sql`a.name_key`],
      placeOf: ({ sortValue, nameKey }) => [sortValue, nameKey],
    },
    page,
  );
  return { ...rest, items: items.map(({ sortValue: _sortValue, ...row }) => toApplicationView(row)) };
}

function conditionsOf(reader: Reader, filter: ApplicationFilter): (Sql | null)[] {
  const is = (column: Sql, value: string | undefined) =>
    value === undefined ? null : sql`${column} = ${value}`;
  const { teamIds, ownerId, supplier, contractEndsBefore, search } = filter;
  return [
    is(sql`a.kind`, filter.kind),
    is(sql`a.lifecycle`, filter.lifecycle),
    is(sql`a.disposition`, filter.disposition),
    teamIds === undefined ? null : usedBy(sql`u.team_id IN (${join(teamIds)})`),
    ownerId === undefined ? null : sql`(a.business_owner_id = ${ownerId} OR a.it_owner_id = ${ownerId})`,
    supplier === undefined ? null : sql`(s.id = ${supplier} OR s.name_key = ${matchKey(supplier)})`,
    contractEndsBefore === undefined
      ? null
      : sql`(a.contract_end <> '' AND a.contract_end < ${contractEndsBefore})`,
    holding(reader, "application", sql`a.id`, search),
  ];
}

/**
 * Writes new applications. `named` gives what the row keeps of others: the supplier's name and the current contract.
 * @throws Refusal conflict `application-name-taken`
 */
export async function insertApplications(
  tx: Writer,
  applications: readonly Application[],
  named: (application: Application) => {
    readonly supplier: string | null;
    readonly contract: Contract | null;
  },
): Promise<void> {
  await inChunks(applications, async (chunk) => {
    await refuseTakenNames(tx, chunk);
    const rows = chunk.map((application) => {
      const { supplier, contract } = named(application);
      return toApplicationRow(application, supplier, contract);
    });
    await tx.manager.insert(applicationEntity, rows).catch(asTakenName);
    await enterApplications(
      tx,
      chunk.map(({ id }) => id),
    );
  });
}

/**
 * Writes one changed application; `after.version` is one more than the version that was read.
 * @throws Refusal stale `stale`; conflict `application-name-taken`
 */
export async function updateApplication(
  tx: Writer,
  before: Application,
  after: Application,
  named: { readonly supplier: string | null; readonly contract: Contract | null },
): Promise<void> {
  if (matchKey(before.name) !== matchKey(after.name)) await refuseTakenNames(tx, [after]);
  const { id, ...values } = toApplicationRow(after, named.supplier, named.contract);
  const written = tx.manager.update(applicationEntity, { id, version: before.version }, values);
  if ((await written.catch(asTakenName)).affected !== 1) throw new Refusal("stale", "stale");
  await enterApplications(tx, [id]);
}

/**
 * Removes an application with its contracts, its use by teams and its integrations.
 * @throws Refusal stale `stale`; conflict `application-replaces-another`
 */
export async function deleteApplication(tx: Writer, application: Application): Promise<void> {
  const { id, version } = application;
  const replaced = await firstRow<{ name: string }>(
    tx,
    sql`SELECT name FROM application WHERE replaced_by_id = ${id} LIMIT 1`,
  );
  if (replaced !== null)
    throw new Refusal("conflict", "application-replaces-another", { name: replaced.name });
  if ((await tx.manager.delete(applicationEntity, { id, version })).affected !== 1) {
    throw new Refusal("stale", "stale");
  }
  await forgetApplication(tx, id);
  await tx.run(sql`DELETE FROM contract WHERE application_id = ${id}`);
  await tx.run(sql`DELETE FROM application_team WHERE application_id = ${id}`);
  await tx.run(sql`DELETE FROM integration WHERE from_id = ${id} OR to_id = ${id}`);
  await tx.run(sql`DELETE FROM disclosure_rule WHERE application_id = ${id}`);
}

async function refuseTakenNames(tx: Writer, applications: readonly Application[]): Promise<void> {
  const keys = applications.map(({ name }) => matchKey(name));
  const taken = await firstRow<{ name: string }>(
    tx,
    sql`SELECT name FROM application WHERE name_key IN (${join(keys)}) LIMIT 1`,
  );
  if (taken !== null) throw new Refusal("conflict", "application-name-taken", { name: taken.name });
}

/** Two at once can both find a name free; the unique index then lets only one of them in. */
function asTakenName(fault: unknown): never {
  const code = fault instanceof Error && "code" in fault ? fault.code : null;
  if (code === "23505" || code === "SQLITE_CONSTRAINT_UNIQUE") {
    throw new Refusal("conflict", "application-name-taken", { name: "" });
  }
  throw fault;
}
