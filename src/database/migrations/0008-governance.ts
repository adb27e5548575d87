import type { MigrationInterface, QueryRunner } from "typeorm";
import { chainStart, contentHashOf, type EventContent, linkHashOf, newSalt } from "../audit-chain";
import { auditGuards, dropAuditGuards } from "./audit-guards";
import { index, integer, key, requiredText, table } from "./table";

export class Governance1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of chainColumns) {
      await runner.query(`ALTER TABLE audit_event ADD COLUMN ${name} text NOT NULL DEFAULT ''`);
    }
    await runner.createIndex("audit_event", index("audit_event_actor", "actor_id", "at", "seq"));
    await runner.createIndex("audit_event", index("audit_event_at", "at", "seq"));
    await runner.createTable(
      table("audit_head", [key("audit_head", "id"), integer("seq"), requiredText("hash")]),
    );
    await runner.createTable(redactionTable);
    const head = await chainUp(runner);
    await runner.query(`INSERT INTO audit_head (id, seq, hash) VALUES ('head', ${head.seq}, '${head.hash}')`);
    const sqlite = runner.dataSource.options.type === "better-sqlite3";
    for (const statement of auditGuards(sqlite)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === "better-sqlite3";
    for (const statement of dropAuditGuards(sqlite)) await runner.query(statement);
    for (const name of ["audit_redaction", "audit_head"]) await runner.dropTable(name);
    for (const name of ["audit_event_at", "audit_event_actor"]) await runner.dropIndex("audit_event", name);
    for (const name of chainColumns) await runner.query(`ALTER TABLE audit_event DROP COLUMN ${name}`);
  }
}

const chainColumns = ["salt", "content_hash", "redaction_digest", "hash"] as const;

const redactionTable = table(
  "audit_redaction",
  [
    key("audit_redaction", "redaction_id"),
    { ...integer("event_seq"), isPrimary: true, primaryKeyConstraintName: "audit_redaction_pk" },
    requiredText("salt"),
    requiredText("content_hash"),
  ],
  [index("audit_redaction_event", "event_seq")],
);

type UnchainedEvent = Omit<EventContent, "salt"> & {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly door: string;
  readonly action: string;
  readonly subjectKind: string;
};

const atOnce = 1_000;

/** Events from before there was a chain are chained in the order they came. */
async function chainUp(runner: QueryRunner): Promise<{ seq: number; hash: string }> {
  const head = { seq: 0, hash: chainStart };
  for (;;) {
    const events: UnchainedEvent[] = await runner.query(
      `SELECT seq, id, at, actor_id AS "actorId", door, action, subject_kind AS "subjectKind",
              subject_id AS "subjectId", changes, reason
         FROM audit_event WHERE seq > ${head.seq} ORDER BY seq LIMIT ${atOnce}`,
    );
    for (const event of events) {
      const salt = newSalt();
      const contentHash = contentHashOf({ ...event, salt });
      head.hash = linkHashOf(head.hash, event.seq, { ...event, contentHash, redactionDigest: "" });
      head.seq = event.seq;
      await runner.query(
        `UPDATE audit_event SET salt = '${salt}', content_hash = '${contentHash}', hash = '${head.hash}'
          WHERE seq = ${event.seq}`,
      );
    }
    if (events.length < atOnce) return head;
  }
}
