import fc from "fast-check";
import { Refusal } from "../../../src/domain/refusal";
import { readCsv } from "../../../src/services/import/csv-file";
import { head, mb, unreadable } from "./bad-files";

const rowsOf = async (text: string | Uint8Array) =>
  (await readCsv(Buffer.from(text))).rows.map(({ line, cells }) => [line, ...cells]);

describe("the CSV reader", () => {
  test.each([
    ["UTF-8", Buffer.from("a,b\nTîm Ŵ,2\n"), "utf-8"],
    ["UTF-8 with a mark", Buffer.from("\ufeffa,b\nTîm Ŵ,2\n"), "utf-8"],
    ["UTF-16, little end first", Buffer.from("\ufeffa,b\nTîm Ŵ,2\n", "utf16le"), "utf-16le"],
    ["UTF-16, big end first", Buffer.from("\ufeffa,b\nTîm Ŵ,2\n", "utf16le").swap16(), "utf-16be"],
  ])("reads %s", async (_what, bytes, encoding) => {
    const file = await readCsv(bytes);
    expect(file.encoding).toBe(encoding);
    expect(file.header.cells).toEqual(["a", "b"]);
    expect(file.rows).toEqual([{ line: 2, cells: ["Tîm Ŵ", "2"] }]);
  });

  test("reads Windows-1252 when it is not UTF-8", async () => {
    const file = await readCsv(Buffer.from("a,b\ncaf\xe9 \x80 \x96,2\n", "latin1"));
    expect(file).toMatchObject({ encoding: "windows-1252", rows: [{ cells: ["café € –", "2"] }] });
  });

  test.each([
    ["commas", "a,b;c,d\n1,2\n", ",", ["a", "b;c", "d"]],
    ["semicolons", 'a;"b,c,d"\n1;2\n', ";", ["a", "b,c,d"]],
    ["tabs", "a\tb, c\n1\t2\n", "\t", ["a", "b, c"]],
    ["Excel's sep line", "sep=;\r\na;b,c,d\r\n1;2\r\n", ";", ["a", "b,c,d"]],
    ["one column", "a\n1\n", ",", ["a"]],
  ])("finds %s", async (_what, text, delimiter, header) => {
    const file = await readCsv(Buffer.from(text));
    expect(file.delimiter).toBe(delimiter);
    expect(file.header.cells).toEqual(header);
  });

  test.each([["\n"], ["\r\n"], ["\r"]])(
    "counts lines ended by %j, also inside quotation marks",
    async (end) => {
      const text = ["a,b", '"x', 'y",1', "", "2,3", '"p', "", 'q",4', "5,6"].join(end);
      expect(await rowsOf(text)).toEqual([
        [2, `x${end}y`, "1"],
        [5, "2", "3"],
        [6, `p${end}${end}q`, "4"],
        [9, "5", "6"],
      ]);
    },
  );

  test("takes mixed line ends, spaces around cells and stray quotation marks", async () => {
    expect(await rowsOf('a, "b"\r\n 1 , "2, x" \nDell 24" monitor,3\r"say ""hi""",4')).toEqual([
      [2, "1", "2, x"],
      [3, 'Dell 24" monitor', "3"],
      [4, 'say "hi"', "4"],
    ]);
  });

  test("leaves blank rows out and says that the header stands below", async () => {
    const file = await readCsv(Buffer.from("\n\n,,\na,b\n,\n1,2\n\n"));
    expect(file.isHeaderBelow).toBe(true);
    expect(file.header.line).toBe(4);
    expect(file.rows).toEqual([{ line: 6, cells: ["1", "2"] }]);
  });

  test("reads back whatever cells are written by the rules", async () => {
    const cell = fc
      .string({ unit: fc.constantFrom("a", "ŵ", " ", ",", ";", '"', "\n", "\r\n", "\t"), maxLength: 12 })
      .map((one) => one.trim());
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    const written = (row: readonly string[]) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(",");
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const kept = rows.filter((row) => row.some((one) => one !== ""));
        const text = ["h1,h2,h3", ...rows.map(written)].join("\n");
        expect((await readCsv(Buffer.from(text))).rows.map(({ cells }) => cells)).toEqual(kept);
      }),
    );
  });
});

/** The parser is ten times slower inside Jest's sandbox than in the server. */
const longestMs = 20_000;

describe("what is no table is refused with line and column", () => {
  test.each(unreadable)("%s", async (_what, file, said) => {
    const bytes = Buffer.from(file());
    const before = process.memoryUsage().rss;
    const started = performance.now();
    const refusal = await readCsv(bytes).then(
      () => null,
      (error) => error,
    );
    expect(refusal).toBeInstanceOf(Refusal);
    const { line, column } = refusal.params;
    expect([refusal.code, ...(line === undefined ? [] : [line, column ?? "-"])].join(" ")).toBe(said);
    expect(performance.now() - started).toBeLessThan(longestMs);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * mb);
  });
});

test("5 MB of blank lines are read in no time and flat memory", async () => {
  const started = performance.now();
  const file = await readCsv(Buffer.from(`${head}${"\n".repeat(5 * mb - 100)}`));
  expect(file.rows).toEqual([]);
  expect(performance.now() - started).toBeLessThan(longestMs);
});

test("other work runs while a large file is read", async () => {
  const bytes = Buffer.from(head + `LAP-1,${"x".repeat(240)}\n`.repeat(20_000));
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  await readCsv(bytes);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(30);
});
