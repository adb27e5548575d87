import { EntitySchema } from "typeorm";
import { key, text } from "./columns";

/** What administrators decided about the life of devices; an empty content is what the product ships with. */
export interface LifecycleSettingRow {
  name: string;
  /** Another with every change, so that what was parsed once need not be parsed again. */
  stamp: string;
  content: string;
  changedAt: string;
  changedBy: string;
}

export const lifecycleSettingEntity = new EntitySchema<LifecycleSettingRow>({
  name: "lifecycle_setting",
  tableName: "lifecycle_setting",
  columns: {
    name: key("name"),
    stamp: text("stamp"),
    content: text("content"),
    changedAt: text("changed_at"),
    changedBy: text("changed_by"),
  },
});
