import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

export interface ApplicationRow {
  id: string;
  name: string;
  nameKey: string;
  kind: string;
  type: string;
  hosting: string;
  lifecycle: string;
  businessOwnerId: string;
  itOwnerId: string;
  supplierId: string;
  criticality: string;
  dataClassification: string;
  personalData: string;
  dpiaDate: string;
  accessibility: string;
  accessibilityStatement: string;
  aiFeatures: string;
  serviceArea: string;
  purpose: string;
  notes: string;
  /** -1 is unknown: zero people is an answer. */
  userCount: number;
  /** 0 is not scored. */
  functionalFit: number;
  technicalFit: number;
  /** As it counts: the override, else what the scores say. */
  disposition: string;
  dispositionOverride: string;
  dispositionReason: string;
  supportEnds: string;
  replacedById: string;
  /** JSON of RiskOverrides. */
  riskOverrides: string;
  /** Of the current contract, kept for filter and sort. */
  contractEnd: string;
  noticeDate: string;
  source: string;
  searchText: string;
  version: number;
}

export const applicationEntity = new EntitySchema<ApplicationRow>({
  name: "application",
  tableName: "application",
  columns: {
    id: key("id"),
    name: requiredText("name"),
    nameKey: requiredText("name_key"),
    kind: requiredText("kind"),
    type: text("type"),
    hosting: text("hosting"),
    lifecycle: text("lifecycle"),
    businessOwnerId: text("business_owner_id"),
    itOwnerId: text("it_owner_id"),
    supplierId: text("supplier_id"),
    criticality: text("criticality"),
    dataClassification: text("data_classification"),
    personalData: text("personal_data"),
    dpiaDate: text("dpia_date"),
    accessibility: text("accessibility"),
    accessibilityStatement: text("accessibility_statement"),
    aiFeatures: text("ai_features"),
    serviceArea: text("service_area"),
    purpose: text("purpose"),
    notes: text("notes"),
    userCount: { ...integer("user_count"), default: -1 },
    functionalFit: integer("functional_fit"),
    technicalFit: integer("technical_fit"),
    disposition: text("disposition"),
    dispositionOverride: text("disposition_override"),
    dispositionReason: text("disposition_reason"),
    supportEnds: text("support_ends"),
    replacedById: text("replaced_by_id"),
    riskOverrides: text("risk_overrides"),
    contractEnd: text("contract_end"),
    noticeDate: text("notice_date"),
    source: requiredText("source"),
    searchText: text("search_text"),
    version: integer("version"),
  },
  indices: [
    { name: "application_name", columns: ["nameKey"], unique: true },
    { name: "application_kind_name", columns: ["kind", "nameKey"] },
    { name: "application_lifecycle_name", columns: ["lifecycle", "nameKey"] },
    { name: "application_contract_end", columns: ["contractEnd", "nameKey"] },
    { name: "application_notice_date", columns: ["noticeDate", "nameKey"] },
    { name: "application_supplier", columns: ["supplierId"] },
    { name: "application_replaced_by", columns: ["replacedById"] },
  ],
});

export interface SupplierRow {
  id: string;
  name: string;
  nameKey: string;
}

export const supplierEntity = new EntitySchema<SupplierRow>({
  name: "supplier",
  tableName: "supplier",
  columns: { id: key("id"), name: requiredText("name"), nameKey: requiredText("name_key") },
  indices: [{ name: "supplier_name", columns: ["nameKey"], unique: true }],
});

export interface ContractRow {
  id: string;
  applicationId: string;
  supplierId: string;
  reference: string;
  start: string;
  end: string;
  /** -1 is unknown. */
  noticeDays: number;
  noticeDate: string;
  renewal: string;
  valueAmount: string;
  valueCurrency: string;
  version: number;
}

export const contractEntity = new EntitySchema<ContractRow>({
  name: "contract",
  tableName: "contract",
  columns: {
    id: key("id"),
    applicationId: requiredText("application_id"),
    supplierId: text("supplier_id"),
    reference: text("reference"),
    start: text("starts_on"),
    end: text("ends_on"),
    noticeDays: { ...integer("notice_days"), default: -1 },
    noticeDate: text("notice_date"),
    renewal: text("renewal"),
    valueAmount: text("value_amount"),
    valueCurrency: text("value_currency"),
    version: integer("version"),
  },
  indices: [
    { name: "contract_application", columns: ["applicationId"] },
    { name: "contract_notice", columns: ["noticeDate", "id"] },
    { name: "contract_end", columns: ["end", "id"] },
  ],
});

export interface ApplicationTeamRow {
  applicationId: string;
  teamId: string;
  use: string;
  criticality: string;
  /** -1 is unknown. */
  userCount: number;
}

export const applicationTeamEntity = new EntitySchema<ApplicationTeamRow>({
  name: "application_team",
  tableName: "application_team",
  columns: {
    applicationId: key("application_id"),
    teamId: key("team_id"),
    use: requiredText("use"),
    criticality: text("criticality"),
    userCount: { ...integer("user_count"), default: -1 },
  },
  indices: [{ name: "application_team_team", columns: ["teamId", "applicationId"] }],
});

export interface IntegrationRow {
  id: string;
  fromId: string;
  toId: string;
  data: string;
  method: string;
  notes: string;
}

export const integrationEntity = new EntitySchema<IntegrationRow>({
  name: "integration",
  tableName: "integration",
  columns: {
    id: key("id"),
    fromId: requiredText("from_id"),
    toId: requiredText("to_id"),
    data: requiredText("data"),
    method: requiredText("method"),
    notes: text("notes"),
  },
  indices: [
    { name: "integration_from", columns: ["fromId"] },
    { name: "integration_to", columns: ["toId"] },
  ],
});
