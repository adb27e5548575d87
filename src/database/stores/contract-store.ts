import sql, { join } from "sql-template-tag";
import { type Contract, noticeDate } from "../../domain/application/contract";
import type { Day } from "../../domain/instant";
import type { Page, PageRequest } from "../../domain/page";
import type { Scope } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import { type ContractRow, contractEntity } from "../entities/application-entities";
import { orEmpty, orNull } from "../entities/columns";
import type { Reader, Writer } from "../gateway";
import { enterApplications } from "./application-findable";
import { applicationsWithin } from "./application-scope";
import { inChunks } from "./chunks";
import { keysetPage } from "./keyset-page";
import { holding } from "./record-search";
import { allOf } from "./scope-sql";
import { forgetFindable } from "./search-index";

/** A contract as lists show it. */
export interface ContractView extends Contract {
  readonly applicationName: string;
  readonly supplier: string | null;
  readonly noticeDate: Day | null;
}

type ContractRead = ContractRow & { applicationName: string; supplier: string | null; sortValue?: string };

const columns = sql`c.id, c.application_id AS "applicationId", c.supplier_id AS "supplierId", c.reference,
  c.starts_on AS start, c.ends_on AS "end", c.notice_days AS "noticeDays", c.notice_date AS "noticeDate", c.renewal,
  c.value_amount AS "valueAmount", c.value_currency AS "valueCurrency", c.version,
  a.name AS "applicationName", s.name AS supplier`;
const joins = sql`JOIN application a ON a.id = c.application_id LEFT JOIN supplier s ON s.id = c.supplier_id`;

export async function contractsOf(
  reader: Reader,
  applicationIds: readonly string[],
): Promise<ContractView[]> {
  const found: ContractView[] = [];
  await inChunks([...new Set(applicationIds)], async (chunk) => {
    const rows = await reader.rows<ContractRead>(
      sql`SELECT ${columns} FROM contract c ${joins} WHERE c.application_id IN (${join(chunk)}) ORDER BY c.id`,
    );
    found.push(...rows.map(toView));
  });
  return found;
}

export async function contractsByIds(reader: Reader, ids: readonly string[]): Promise<ContractView[]> {
  const found: ContractView[] = [];
  await inChunks([...new Set(ids)], async (chunk) => {
    const rows = await reader.rows<ContractRead>(
      sql`SELECT ${columns} FROM contract c ${joins} WHERE c.id IN (${join(chunk)}) ORDER BY c.id`,
    );
    found.push(...rows.map(toView));
  });
  return found;
}

export async function allContracts(reader: Reader): Promise<ContractView[]> {
  const rows = await reader.rows<ContractRead>(sql`SELECT ${columns} FROM contract c ${joins} ORDER BY c.id`);
  return rows.map(toView);
}

export async function findContract(reader: Reader, id: string, scope: Scope): Promise<ContractView | null> {
  const where = allOf([sql`c.id = ${id}`, applicationsWithin(scope)]);
  const rows = await reader.rows<ContractRead>(
    sql`SELECT ${columns} FROM contract c ${joins} WHERE ${where}`,
  );
  return rows[0] ? toView(rows[0]) : null;
}

/** A calendar that would hold more than this is of no use to anybody. */
const mostInCalendar = 2_000;

/** Contracts in the scope with a notice date or an end on that day or later. */
export async function contractsDueFrom(reader: Reader, scope: Scope, from: Day): Promise<ContractView[]> {
  const where = allOf([applicationsWithin(scope), sql`(c.notice_date >= ${from} OR c.ends_on >= ${from})`]);
  const rows = await reader.rows<ContractRead>(sql`SELECT ${columns} FROM contract c ${joins} WHERE ${where}
    ORDER BY c.ends_on, c.id LIMIT ${mostInCalendar}`);
  return rows.map(toView);
}

export interface ContractFilter {
  readonly noticeBefore?: Day | undefined;
  readonly applicationId?: string | undefined;
  /** A part of the application's name, the reference or the supplier's name. */
  readonly search?: string | undefined;
}

/** Contracts in the caller's scope by the date that matters; those without one come first, ascending. */
export async function contractPage(
  reader: Reader,
  scope: Scope,
  filter: ContractFilter,
  page: PageRequest<"noticeDate" | "end">,
): Promise<Page<ContractView>> {
  const column = page.sort === "noticeDate" ? sql`c.notice_date` : sql`c.ends_on`;
  const where = allOf([
    applicationsWithin(scope),
    filter.noticeBefore === undefined
      ? null
      : sql`(c.notice_date <> '' AND c.notice_date < ${filter.noticeBefore})`,
    filter.applicationId === undefined ? null : sql`c.application_id = ${filter.applicationId}`,
    holding(reader, "contract", sql`c.id`, filter.search),
  ]);
  const from = sql`contract c ${joins}`;
  const { items, ...rest } = await keysetPage<ContractRead>(
    reader,
    {
      select: sql`SELECT ${columns}, ${column} AS "sortValue" FROM ${from}`,
      from,
      where,
      order: [column, sql`c.id`],
      placeOf: ({ sortValue, id }) => [sortValue ?? "", id],
    },
    page,
  );
  return { ...rest, items: items.map(toView) };
}

export async function insertContracts(tx: Writer, contracts: readonly Contract[]): Promise<void> {
  await inChunks(contracts, async (chunk) => {
    await tx.manager.insert(contractEntity, chunk.map(toRow));
    await enterApplications(
      tx,
      chunk.map(({ applicationId }) => applicationId),
    );
  });
}

/** @throws Refusal stale `stale` when somebody else changed it meanwhile */
export async function updateContract(tx: Writer, before: Contract, after: Contract): Promise<void> {
  const { id, ...values } = toRow(after);
  const result = await tx.manager.update(contractEntity, { id, version: before.version }, values);
  if (result.affected !== 1) throw new Refusal("stale", "stale");
  await enterApplications(tx, [after.applicationId]);
}

export async function deleteContracts(tx: Writer, ids: readonly string[]): Promise<void> {
  await inChunks(ids, async (chunk) => {
    await forgetFindable(tx, "contract", chunk);
    await tx.run(sql`DELETE FROM contract WHERE id IN (${join(chunk)})`);
  });
}

/** What of a view is the record itself. */
export function toContract(view: ContractView): Contract {
  const { applicationName, supplier, noticeDate, ...own } = view;
  return own;
}

function toView(row: ContractRead): ContractView {
  return {
    id: row.id,
    applicationId: row.applicationId,
    applicationName: row.applicationName,
    supplierId: orNull(row.supplierId),
    supplier: row.supplier,
    reference: orNull(row.reference),
    start: orNull(row.start),
    end: orNull(row.end),
    noticeDays: row.noticeDays < 0 ? null : row.noticeDays,
    noticeDate: orNull(row.noticeDate),
    renewal: orNull(row.renewal) as Contract["renewal"],
    value: row.valueAmount === "" ? null : { amount: row.valueAmount, currency: row.valueCurrency },
    version: row.version,
  };
}

function toRow(contract: Contract): ContractRow {
  return {
    id: contract.id,
    applicationId: contract.applicationId,
    supplierId: orEmpty(contract.supplierId),
    reference: orEmpty(contract.reference),
    start: orEmpty(contract.start),
    end: orEmpty(contract.end),
    noticeDays: contract.noticeDays ?? -1,
    noticeDate: orEmpty(noticeDate(contract)),
    renewal: orEmpty(contract.renewal),
    valueAmount: contract.value?.amount ?? "",
    valueCurrency: contract.value?.currency ?? "",
    version: contract.version,
  };
}
