import { EntitySchema } from "typeorm";
import { key, requiredText } from "./columns";

export interface DisclosureRuleRow {
  /** "council" for the default of all. */
  applicationId: string;
  field: string;
  /** An exemption or "disclose". */
  rule: string;
}

export const disclosureRuleEntity = new EntitySchema<DisclosureRuleRow>({
  name: "disclosure_rule",
  tableName: "disclosure_rule",
  columns: { applicationId: key("application_id"), field: key("field"), rule: requiredText("rule") },
});
