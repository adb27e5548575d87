import { EntitySchema } from "typeorm";
import { integer, key, requiredText } from "./columns";

export interface DeviceLabelRow {
  id: string;
  name: string;
  nameKey: string;
  status: string;
  retired: number;
  version: number;
}

/** A council's own words for the state of devices, each mapped to a status. */
export const deviceLabelEntity = new EntitySchema<DeviceLabelRow>({
  name: "device_label",
  tableName: "device_label",
  columns: {
    id: key("id"),
    name: requiredText("name"),
    nameKey: requiredText("name_key"),
    status: requiredText("status"),
    retired: integer("retired"),
    version: integer("version"),
  },
  indices: [{ name: "device_label_name", columns: ["nameKey"], unique: true }],
});
