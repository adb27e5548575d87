import { EntitySchema } from "typeorm";
import { integer, key } from "./columns";

/** Which audit events tell that a person was given a device or gave one up; so that their history is found. */
export interface CustodyEventRow {
  personId: string;
  seq: number;
  /** 1 when the person was given it, 0 when it was taken back or passed on. */
  received: number;
}

export const custodyEventEntity = new EntitySchema<CustodyEventRow>({
  name: "custody_event",
  tableName: "custody_event",
  columns: {
    personId: key("person_id"),
    seq: { name: "seq", type: "integer", primary: true },
    received: integer("received"),
  },
});
