import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import JSZip from "jszip";
import sql from "sql-template-tag";
import { insertDevices } from "../../../src/database/stores/device-store";
import { register } from "../../../src/domain/device";
import { anyDevice } from "../../../src/domain/device-query";
import { firstInvisible, matchKey } from "../../../src/domain/match-key";
import { exportDevices } from "../../../src/services/export/export-service";
import type { ExportTable } from "../../../src/services/export/export-table";
import { xlsxOf } from "../../../src/services/export/xlsx-writer";
import { callerWith, type ImportWorld, openImportWorld } from "../import/import-world";
import { fewDevices, guardLike, orNull, text } from "./awkward-text";

let world: ImportWorld;
const caller = callerWith("Toolroll.Administrator");
beforeAll(async () => {
  world = await openImportWorld();
});
afterAll(() => world.close());

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };

/** The sheet as somebody's spreadsheet reads it and saves it as CSV. */
async function savedAsCsv(table: ExportTable): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of xlsxOf(table)) pieces.push(piece);
  const zip = await JSZip.loadAsync(Buffer.concat(pieces));
  const sheet = (await zip.file("xl/worksheets/sheet1.xml")?.async("string")) ?? "";
  const lines: string[][] = [];
  for (const [, letters = "", line = "", written = ""] of sheet.matchAll(
    /<c r="([A-Z]+)(\d+)"[^>]*><is><t[^>]*>([^<]*)<\/t>/g,
  )) {
    const column = [...letters].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const cells = lines[Number(line) - 1] ?? Array<string>(table.headers.length).fill("");
    cells[column] = written
      .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => entities[name] ?? "")
      .replace(/_x([\da-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    lines[Number(line) - 1] = cells;
  }
  return stringify(lines, { record_delimiter: "\r\n", bom: true, quoted_match: /[\r\n]/ });
}

const tag = fc.oneof(guardLike, text).filter((one) => matchKey(one) !== "" && firstInvisible(one) === null);
const draft = fc.record({
  assetTag: tag,
  model: orNull(guardLike),
  notes: orNull(fc.oneof(guardLike, text)),
});

test("a workbook that is saved as CSV and imported again changes nothing, whatever its cells begin with", async () => {
  const some = fewDevices(draft);
  await fc.assert(
    fc.asyncProperty(some, async (drafts) => {
      await world.context.gateway.write(async (tx) => {
        await tx.run(sql`DELETE FROM device`);
        await tx.run(sql`DELETE FROM device_count`);
      });
      const devices = drafts.map(({ assetTag, ...rest }, at) => ({
        ...register({ ...rest, assetTag: `d-${at}`, type: "laptop" }, `d-${at}`, "tab"),
        assetTag,
      }));
      await world.context.gateway.write((tx) => insertDevices(tx, devices, new Map()));
      const order = { sort: "assetTag", descending: false } as const;
      const table = await exportDevices(world.context, caller, { ...anyDevice, below: false }, order);
      const outcome = await world.send(await savedAsCsv(table), { mode: "apply" });
      expect(outcome.problems.filter(({ severity }) => severity !== "warning")).toEqual([]);
      expect(outcome.rows).toMatchObject({ total: devices.length, unchanged: devices.length });
    }),
    { numRuns: 60 },
  );
});
