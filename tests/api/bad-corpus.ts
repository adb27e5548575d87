import type { ImportKind } from "../../src/domain/import/import";
import { importKinds } from "../../src/domain/import/import";

/** A file that must be refused as a whole, and the line that the answer has to name; null where the file has none. */
export interface BadFile {
  readonly kind: ImportKind;
  readonly what: string;
  readonly bytes: () => Uint8Array;
  readonly line: number | null;
}

interface Shape {
  readonly header: readonly string[];
  readonly row: (at: number) => readonly string[];
  /** A column whose value people type, and one of free text. */
  readonly key: string;
  readonly free: string;
}

const mb = 1024 * 1024;
const shapes: Readonly<Record<ImportKind, Shape>> = {
  devices: {
    header: ["assetTag", "type", "model", "purchaseDate", "cost", "notes"],
    row: (at) => [`LT-${at}`, "laptop", "Latitude", "2024-01-02", "12.50", "fine"],
    ...{ key: "assetTag", free: "notes" },
  },
  applications: {
    header: ["name", "kind", "hosting", "supportEnds", "userCount", "notes"],
    row: (at) => [`System ${at}`, "line-of-business", "cloud", "2030-01-02", "12", "fine"],
    ...{ key: "name", free: "notes" },
  },
  contracts: {
    header: ["applicationName", "supplier", "reference", "start", "end", "noticeDays", "value"],
    row: (at) => ["Payroll", "Civica", `C-${at}`, "2024-01-02", "2027-01-02", "30", "12.50"],
    ...{ key: "reference", free: "supplier" },
  },
  people: {
    header: ["id", "name", "email", "teamName", "active"],
    row: (at) => [
      `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
      `Nia ${at}`,
      `n${at}@c.example`,
      "Housing",
      "yes",
    ],
    ...{ key: "id", free: "name" },
  },
  teams: {
    header: ["name", "parent", "managers"],
    row: (at) => [`Team ${at}`, "Places", "huw.housing@council.example"],
    ...{ key: "name", free: "name" },
  },
};

const line = (cells: readonly string[]) => `${cells.join(",")}\n`;
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The file of that kind with one good row and then one with other values in it. */
function withRow(kind: ImportKind, values: Readonly<Record<string, string>>): string {
  const { header, row } = shapes[kind];
  const changed = row(2).map((cell, at) => values[header[at] ?? ""] ?? cell);
  return line(header) + line(row(1)) + line(changed);
}

type Text = string | Uint8Array;
type Fault = readonly [what: string, file: (kind: ImportKind) => Text, line: number | null];
const good = (kind: ImportKind) => withRow(kind, {});
const inFree = (kind: ImportKind, text: string) => withRow(kind, { [shapes[kind].free]: text });
const inKey = (kind: ImportKind, text: string) => withRow(kind, { [shapes[kind].key]: text });
const before = (bytes: readonly number[] | string, kind: ImportKind) =>
  Buffer.concat([
    typeof bytes === "string" ? Buffer.from(bytes, "latin1") : Buffer.from(bytes),
    Buffer.from(good(kind)),
  ]);

/** Proper UTF-8 but for one letter, whose second byte is gone. */
function brokenLetter(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  const at = bytes.lastIndexOf(Buffer.from("é"));
  return Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at + 2)]);
}

/** Faults that a file of any kind can have: bytes, encodings, separators, headers, sizes, keys. */
const faults: readonly Fault[] = [
  ["nothing", () => "", null],
  ["blank lines", () => "\r\n \r\n\r\n", null],
  ["a workbook", (kind) => before("PK\x03\x04", kind), 1],
  ["an empty zip", (kind) => before("PK\x05\x06", kind), 1],
  ["an old workbook", (kind) => before("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", kind), 1],
  ["a PDF", (kind) => before("%PDF-1.7\n", kind), 1],
  ["a gzip", (kind) => before([0x1f, 0x8b, 8, 0], kind), 1],
  ["a NUL", (kind) => inFree(kind, "a\0b"), 3],
  ["a bell", (kind) => inFree(kind, "a\u0007b"), 3],
  ["UTF-16 without a mark", (kind) => Buffer.from(good(kind), "utf16le"), 1],
  ["UTF-16 with half a pair", (kind) => Buffer.from(`\ufeff${inFree(kind, "a\ud83d b")}`, "utf16le"), 3],
  [
    "UTF-16 backwards with half a pair",
    (kind) => Buffer.from(`\ufeff${inFree(kind, "\udc00x")}`, "utf16le").swap16(),
    3,
  ],
  ["UTF-8 that breaks off", (kind) => brokenLetter(inFree(kind, "Tîm café")), 3],
  [
    "a mark of UTF-8 over Windows-1252",
    (kind) => Buffer.from(`\xef\xbb\xbf${inFree(kind, "caf\xe9")}`, "latin1"),
    3,
  ],
  ["what Windows-1252 has not", (kind) => Buffer.from(inFree(kind, "\x81\xff"), "latin1"), 3],
  ["text that an earlier export damaged", (kind) => inFree(kind, "T\uFFFDm"), 3],
  ["an open quotation mark", (kind) => inFree(kind, '"open'), 3],
  [
    "an open quotation mark, lines ended by CR alone",
    (kind) => inFree(kind, '"open').replaceAll("\n", "\r"),
    3,
  ],
  ["text behind a closed quotation mark", (kind) => inKey(kind, '"a" b'), 3],
  ["a cell too many", (kind) => withRow(kind, {}) + line([...shapes[kind].row(3), "x"]), 4],
  ["a cell too few", (kind) => withRow(kind, {}) + line(shapes[kind].row(3).slice(1)), 4],
  [
    "a cell too many below a note of three lines",
    (kind) =>
      line(shapes[kind].header) +
      line(shapes[kind].row(1).map((cell) => quoted(`${cell}`))).replace(/"([^"]*)"\n$/, '"$1\n\n "\n') +
      line([...shapes[kind].row(2), "x"]),
    5,
  ],
  ["no header", (kind) => line(shapes[kind].row(1)) + line(shapes[kind].row(2)), 1],
  ["a title above the header", (kind) => `Everything\n\n${good(kind)}`, 3],
  [
    "a column twice",
    (kind) => {
      const { header, key } = shapes[kind];
      return line([...header, key]) + line([...shapes[kind].row(1), "x"]);
    },
    1,
  ],
  [
    "a column without a name",
    (kind) => line([...shapes[kind].header, ""]) + line([...shapes[kind].row(1), "x"]),
    1,
  ],
  ["a header of another kind", (kind) => `colour,shape\nred,round\n${kind}`, 1],
  [
    "201 columns",
    (kind) => line([...shapes[kind].header, ...Array.from({ length: 201 }, (_, at) => `c${at}`)]),
    1,
  ],
  ["a row of 300 cells", (kind) => good(kind) + line(Array.from({ length: 300 }, () => "x")), 4],
  [
    "20,001 rows",
    (kind) =>
      line(shapes[kind].header) +
      Array.from({ length: 20_001 }, (_, at) => line(shapes[kind].row(at))).join(""),
    20_002,
  ],
  ["a cell of 40,000 characters", (kind) => inFree(kind, "x".repeat(40_000)), 3],
  ["a cell of 30 MB", (kind) => inFree(kind, "x".repeat(30 * mb)), 3],
  ["millions of separators", (kind) => good(kind) + ",".repeat(4 * mb), 4],
  ["the same row twice", (kind) => line(shapes[kind].header) + line(shapes[kind].row(1)).repeat(2), 3],
  [
    "semicolons in the header, commas below",
    (kind) => good(kind).replace(/^.*\n/, (first) => first.replaceAll(",", ";")),
    null,
  ],
];

const keyFaults: readonly Fault[] = [
  ["a zero-width space in the key", (kind) => inKey(kind, "AB\u200b-1"), 3],
  ["a soft hyphen in the key", (kind) => inKey(kind, "AB\u00ad-1"), 3],
  ["text that turns direction in the key", (kind) => inKey(kind, "AB\u202e-1"), 3],
  ["a Cyrillic letter in the key", (kind) => inKey(kind, "LАP-1"), 3],
  ["a Greek letter in the key", (kind) => inKey(kind, "ΒATH-1"), 3],
  ["a key of 400 characters", (kind) => inKey(kind, "x".repeat(400)), 3],
];

type RowFault = readonly [kind: ImportKind, column: string, value: string];
const badDays = ["31/06/2024", "2024-02-30", "03/04/2024", "soon", "45352", "2024", "=TODAY()", "13/13/2024"];
const badMoney = ["$50", "about £5", "12,34,56", "1e5", "£", "50 doubloons"];
const rowFaults: readonly RowFault[] = [
  ...badDays.map((value) => ["devices", "purchaseDate", value] as const),
  ...badDays.map((value) => ["applications", "supportEnds", value] as const),
  ...badDays.flatMap(
    (value) =>
      [
        ["contracts", "start", value],
        ["contracts", "end", value],
      ] as const,
  ),
  ...badMoney.flatMap(
    (value) =>
      [
        ["devices", "cost", quoted(value)],
        ["contracts", "value", quoted(value)],
      ] as const,
  ),
  ["devices", "type", "toaster"],
  ["devices", "type", "=1+1"],
  ["devices", "assetTag", ""],
  ["applications", "kind", "spreadsheet"],
  ["applications", "hosting", "in the cellar"],
  ["applications", "userCount", "-1"],
  ["applications", "userCount", "1.5"],
  ["applications", "userCount", "many"],
  ["applications", "name", ""],
  ["contracts", "applicationName", "Nowhere"],
  ["contracts", "applicationName", ""],
  ["contracts", "applicationName", "Pаyroll"],
  ["contracts", "end", "2020-01-01"],
  ["contracts", "noticeDays", "3 months"],
  ["contracts", "noticeDays", "-30"],
  ["people", "email", "nobody"],
  ["people", "email", "@"],
  ["people", "id", ""],
  ["people", "id", "a/b"],
  ["people", "active", "perhaps"],
  ["people", "teamName", "Nowhere"],
  ["teams", "name", ""],
  ["teams", "parent", "Nowhere"],
  ["teams", "managers", "nobody@council.example"],
];

const bytesOf = (text: Text) => (typeof text === "string" ? Buffer.from(text) : text);

/** All of them, made one by one when they are asked for: the largest is 30 MB. */
export const badFiles: readonly BadFile[] = [
  ...importKinds.flatMap((kind) =>
    [...faults, ...(kind === "people" ? [] : keyFaults)].map(([what, file, at]) => ({
      ...{ kind, what, line: at, bytes: () => bytesOf(file(kind)) },
    })),
  ),
  ...rowFaults.map(([kind, column, value]) => ({
    ...{ kind, what: `${column} ${value || "empty"}`, line: 3 },
    bytes: () => bytesOf(withRow(kind, { [column]: value })),
  })),
];
