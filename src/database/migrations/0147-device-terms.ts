import type { MigrationInterface, QueryRunner } from "typeorm";
import { newId } from "../../platform/ids";
import { key, requiredText, table } from "./table";

/** One row for labels and rules of devices together: what whoever writes a device holds, and remembers them by. */
export class DeviceTerms1764000000147 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(table("device_terms", [key("device_terms", "id"), requiredText("stamp")]));
    await runner.query(`INSERT INTO device_terms (id, stamp) VALUES ('terms', '${newId()}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("device_terms");
  }
}
