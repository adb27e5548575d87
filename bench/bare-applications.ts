import type { Application } from "../src/domain/application/application";
import { effectiveDisposition } from "../src/domain/application/application";
import { currentContract } from "../src/domain/application/contract";
import { ratingOf, scoreRisks } from "../src/domain/application/legacy-risk";
import { matchKey } from "../src/domain/match-key";
import type { BareDatabase } from "./bare-database";
import { cursorAt, keyOf, type PageQuery } from "./bare-queries";

const today = new Date().toISOString().slice(0, 10);

const columns = `a.id, a.name, a.kind, NULLIF(a.type, '') AS type, NULLIF(a.hosting, '') AS hosting,
  NULLIF(a.lifecycle, '') AS lifecycle, NULLIF(a.business_owner_id, '') AS "businessOwnerId",
  bo.name AS "businessOwnerName", NULLIF(a.it_owner_id, '') AS "itOwnerId", io.name AS "itOwnerName",
  NULLIF(a.supplier_id, '') AS "supplierId", s.name AS supplier, NULLIF(a.criticality, '') AS criticality,
  NULLIF(a.data_classification, '') AS "dataClassification", a.personal_data AS "personalData",
  NULLIF(a.dpia_date, '') AS "dpiaDate", a.accessibility,
  NULLIF(a.accessibility_statement, '') AS "accessibilityStatement", NULLIF(a.ai_features, '') AS "aiFeatures",
  NULLIF(a.service_area, '') AS "serviceArea", NULLIF(a.purpose, '') AS purpose, NULLIF(a.notes, '') AS notes,
  NULLIF(a.user_count, -1) AS "userCount", NULLIF(a.functional_fit, 0) AS "functionalFit",
  NULLIF(a.technical_fit, 0) AS "technicalFit", NULLIF(a.disposition_override, '') AS "dispositionOverride",
  NULLIF(a.disposition_reason, '') AS "dispositionReason", NULLIF(a.support_ends, '') AS "supportEnds",
  NULLIF(a.replaced_by_id, '') AS "replacedById", r.name AS "replacedByName", a.source,
  '"v' || a.version || '"' AS etag, a.risk_overrides AS "riskOverrides", NULLIF(a.contract_end, '') AS "contractEnds",
  a.name_key AS "nameKey",
  (SELECT CAST(count(*) AS integer) FROM application_team u WHERE u.application_id = a.id) AS "teamCount"`;

const joins = `LEFT JOIN supplier s ON s.id = a.supplier_id LEFT JOIN person bo ON bo.id = a.business_owner_id
  LEFT JOIN person io ON io.id = a.it_owner_id LEFT JOIN application r ON r.id = a.replaced_by_id`;

const contractColumns = `c.id, c.application_id AS "applicationId", NULLIF(c.supplier_id, '') AS "supplierId",
  s.name AS supplier, NULLIF(c.reference, '') AS reference, NULLIF(c.starts_on, '') AS start,
  NULLIF(c.ends_on, '') AS "end", NULLIF(c.notice_days, -1) AS "noticeDays",
  NULLIF(c.notice_date, '') AS "noticeDate", NULLIF(c.renewal, '') AS renewal, c.value_amount AS amount,
  c.value_currency AS currency`;

type ApplicationRead = Application & {
  readonly riskOverrides: string;
  readonly contractEnds: string | null;
  readonly nameKey: string;
};

interface ContractRead {
  readonly id: string;
  readonly applicationId: string;
  readonly end: string | null;
  readonly amount: string;
  readonly currency: string;
}

/** A page of applications with what follows from them today; nothing that a survey says of them, as none was held. */
export async function bareApplications(
  database: BareDatabase,
  { q, team, cursor, limit }: PageQuery,
): Promise<string> {
  const conditions: string[] = [];
  const values: unknown[] = [];
  if (q !== undefined) {
    conditions.push("a.search_text LIKE ? ESCAPE '\\'");
    values.push(`%${matchKey(q).replace(/[\\%_]/g, "\\$&")}%`);
  }
  if (team !== undefined) {
    conditions.push("a.id IN (SELECT u.application_id FROM application_team u WHERE u.team_id = ?)");
    values.push(team);
  }
  const where = conditions.join(" AND ") || "1 = 1";
  const after = cursor === undefined ? [] : [keyOf(cursor)];
  const rows = await database.rows<ApplicationRead>(
    `SELECT ${columns} FROM application a ${joins} WHERE ${where} ${after.length ? "AND a.name_key > ?" : ""}
      ORDER BY a.name_key LIMIT ?`,
    [...values, ...after, limit + 1],
  );
  const [count] = await database.rows<{ n: number }>(
    `SELECT CAST(count(*) AS integer) AS n FROM application a WHERE ${where}`,
    values,
  );
  const shown = rows.slice(0, limit);
  const contracts = await contractsOf(database, shown);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const items = shown.map((row) => answerOf(row, contracts.get(row.id) ?? []));
  const nextCursor = last === undefined ? null : cursorAt("name", last.nameKey);
  return JSON.stringify({ items, total: count?.n ?? 0, totalCapped: false, nextCursor });
}

async function contractsOf(database: BareDatabase, applications: readonly { readonly id: string }[]) {
  const found = new Map<string, ContractRead[]>();
  if (applications.length === 0) return found;
  const rows = await database.rows<ContractRead>(
    `SELECT ${contractColumns} FROM contract c LEFT JOIN supplier s ON s.id = c.supplier_id
      WHERE c.application_id IN (${applications.map(() => "?").join(", ")}) ORDER BY c.id`,
    applications.map(({ id }) => id),
  );
  for (const row of rows) found.set(row.applicationId, [...(found.get(row.applicationId) ?? []), row]);
  return found;
}

function answerOf(row: ApplicationRead, contracts: readonly ContractRead[]): object {
  const { riskOverrides, contractEnds, nameKey: _nameKey, ...told } = row;
  const overrides = riskOverrides === "" ? {} : JSON.parse(riskOverrides);
  const facts = { supportEnds: row.supportEnds, contractEnds, confidence: null, overrides };
  const { disposition, source } = effectiveDisposition(row);
  const current = currentContract(contracts);
  return {
    ...told,
    disposition,
    dispositionSource: source,
    legacyRating: ratingOf(scoreRisks(facts, today)),
    contract: current === null ? null : contractAnswer(current, row.name),
  };
}

function contractAnswer({ amount, currency, ...told }: ContractRead, applicationName: string): object {
  return { ...told, applicationName, value: amount === "" ? null : { amount, currency } };
}
