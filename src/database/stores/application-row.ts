import sql from "sql-template-tag";
import {
  type Application,
  applicationSearchText,
  effectiveDisposition,
} from "../../domain/application/application";
import { type Contract, noticeDate } from "../../domain/application/contract";
import type { Fit } from "../../domain/application/disposition";
import type { RiskOverrides } from "../../domain/application/legacy-risk";
import type { Day } from "../../domain/instant";
import { matchKey } from "../../domain/match-key";
import type { ApplicationRow } from "../entities/application-entities";
import { orEmpty } from "../entities/columns";

/** An application as lists and details show it, with the names that it refers to. */
export interface ApplicationView extends Application {
  readonly supplier: string | null;
  readonly businessOwnerName: string | null;
  readonly itOwnerName: string | null;
  readonly replacedByName: string | null;
  /** Of the current contract. */
  readonly contractEnd: Day | null;
  readonly noticeDate: Day | null;
  /** Teams that use it or will. */
  readonly teamCount: number;
}

export const applicationColumns = sql`a.id, a.name, a.kind, a.type, a.hosting, a.lifecycle,
  a.business_owner_id AS "businessOwnerId", a.it_owner_id AS "itOwnerId", a.supplier_id AS "supplierId", a.criticality,
  a.data_classification AS "dataClassification", a.personal_data AS "personalData", a.dpia_date AS "dpiaDate",
  a.accessibility, a.accessibility_statement AS "accessibilityStatement", a.ai_features AS "aiFeatures",
  a.service_area AS "serviceArea", a.purpose, a.notes, a.user_count AS "userCount",
  a.functional_fit AS "functionalFit", a.technical_fit AS "technicalFit",
  a.disposition_override AS "dispositionOverride", a.disposition_reason AS "dispositionReason",
  a.support_ends AS "supportEnds", a.replaced_by_id AS "replacedById", a.risk_overrides AS "riskOverrides",
  a.contract_end AS "contractEnd", a.notice_date AS "noticeDate", a.source, a.version, a.name_key AS "nameKey",
  s.name AS supplier, bo.name AS "businessOwnerName", io.name AS "itOwnerName", r.name AS "replacedByName",
  (SELECT CAST(count(*) AS integer) FROM application_team at WHERE at.application_id = a.id) AS "teamCount"`;

export const applicationJoins = sql`LEFT JOIN supplier s ON s.id = a.supplier_id
  LEFT JOIN person bo ON bo.id = a.business_owner_id LEFT JOIN person io ON io.id = a.it_owner_id
  LEFT JOIN application r ON r.id = a.replaced_by_id`;

type Names = "supplier" | "businessOwnerName" | "itOwnerName" | "replacedByName";

/** A row as `applicationColumns` gives it. */
export interface ApplicationRead
  extends Omit<ApplicationRow, "searchText" | "disposition">,
    Pick<ApplicationView, Names | "teamCount"> {}

/** Absent texts become null, and the numbers that stand for "unknown" too. */
export function toApplicationView(row: ApplicationRead): ApplicationView {
  const { nameKey: _nameKey, riskOverrides, userCount, functionalFit, technicalFit, ...texts } = row;
  // In place: thousands of rows are read at once, and as pairs of name and value they took most of the time.
  const absentAsNull: Record<string, unknown> = texts;
  for (const name in absentAsNull) if (absentAsNull[name] === "") absentAsNull[name] = null;
  return {
    ...(absentAsNull as unknown as ApplicationView),
    riskOverrides: riskOverrides === "" ? {} : (JSON.parse(riskOverrides) as RiskOverrides),
    userCount: userCount < 0 ? null : userCount,
    functionalFit: functionalFit === 0 ? null : (functionalFit as Fit),
    technicalFit: technicalFit === 0 ? null : (technicalFit as Fit),
  };
}

/** What of a view is the record itself. */
export function toApplication(view: ApplicationView): Application {
  const {
    supplier,
    businessOwnerName,
    itOwnerName,
    replacedByName,
    contractEnd,
    noticeDate,
    teamCount,
    ...own
  } = view;
  return own;
}

export function toApplicationRow(
  application: Application,
  supplier: string | null,
  contract: Contract | null,
): ApplicationRow {
  const a = application;
  return {
    id: a.id,
    name: a.name,
    nameKey: matchKey(a.name),
    kind: a.kind,
    type: orEmpty(a.type),
    hosting: orEmpty(a.hosting),
    lifecycle: orEmpty(a.lifecycle),
    businessOwnerId: orEmpty(a.businessOwnerId),
    itOwnerId: orEmpty(a.itOwnerId),
    supplierId: orEmpty(a.supplierId),
    criticality: orEmpty(a.criticality),
    dataClassification: orEmpty(a.dataClassification),
    personalData: a.personalData,
    dpiaDate: orEmpty(a.dpiaDate),
    accessibility: a.accessibility,
    accessibilityStatement: orEmpty(a.accessibilityStatement),
    aiFeatures: orEmpty(a.aiFeatures),
    serviceArea: orEmpty(a.serviceArea),
    purpose: orEmpty(a.purpose),
    notes: orEmpty(a.notes),
    userCount: a.userCount ?? -1,
    functionalFit: a.functionalFit ?? 0,
    technicalFit: a.technicalFit ?? 0,
    disposition: orEmpty(effectiveDisposition(a).disposition),
    dispositionOverride: orEmpty(a.dispositionOverride),
    dispositionReason: orEmpty(a.dispositionReason),
    supportEnds: orEmpty(a.supportEnds),
    replacedById: orEmpty(a.replacedById),
    riskOverrides: Object.keys(a.riskOverrides).length === 0 ? "" : JSON.stringify(a.riskOverrides),
    contractEnd: orEmpty(contract?.end ?? null),
    noticeDate: orEmpty(contract && noticeDate(contract)),
    source: a.source,
    searchText: applicationSearchText(a, supplier),
    version: a.version,
  };
}
