import { Refusal } from "../refusal";
import { type ImportKind, type ImportSource, ignoredField, importSources } from "./import";
import { type ImportProblem, problem } from "./problem";
import { headerKey, type SourceWords } from "./source-words";
import { vocabulary } from "./vocabulary";

export type TableKind = ImportKind;

/** Where a field stands in the rows, and what the file calls it. */
export interface Column {
  readonly field: string;
  readonly at: number;
  readonly header: string;
}

export interface HeaderReading {
  readonly source: ImportSource;
  readonly columns: readonly Column[];
  /** Headers that change nothing. */
  readonly ignored: readonly string[];
  readonly problems: readonly ImportProblem[];
}

/** Folded headers and the field that somebody said they mean, or `ignoredField`. */
export type HeaderMapping = ReadonlyMap<string, string>;
const noMapping: HeaderMapping = new Map();

interface Header {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Weight of a header that only one source writes. */
const tellingWeight = 3;

/**
 * Reads the header of a file.
 * @param emptyBelow whether all cells under the column with this number are empty
 * @param mapping what somebody said of headers that the vocabulary does not know, or knows otherwise
 * @throws Refusal invalid `import-no-header`, `import-header-duplicate`, `import-header-empty`, `import-column-missing`,
 * `import-field-unknown`
 */
export function readHeader(
  kind: TableKind,
  wanted: ImportSource | "auto",
  header: Header,
  emptyBelow: (at: number) => boolean,
  mapping: HeaderMapping = noMapping,
): HeaderReading {
  const found = wanted === "auto" ? recogniseSource(kind, header.cells) : wanted;
  const source = found ?? (mapping.size > 0 ? "toolroll" : null);
  const words = source === null ? undefined : vocabulary[kind][source];
  if (source === null || !words) throw noHeader(kind, wanted, header.line);
  refuseUnknownFields(words, mapping);
  const reading = placedColumns(words, header, emptyBelow, mapping);
  if (reading.columns.length === 0) throw noHeader(kind, wanted, header.line);
  refuseMissing(words, reading.columns, header.line);
  return { source, ...reading };
}

/**
 * The header of a file that only one vocabulary is for.
 * @throws Refusal as `readHeader`
 */
export function readHeaderBy(
  words: SourceWords,
  header: Header,
  emptyBelow: (at: number) => boolean,
): Omit<HeaderReading, "source"> {
  const reading = placedColumns(words, header, emptyBelow, noMapping);
  if (reading.columns.length === 0) {
    const expected = Object.values(words.columns).map((names) => names[0] ?? "");
    throw new Refusal("invalid", "import-no-header", {
      ...{ line: header.line, column: 1, expected: expected.join(", ") },
    });
  }
  refuseMissing(words, reading.columns, header.line);
  return reading;
}

/** The header as far as it is understood, without refusing what is missing: for asking what the rest means. */
export function sketchHeader(
  kind: TableKind,
  wanted: ImportSource | "auto",
  header: Header,
  mapping: HeaderMapping,
): Pick<HeaderReading, "source" | "columns"> & { readonly words: SourceWords } {
  const source = (wanted === "auto" ? recogniseSource(kind, header.cells) : wanted) ?? "toolroll";
  const words = vocabulary[kind][source];
  if (!words) throw noHeader(kind, wanted, header.line);
  refuseUnknownFields(words, mapping);
  return { source, words, columns: placedColumns(words, header, () => true, mapping).columns };
}

function placedColumns(
  words: SourceWords,
  header: Header,
  emptyBelow: (at: number) => boolean,
  mapping: HeaderMapping,
): Omit<HeaderReading, "source"> {
  const fieldOf = placesOf(words, mapping);
  const taken = new Map<string, Column & { readonly rank: number }>();
  const unused: string[] = [];
  const problems: ImportProblem[] = [];
  const firstAt = new Map<string, number>();
  header.cells.forEach((name, at) => {
    const key = headerKey(name);
    const place = fieldOf(key);
    const before = place && taken.get(place.field);
    const twice = firstAt.has(key);
    firstAt.set(key, firstAt.get(key) ?? at);
    if (key === "") refuseNameless(header.line, at, emptyBelow(at));
    else if (!place) {
      if (twice) problems.push(problem(header.line, name, "header-twice"));
      unused.push(name);
    } else {
      if (twice) refuseSecond(header.line, name, at, firstAt.get(key) ?? at);
      if (before && before.rank <= place.rank) unused.push(name);
      else {
        if (before) unused.push(before.header);
        taken.set(place.field, { field: place.field, at, header: name, rank: place.rank });
      }
    }
  });
  const columns = [...taken.values()].map(({ field, at, header: name }) => ({ field, at, header: name }));
  return { columns, ignored: unused, problems };
}

/** The source whose vocabulary explains most of the headers, or null when none explains any. */
export function recogniseSource(kind: TableKind, headers: readonly string[]): ImportSource | null {
  const keys = headers.map(headerKey).filter((key) => key !== "");
  let best: { source: ImportSource; score: number } | null = null;
  for (const source of importSources) {
    const words = vocabulary[kind][source];
    if (!words) continue;
    const score = scoreOf(words, headers, keys);
    if (score > (best?.score ?? 0)) best = { source, score };
  }
  return best?.source ?? null;
}

/** Whether a row could be the header; tells a title above the table from the table. */
export function looksLikeHeader(kind: TableKind, cells: readonly string[]): boolean {
  return importSources.some((source) => {
    const words = vocabulary[kind][source];
    return (
      words !== undefined && cells.filter((cell) => fieldsByHeader(words).has(headerKey(cell))).length >= 2
    );
  });
}

function scoreOf(words: SourceWords, headers: readonly string[], keys: readonly string[]): number {
  const fields = fieldsByHeader(words);
  const others = new Set(words.others.map(headerKey));
  const known = keys.filter((key) => fields.has(key)).length;
  if (known === 0) return 0;
  const named = keys.filter((key) => others.has(key)).length;
  const telling = words.telling.filter((name) => headers.some((header) => isTelling(header, name))).length;
  return known + named + telling * tellingWeight;
}

/** Field names of the JSON tell by their spelling (`assetTag`), the others by their words. */
function isTelling(header: string, name: string): boolean {
  return /^[a-z]+[A-Z]/.test(name) ? header.trim() === name : headerKey(header) === headerKey(name);
}

/** A field and how far down its list of names a header stands: of two headers for one field the earlier name wins. */
interface Place {
  readonly field: string;
  readonly rank: number;
}

const placesKept = new WeakMap<SourceWords, ReadonlyMap<string, Place>>();

function fieldsByHeader(words: SourceWords): ReadonlyMap<string, Place> {
  const kept = placesKept.get(words);
  if (kept) return kept;
  const made = new Map<string, Place>();
  for (const [field, names] of Object.entries(words.columns)) {
    for (const [rank, name] of names.entries()) {
      const key = headerKey(name);
      if (!made.has(key)) made.set(key, { field, rank });
    }
  }
  placesKept.set(words, made);
  return made;
}

/** A mapping outranks the vocabulary; two headers that somebody mapped to one field are a contradiction. */
function placesOf(words: SourceWords, mapping: HeaderMapping): (key: string) => Place | undefined {
  const known = fieldsByHeader(words);
  if (mapping.size === 0) return (key) => known.get(key);
  const mapped = new Set(mapping.values());
  return (key) => {
    const said = mapping.get(key);
    if (said !== undefined) return said === ignoredField ? undefined : { field: said, rank: -1 };
    const place = known.get(key);
    return place && mapped.has(place.field) ? undefined : place;
  };
}

function refuseUnknownFields(words: SourceWords, mapping: HeaderMapping): void {
  const used = new Map<string, string>();
  for (const [header, field] of mapping) {
    if (field === ignoredField) continue;
    const twice = used.get(field);
    if (!Object.hasOwn(words.columns, field) || twice !== undefined) {
      throw new Refusal("invalid", "import-field-unknown", { column: header, field });
    }
    used.set(field, header);
  }
}

function noHeader(kind: TableKind, wanted: ImportSource | "auto", line: number): Refusal {
  const words = vocabulary[kind][wanted === "auto" ? "toolroll" : wanted] ?? vocabulary[kind].toolroll;
  const expected = Object.entries(words?.columns ?? {})
    .filter(([field]) => field !== "id" || kind === "people")
    .slice(0, 4)
    .map(([, names]) => names[1] ?? names[0] ?? "");
  return new Refusal("invalid", "import-no-header", { line, column: 1, expected: expected.join(", ") });
}

function refuseNameless(line: number, at: number, emptyBelow: boolean): void {
  if (!emptyBelow) throw new Refusal("invalid", "import-header-empty", { line, column: at + 1 });
}

function refuseSecond(line: number, column: string, at: number, first: number): never {
  throw new Refusal("invalid", "import-header-duplicate", { line, column, at: at + 1, first: first + 1 });
}

/** The groups of fields of which a file lacks every one. */
export function missingFrom(
  words: SourceWords,
  columns: readonly Pick<Column, "field">[],
): (readonly string[])[] {
  return words.needed.filter((group) => !columns.some(({ field }) => group.includes(field)));
}

function refuseMissing(words: SourceWords, columns: readonly Column[], line: number): void {
  const [missing] = missingFrom(words, columns);
  if (!missing) return;
  const names = missing.map((field) => words.columns[field]?.[0] ?? field);
  throw new Refusal("invalid", "import-column-missing", { line, column: names.join(" / ") });
}
