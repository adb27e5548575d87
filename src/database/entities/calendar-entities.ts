import { EntitySchema } from "typeorm";
import { key, requiredText, text } from "./columns";

/** A person's address for the calendar of contracts; of its secret only the hash. */
export interface ContractCalendarRow {
  personId: string;
  secretHash: string;
  language: string;
  /** App roles as the person last came with them, one space between. */
  roles: string;
  rolesSeenAt: string;
  createdAt: string;
}

export const contractCalendarEntity = new EntitySchema<ContractCalendarRow>({
  name: "contract_calendar",
  tableName: "contract_calendar",
  columns: {
    personId: key("person_id"),
    secretHash: requiredText("secret_hash"),
    language: requiredText("language"),
    roles: text("roles"),
    rolesSeenAt: requiredText("roles_seen_at"),
    createdAt: requiredText("created_at"),
  },
  indices: [{ name: "contract_calendar_secret", columns: ["secretHash"], unique: true }],
});
