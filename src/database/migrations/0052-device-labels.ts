import { createHash } from "node:crypto";
import { type MigrationInterface, type QueryRunner, Table } from "typeorm";
import { matchKey } from "../../domain/match-key";
import { integer, key, requiredText, uniqueIndex } from "./table";

/** As the product shipped them when labels were a list in its code. */
const shipped: readonly (readonly [name: string, status: string])[] = [
  ["Ready to deploy", "deployable"],
  ["In use", "deployable"],
  ["Deployed", "deployable"],
  ["Pending", "pending"],
  ["Awaiting set-up", "pending"],
  ["Out for repair", "pending"],
  ["Out for diagnostics", "pending"],
  ["Undeployable", "undeployable"],
  ["Broken", "undeployable"],
  ["Broken - not fixable", "undeployable"],
  ["Lost", "undeployable"],
  ["Lost/stolen", "undeployable"],
  ["Stolen", "undeployable"],
  ["Archived", "archived"],
  ["Disposed", "archived"],
  ["Retired", "archived"],
];

interface Carried {
  label: string;
  status: string;
  count: number;
}

export class DeviceLabels1764000000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = [requiredText("name"), requiredText("name_key"), requiredText("status")];
    await runner.createTable(
      new Table({
        name: "device_label",
        columns: [key("device_label", "id"), ...columns, integer("retired"), integer("version")],
        indices: [uniqueIndex("device_label_name", "name_key")],
      }),
    );
    await runner.query(`CREATE INDEX "device_label_asset" ON "device" ("label", "asset_key")`);
    const carried: Carried[] = await runner.query(
      "SELECT label, status, CAST(count(*) AS integer) AS count FROM device GROUP BY label, status ORDER BY label, status",
    );
    const parameter = placeholders(runner);
    for (const { id, nameKey, name, status, spellings } of labelsOf(carried)) {
      await runner.query(
        `INSERT INTO device_label (id, name, name_key, status, retired, version) VALUES (${parameter(4)}, 0, 1)`,
        [id, name, nameKey, status],
      );
      // One spelling of each: the filter of the list compares texts. It says the same, so no version goes up.
      for (const other of spellings.filter((each) => each !== name)) {
        const [to = "", from = ""] = parameter(2).split(", ");
        await runner.query(`UPDATE device SET label = ${to} WHERE label = ${from}`, [name, other]);
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "device_label_asset"`);
    await runner.dropTable("device_label");
  }
}

const placeholders = (runner: QueryRunner) => (count: number) =>
  Array.from({ length: count }, (_, at) =>
    runner.dataSource.options.type === "postgres" ? `$${at + 1}` : "?",
  ).join(", ");

/** The shipped labels as devices spell them, and what else devices carry, with the status that most of them have. */
function labelsOf(carried: readonly Carried[]) {
  const shippedKeys = new Map(shipped.map(([name, status]) => [matchKey(name), { name, status }]));
  const byKey = new Map<string, Carried[]>([...shippedKeys.keys()].map((nameKey) => [nameKey, []]));
  for (const one of carried) {
    const nameKey = matchKey(one.label);
    if (nameKey !== "") byKey.set(nameKey, [...(byKey.get(nameKey) ?? []), one]);
  }
  return [...byKey].map(([nameKey, ones]) => {
    const product = shippedKeys.get(nameKey);
    const name = product?.name ?? mostOf(ones, ({ label }) => label);
    const status = product?.status ?? mostOf(ones, (one) => one.status);
    const slug = nameKey.replace(/[^a-z]+/g, "-");
    const digest = createHash("sha256").update(nameKey).digest("hex").slice(0, 24);
    const spellings = [...new Set(ones.map(({ label }) => label))];
    return { id: product ? `label-${slug}` : `label-${digest}`, nameKey, name, status, spellings };
  });
}

function mostOf(ones: readonly Carried[], textOf: (one: Carried) => string): string {
  const counts = new Map<string, number>();
  for (const one of ones) counts.set(textOf(one), (counts.get(textOf(one)) ?? 0) + one.count);
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return most?.[0] ?? "";
}
