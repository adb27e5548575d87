import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

/** A field that a person set by hand; written with the change itself. */
export interface FieldOriginRow {
  subjectKind: string;
  subjectId: string;
  field: string;
  actorId: string;
  at: string;
  /** JSON of the value from outside that was declined; '' when none was. */
  declined: string;
}

export const fieldOriginEntity = new EntitySchema<FieldOriginRow>({
  name: "field_origin",
  tableName: "field_origin",
  withoutRowid: true,
  columns: {
    subjectKind: key("subject_kind"),
    subjectId: key("subject_id"),
    field: key("field"),
    actorId: requiredText("actor_id"),
    at: requiredText("at"),
    declined: text("declined"),
  },
});

/** What an import did to one record, for undoing it. */
export interface ImportChangeRow {
  importId: string;
  subjectId: string;
  /** The order of the file. */
  position: number;
  /** JSON of the record before; '' for one that the import made. */
  before: string;
  /** How the record was marked when the import had written it: any change since shows in another mark. */
  mark: string;
  /** JSON of the origins that the import overrode, for giving them back. */
  origins: string;
}

export const importChangeEntity = new EntitySchema<ImportChangeRow>({
  name: "import_change",
  tableName: "import_change",
  columns: {
    importId: key("import_id"),
    subjectId: key("subject_id"),
    position: integer("position"),
    before: text("before"),
    mark: requiredText("mark"),
    origins: text("origins"),
  },
});

/** Which field a council's own headers mean, by kind and set of headers. */
export interface ImportMappingRow {
  kind: string;
  /** A hash of the folded headers, because a key may not be as long as two hundred of them. */
  headers: string;
  source: string;
  /** JSON of header to field or "ignore". */
  mapping: string;
  actorId: string;
  at: string;
}

export const importMappingEntity = new EntitySchema<ImportMappingRow>({
  name: "import_mapping",
  tableName: "import_mapping",
  columns: {
    kind: key("kind"),
    headers: key("headers"),
    source: requiredText("source"),
    mapping: requiredText("mapping"),
    actorId: requiredText("actor_id"),
    at: requiredText("at"),
  },
});
