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

/** One row for labels and rules of devices together. */
export interface DeviceTermsRow {
  id: string;
  /** Another with every change of a label or a rule. */
  stamp: string;
}

export const deviceTermsEntity = new EntitySchema<DeviceTermsRow>({
  name: "device_terms",
  tableName: "device_terms",
  columns: { id: key("id"), stamp: requiredText("stamp") },
});

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
