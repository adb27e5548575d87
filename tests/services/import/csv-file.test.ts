import fc from "fast-check";
import { Refusal } from "../../../src/domain/refusal";
import { readCsv } from "../../../src/services/import/csv-file";

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

const head = "assetTag,model\n";
const mb = 1024 * 1024;
/** The parser is ten times slower inside Jest's sandbox than in the server. */
const longestMs = 20_000;
/** Files that cannot be read, with where and why. */
const unreadable: readonly (readonly [what: string, file: () => Uint8Array | string, said: string])[] = [
  ["nothing", () => "", "import-empty"],
  ["only white space", () => "\r\n  \r\n", "import-empty"],
  ["only a byte order mark", () => "\ufeff", "import-empty"],
  ["a workbook", () => Buffer.from("PK\x03\x04\x14\0\x06\0[Content_Types].xml"), "import-is-workbook 1 1"],
  ["an old workbook", () => Buffer.from("d0cf11e0a1b11ae1", "hex"), "import-is-workbook 1 1"],
  ["a PDF", () => "%PDF-1.7\n%âãÏÓ", "import-not-text 1 1"],
  ["a picture", () => Buffer.from("89504e470d0a1a0a", "hex"), "import-not-text 1 1"],
  ["a gzip", () => Buffer.from("1f8b0800000000000003", "hex"), "import-not-text 1 1"],
  ["a NUL", () => `${head}LAP-1,x\nLAP-2,a\0b\n`, "import-not-text 3 8"],
  ["a control character", () => `${head}LAP-1,a\u0007\n`, "import-not-text 2 8"],
  ["UTF-16 without a mark", () => Buffer.from(head, "utf16le"), "import-not-text 1 2"],
  ["UTF-16 with half a character", () => Buffer.from("\ufeffa,\ud800b\n", "utf16le"), "import-encoding 1 3"],
  [
    "UTF-8 with a broken letter",
    () => Buffer.concat([Buffer.from(`${head}LAP-1,Tîm\nLAP-2,caf`), Buffer.from([0xe9]), Buffer.from("\n")]),
    "import-encoding 3 10",
  ],
  [
    "a mark of UTF-8 over other bytes",
    () => Buffer.from("\xef\xbb\xbfa,b\n\xe9,1\n", "latin1"),
    "import-encoding 2 1",
  ],
  [
    "bytes that Windows-1252 has not",
    () => Buffer.from(`${head}LAP-1,\x81\xff\n`, "latin1"),
    "import-not-text 2 7",
  ],
  ["an open quotation mark", () => `${head}LAP-1,"open\nLAP-2,x\n`, "import-quote-open 2 model"],
  ["one that another one closes", () => `${head}LAP-1,"open\nLAP-2,"x"\n`, "import-quote-open 2 model"],
  ["text behind a closed one", () => `${head}"LAP" 1,x\n`, "import-quote-open 2 assetTag"],
  ["an open one in the header", () => `assetTag,"model\nLAP-1,x\n`, "import-quote-open 1 2"],
  [
    "a cell of 40,000 characters",
    () => `${head}LAP-1,${"x".repeat(40_000)}\n`,
    "import-cell-too-long 2 model",
  ],
  [
    "a cell of 30 MB",
    () => `${head}LAP-1,ok\nLAP-2,${"x".repeat(30 * mb)}\n`,
    "import-cell-too-long 3 model",
  ],
  [
    "a quoted cell of 30 MB",
    () => `${head}LAP-1,ok\nLAP-2,"${"x\n".repeat(15 * mb)}"\n`,
    "import-cell-too-long 3 model",
  ],
  [
    "30 MB in good rows",
    () => head + `LAP-1,${"x".repeat(3_000)}\n`.repeat(10_000),
    "import-too-large 1746 -",
  ],
  [
    "300 columns",
    () => `${Array.from({ length: 300 }, (_, at) => `c${at}`).join(",")}\n`,
    "import-too-many-columns 1 -",
  ],
  ["a row of 300 columns", () => `${head}LAP-1${",x".repeat(300)}\n`, "import-too-many-columns 2 -"],
  ["millions of separators", () => head + ",".repeat(5 * mb - 100), "import-too-many-columns 2 -"],
  ["25,000 rows", () => head + "LAP-1,x\n".repeat(25_000), "import-too-many-rows 20002 -"],
  ["a million rows of nothing", () => head + ",\n".repeat(1_000_000), "import-too-many-rows 20002 -"],
  ["a million ragged rows of nothing", () => head + ",,\n".repeat(1_000_000), "import-too-many-rows 20002 -"],
  ["5 MB of quotation marks", () => head + '"'.repeat(5 * mb - 101), "import-quote-open 2 assetTag"],
];

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
