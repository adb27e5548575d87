import { EntitySchema } from "typeorm";
import { key, requiredText, text } from "./columns";

export interface DisclosureRuleRow {
  /** "council" for the default of all. */
  applicationId: string;
  field: string;
  /** An exemption or "disclose". */
  rule: string;
  /** Why, in the council's own words; '' where the exemption says enough. */
  reason: string;
}

export const disclosureRuleEntity = new EntitySchema<DisclosureRuleRow>({
  name: "disclosure_rule",
  tableName: "disclosure_rule",
  columns: {
    applicationId: key("application_id"),
    field: key("field"),
    rule: requiredText("rule"),
    reason: text("reason"),
  },
});
