import { setImmediate as nextTurn } from "node:timers/promises";
import type { Reader } from "../../database/gateway";
import { namesOf } from "../../database/stores/name-store";
import { idsIn } from "../../domain/audit-event";
import type { ImportCounts, ImportKind, ImportMode, ImportSource } from "../../domain/import/import";
import type { UnknownLabel } from "../../domain/import/import-labels";
import { type ListedVerdict, listVerdicts } from "../../domain/import/listed-verdict";
import type { ImportProblem } from "../../domain/import/problem";
import { countsOf, isUndated, type Verdict } from "../../domain/import/verdict";
import type { CsvFile } from "./csv-file";
import type { ChosenMapping } from "./header-mapping";
import type { ImportTable, UnsureDays } from "./import-table";
import type { FileVerdicts } from "./judge-file";

/** What came of a file. `applied` is false for a preview, and for an apply that any error or conflict stopped. */
export interface ImportOutcome {
  readonly id: string;
  readonly kind: ImportKind;
  readonly mode: ImportMode;
  readonly source: ImportSource;
  readonly encoding: string;
  readonly delimiter: string;
  readonly rows: ImportCounts;
  readonly problems: readonly ImportProblem[];
  readonly problemsCut: boolean;
  readonly verdicts: readonly ListedVerdict[];
  readonly verdictsCut: boolean;
  /** Rows whose only trouble is a field that somebody set by hand. */
  readonly contested: number;
  /** Names of the people and teams whose ids the changes hold. */
  readonly names: ReadonlyMap<string, string>;
  readonly ignoredColumns: readonly string[];
  /** What the headers mean was said at an earlier import of the same headers. */
  readonly mappingRemembered: boolean;
  readonly applied: boolean;
  /** Labels that rows carry and nobody has mapped. */
  readonly unknownLabels: readonly UnknownLabel[];
  /** Columns of days of which nothing but the importer says whether the day or the month comes first. */
  readonly unsureDays: readonly UnsureDays[];
  /** Rows whose only trouble is that nobody has said it yet. */
  readonly undated: number;
}

/** So many problems are listed; who has more will not read them one by one. */
export const listedProblems = 1_000;
const listedVerdicts = 1_000;
/** A file with more is one whose label column holds something else. */
const listedLabels = 100;

export interface ReadTable {
  readonly file: CsvFile;
  readonly chosen: ChosenMapping;
  readonly table: ImportTable;
}

interface Run extends Pick<ImportOutcome, "id" | "mode" | "applied"> {
  readonly read: ReadTable;
}

export async function outcomeOf(reader: Reader, run: Run, judged: FileVerdicts): Promise<ImportOutcome> {
  const {
    read: { file, table, chosen },
    ...rest
  } = run;
  const verdicts: readonly Verdict<{ readonly id: string }>[] = judged.verdicts;
  const problems = [...table.problems, ...verdicts.flatMap((verdict) => verdict.problems)];
  await nextTurn();
  const listed = listVerdicts(verdicts, listedVerdicts, (at) => titleIn(judged, at) ?? keyIn(table, at));
  await nextTurn();
  const names = await namesIn(reader, judged, listed);
  return {
    ...rest,
    kind: judged.kind,
    source: table.source,
    encoding: file.encoding,
    delimiter: file.delimiter,
    rows: countsOf(verdicts),
    problems: heaviestFirst(problems).slice(0, listedProblems),
    problemsCut: problems.length > listedProblems,
    verdicts: listed,
    verdictsCut: verdicts.length > listedVerdicts,
    contested: verdicts.filter(({ ruling }) => ruling && ruling.contested.length > 0).length,
    names,
    ignoredColumns: table.ignored,
    unknownLabels: judged.kind === "devices" ? judged.labels.unknown.slice(0, listedLabels) : [],
    unsureDays: table.unsureDays,
    undated: verdicts.filter(isUndated).length,
    mappingRemembered: chosen.remembered,
  };
}

/** Also of what the file itself adds, which the database does not know before it is applied. */
async function namesIn(
  reader: Reader,
  judged: FileVerdicts,
  listed: readonly ListedVerdict[],
): Promise<Map<string, string>> {
  const ids = idsIn(listed.flatMap(({ changes }) => changes));
  const names = await namesOf(reader, { kind: "everything" }, ids);
  if ("suppliers" in judged) {
    for (const { changes } of listed) {
      for (const id of changes.flatMap(({ field, from, to }) => (field === "supplierId" ? [from, to] : []))) {
        const name = typeof id === "string" ? judged.suppliers.nameOf(id) : undefined;
        if (typeof id === "string" && name !== undefined) names.set(id, name);
      }
    }
  }
  if (judged.kind !== "teams") return names;
  const wanted = new Set(ids);
  for (const { after } of judged.verdicts) if (after && wanted.has(after.id)) names.set(after.id, after.name);
  return names;
}

/** What a record without a name of its own is called by. */
function titleIn(judged: FileVerdicts, at: number): string | null {
  if (judged.kind !== "contracts") return null;
  const verdict = judged.verdicts[at];
  const contract = verdict?.after ?? verdict?.before ?? null;
  return contract && judged.titleOf(contract);
}

const namingFields = ["assetTag", "deviceName", "name", "application", "email", "upn", "serial", "id"];

/** What a row calls its record, for one that could not be taken. */
function keyIn(table: ImportTable, at: number): string | null {
  const row = table.rows[at];
  if (row === undefined) return null;
  const reader = table.readerOf(row);
  const field = namingFields.find((one) => reader.given(one) !== undefined);
  return field === undefined ? null : (reader.given(field)?.slice(0, 200) ?? null);
}

/** What stops an import must not be cut off behind a thousand warnings; listed by line within that. */
function heaviestFirst(problems: readonly ImportProblem[]): ImportProblem[] {
  const stopping = problems.filter(({ severity }) => severity !== "warning");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  return [...stopping, ...warnings];
}
