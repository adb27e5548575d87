import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, integer, key, requiredText, table, text, uniqueIndex } from "./table";

export class Applications1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const created of [supplierTable, applicationTable, contractTable, teamTable, integrationTable]) {
      await runner.createTable(created);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["integration", "application_team", "contract", "application", "supplier"]) {
      await runner.dropTable(name);
    }
  }
}

/** A count of which -1 means that nobody knows it. */
const unknownable = (name: string) => ({ ...integer(name), default: "-1" });

const supplierTable = table(
  "supplier",
  [key("supplier", "id"), requiredText("name"), requiredText("name_key")],
  [uniqueIndex("supplier_name", "name_key")],
);

const applicationTable = table(
  "application",
  [
    key("application", "id"),
    requiredText("name"),
    requiredText("name_key"),
    requiredText("kind"),
    text("type"),
    text("hosting"),
    text("lifecycle"),
    text("business_owner_id"),
    text("it_owner_id"),
    text("supplier_id"),
    text("criticality"),
    text("data_classification"),
    text("personal_data"),
    text("dpia_date"),
    text("accessibility"),
    text("accessibility_statement"),
    text("ai_features"),
    text("service_area"),
    text("purpose"),
    text("notes"),
    unknownable("user_count"),
    integer("functional_fit"),
    integer("technical_fit"),
    text("disposition"),
    text("disposition_override"),
    text("disposition_reason"),
    text("support_ends"),
    text("replaced_by_id"),
    text("risk_overrides"),
    text("contract_end"),
    text("notice_date"),
    requiredText("source"),
    text("search_text"),
    integer("version"),
  ],
  [
    uniqueIndex("application_name", "name_key"),
    index("application_kind_name", "kind", "name_key"),
    index("application_lifecycle_name", "lifecycle", "name_key"),
    index("application_contract_end", "contract_end", "name_key"),
    index("application_notice_date", "notice_date", "name_key"),
    index("application_supplier", "supplier_id"),
    index("application_replaced_by", "replaced_by_id"),
  ],
);

const contractTable = table(
  "contract",
  [
    key("contract", "id"),
    requiredText("application_id"),
    text("supplier_id"),
    text("reference"),
    text("starts_on"),
    text("ends_on"),
    unknownable("notice_days"),
    text("notice_date"),
    text("renewal"),
    text("value_amount"),
    text("value_currency"),
    integer("version"),
  ],
  [
    index("contract_application", "application_id"),
    index("contract_notice", "notice_date", "id"),
    index("contract_end", "ends_on", "id"),
  ],
);

const teamTable = table(
  "application_team",
  [
    key("application_team", "application_id"),
    key("application_team", "team_id"),
    requiredText("use"),
    text("criticality"),
    unknownable("user_count"),
  ],
  [index("application_team_team", "team_id", "application_id")],
);

const integrationTable = table(
  "integration",
  [
    key("integration", "id"),
    requiredText("from_id"),
    requiredText("to_id"),
    requiredText("data"),
    requiredText("method"),
    text("notes"),
  ],
  [index("integration_from", "from_id"), index("integration_to", "to_id")],
);
