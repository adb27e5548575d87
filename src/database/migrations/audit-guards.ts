/*
 * The database itself refuses to change or remove what was recorded, whoever asks. The one way in is a redaction that
 * was written down first, and it reaches the columns behind the commitment only.
 */

const kept = [
  "seq",
  "id",
  "at",
  "door",
  "action",
  "subject_kind",
  "content_hash",
  "redaction_digest",
  "hash",
];

const isRedaction = `${kept.map((name) => `new.${name} = old.${name}`).join(" AND ")}
  AND new.salt <> old.salt AND EXISTS (
    SELECT 1 FROM audit_redaction r WHERE r.event_seq = old.seq AND r.salt = new.salt)`;

const refusal = "the audit log is append-only";

const sqliteGuards = [
  `CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event WHEN NOT (${isRedaction}) BEGIN
     SELECT RAISE(ABORT, '${refusal}');
   END`,
  `CREATE TRIGGER audit_event_no_replace BEFORE INSERT ON audit_event
   WHEN EXISTS (SELECT 1 FROM audit_event e WHERE e.seq = new.seq) BEGIN
     SELECT RAISE(ABORT, '${refusal}');
   END`,
  `CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event BEGIN
     SELECT RAISE(ABORT, '${refusal}');
   END`,
  `CREATE TRIGGER audit_redaction_no_update BEFORE UPDATE ON audit_redaction BEGIN
     SELECT RAISE(ABORT, '${refusal}');
   END`,
  `CREATE TRIGGER audit_redaction_no_delete BEFORE DELETE ON audit_redaction BEGIN
     SELECT RAISE(ABORT, '${refusal}');
   END`,
];

const postgresGuards = [
  `CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION '${refusal}'; END $$`,
  `CREATE FUNCTION audit_refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF ${isRedaction} THEN RETURN new; END IF;
     RAISE EXCEPTION '${refusal}';
   END $$`,
  `CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
     FOR EACH ROW EXECUTE FUNCTION audit_refuse_update()`,
  `CREATE TRIGGER audit_event_no_delete BEFORE DELETE OR TRUNCATE ON audit_event
     FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()`,
  `CREATE TRIGGER audit_redaction_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_redaction
     FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()`,
];

export function auditGuards(sqlite: boolean): readonly string[] {
  return sqlite ? sqliteGuards : postgresGuards;
}

export function dropAuditGuards(sqlite: boolean): readonly string[] {
  const triggers = (sqlite ? sqliteGuards : postgresGuards).flatMap((statement) => {
    const [, name, table] = /CREATE TRIGGER (\w+)[^;]*? ON (\w+)/.exec(statement) ?? [];
    return name && table ? [sqlite ? `DROP TRIGGER ${name}` : `DROP TRIGGER ${name} ON ${table}`] : [];
  });
  const functions = ["DROP FUNCTION audit_refuse", "DROP FUNCTION audit_refuse_update"];
  return sqlite ? triggers : [...triggers, ...functions];
}
