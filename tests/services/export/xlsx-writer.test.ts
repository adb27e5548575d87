/** @jest-environment jsdom */
import fc from "fast-check";
import JSZip from "jszip";
import type { ExportTable } from "../../../src/services/export/export-table";
import { xlsxOf } from "../../../src/services/export/xlsx-writer";
import { text } from "./awkward-text";

function tableOf(headers: readonly string[], ...pieces: (readonly string[])[][]): ExportTable {
  async function* all() {
    yield* pieces;
  }
  return { name: "devices", headers, pieces: all() };
}

async function bytesOf(table: ExportTable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of xlsxOf(table)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The cells as a spreadsheet reads them, by address. */
async function cellsOf(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const sheet = (await zip.file("xl/worksheets/sheet1.xml")?.async("string")) ?? "";
  const parsed = new DOMParser().parseFromString(sheet, "application/xml");
  expect(parsed.querySelector("parsererror")).toBeNull();
  const cells = [...parsed.getElementsByTagName("c")].map((cell) => [
    cell.getAttribute("r") ?? "",
    (cell.textContent ?? "").replace(/_x([\da-fA-F]{4})_/g, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
  ]);
  return Object.fromEntries(cells);
}

test("a workbook has its parts, and every cell where it belongs", async () => {
  const headers = Array.from({ length: 28 }, (_, at) => `h${at}`);
  const bytes = await bytesOf(tableOf(headers, [["a", ""]], [], [["", "b < c & d"]]));
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
  expect(Object.keys(zip.files)).toEqual([
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
  ]);
  expect(await cellsOf(bytes)).toMatchObject({ A1: "h0", Z1: "h25", AB1: "h27", A2: "a", B3: "b < c & d" });
});

test("whatever texts there are come out as they went in, and none is a formula", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 6 }), async (rows) => {
      const cells = await cellsOf(await bytesOf(tableOf(["one", "two"], rows)));
      const read = rows.map((_, at) => [cells[`A${at + 2}`], cells[`B${at + 2}`]]);
      expect(read).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});

test("a fault while the rows are read is a fault of the file, not an end of it", async () => {
  async function* pieces() {
    yield [["a"]];
    throw new Error("the database went away");
  }
  const table = { name: "devices", headers: ["one"], pieces: pieces() };
  await expect(bytesOf(table)).rejects.toThrow("the database went away");
});

test("a long table is never held as a whole", async () => {
  let asked = 0;
  async function* pieces() {
    for (; asked < 400; asked++)
      yield Array.from({ length: 500 }, (_, at) => [`row ${asked} ${at}`, "x".repeat(40)]);
  }
  const before = process.memoryUsage().rss;
  let length = 0;
  for await (const piece of xlsxOf({ name: "devices", headers: ["one", "two"], pieces: pieces() }))
    length += piece.length;
  expect(length).toBeGreaterThan(500_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
});
