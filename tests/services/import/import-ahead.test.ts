import sql from "sql-template-tag";
import { verifyAuditLog } from "../../../src/database/audit-verification";
import { bothEngines } from "../../support/engines";
import { type ImportWorld, openImportWorld } from "./import-world";

const count = 1_000;
const header = "Asset tag,Type,Status,Purchase date";
const rowAt = (at: number) => `A-${at},laptop,Ready to Deploy,2024-01-01`;

/** A long file of new devices, some rows of which say something else. */
function fileWith(others: Readonly<Record<number, string>> = {}): string {
  return [header, ...Array.from({ length: count }, (_, at) => others[at] ?? rowAt(at))].join("\n");
}

describe.each(bothEngines())(
  "new devices that are written while others are judged, on $engine",
  ({ newDatabase }) => {
    let world: ImportWorld;
    beforeEach(async () => {
      world = await openImportWorld(await newDatabase());
    });
    afterEach(() => world.close());

    const actions = () =>
      world.context.gateway.read(async (reader) => {
        const rows = await reader.rows<{ action: string }>(sql`SELECT action FROM audit_event ORDER BY seq`);
        return rows.map(({ action }) => action);
      });

    test.each([
      ["a day that is none", "A-990,laptop,Ready to Deploy,2024-02-30", "error"],
      ["the tag of a row long before", "A-3,laptop,Ready to Deploy,2024-01-01", "conflict"],
      ["a label that nobody has mapped", "A-990,laptop,Somewhere else,2024-01-01", "error"],
    ])("are all taken back when a late row has %s", async (_what, row, kind) => {
      const before = await world.traces();
      const outcome = await world.send(fileWith({ 990: row }), { source: "snipe-it" });
      expect(outcome).toMatchObject({ applied: false, rows: { total: count, create: count - 1, [kind]: 1 } });
      expect(await world.traces()).toEqual(before);
      // What was on its way does not come behind the end of its transaction either.
      await world.context.gateway.write(async () => {});
      expect(await world.traces()).toEqual(before);
    });

    test("have a history in the order of the file, whose chain holds", async () => {
      await world.send(fileWith(), { source: "snipe-it" });
      const told = await world.context.gateway.read((reader) =>
        reader.rows<{ tag: string }>(sql`SELECT d.asset_tag AS tag FROM audit_event e
        JOIN device d ON d.id = e.subject_id ORDER BY e.seq`),
      );
      expect(told.map(({ tag }) => tag)).toEqual(Array.from({ length: count }, (_, at) => `A-${at}`));
      expect(await world.context.gateway.read((reader) => verifyAuditLog(reader))).toMatchObject({
        events: count,
        firstBreak: null,
      });
    });

    test("are followed by the rest of the file where a row brings a label along", async () => {
      const outcome = await world.send(
        fileWith({ 700: "A-700,laptop,On the shelf (deployable),2024-01-01" }),
        { source: "snipe-it" },
      );
      expect(outcome.problems.map(({ line, code }) => `${line} ${code}`)).toEqual(["702 label-added"]);
      expect(outcome).toMatchObject({ applied: true, rows: { create: count } });
      expect((await world.devices()).length).toBe(count);
      const told = await actions();
      expect(told.filter((action) => action === "device.created").length).toBe(count);
      // A label is told of before the device that carries it.
      expect(told.indexOf("device-label.added")).toBeLessThanOrEqual(700);
    });
  },
);
