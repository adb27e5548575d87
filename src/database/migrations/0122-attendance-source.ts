import { type MigrationInterface, type QueryRunner, TableColumn } from "typeorm";
import { text } from "./table";

/** By what an entry of a register came; those of before came by hand. */
export class AttendanceSource1764000000122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const column = new TableColumn({ ...text("source"), default: "'hand'" });
    await runner.addColumn("training_attendance", column);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("training_attendance", "source");
  }
}
