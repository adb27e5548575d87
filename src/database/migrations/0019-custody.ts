import type { MigrationInterface, QueryRunner } from "typeorm";
import type { FieldChange } from "../../domain/audit-event";
import { custodyIn } from "../../domain/custody";
import { integer, key, table } from "./table";

export class Custody1764000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const seq = {
      name: "seq",
      type: "integer",
      isPrimary: true,
      primaryKeyConstraintName: "custody_event_pk",
    };
    await runner.createTable(
      table("custody_event", [key("custody_event", "person_id"), seq, integer("received")]),
    );
    const events: { seq: number; changes: string }[] = await runner.query(
      `SELECT seq, changes FROM audit_event WHERE subject_kind = 'device' AND changes LIKE '%"assigneeId"%'`,
    );
    const sqlite = runner.dataSource.options.type === "better-sqlite3";
    const values = sqlite ? "?, ?, ?" : "$1, $2, $3";
    for (const event of events) {
      for (const { personId, received } of custodyIn(JSON.parse(event.changes) as FieldChange[])) {
        await runner.query(`INSERT INTO custody_event (person_id, seq, received) VALUES (${values})`, [
          personId,
          event.seq,
          received ? 1 : 0,
        ]);
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("custody_event");
  }
}
