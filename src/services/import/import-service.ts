import type { Reader } from "../../database/gateway";
import {
  type ImportRunView,
  importPage,
  oneImportAtATime,
  recordImport,
} from "../../database/stores/import-store";
import type { ImportCounts, ImportKind, ImportMode, ImportSource } from "../../domain/import/import";
import type { ImportProblem } from "../../domain/import/problem";
import { countsOf } from "../../domain/import/verdict";
import { toInstant } from "../../domain/instant";
import type { Page, PageRequest } from "../../domain/page";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import type { ServiceContext } from "../service-context";
import { type CsvFile, readCsv } from "./csv-file";
import { type ImportTable, tableOf } from "./import-table";
import { type FileVerdicts, judgeFile } from "./judge-file";
import { writeVerdicts } from "./write-verdicts";

export type { ImportRunView } from "../../database/stores/import-store";

export interface ImportRequest {
  readonly kind: ImportKind;
  readonly mode: ImportMode;
  readonly source: ImportSource | "auto";
  readonly bytes: Uint8Array;
}

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
  readonly ignoredColumns: readonly string[];
  readonly applied: boolean;
}

/** So many problems are listed; who has more will not read them one by one. */
export const listedProblems = 1_000;

/**
 * Previews or applies a file. Applying is all or nothing, and judges the rows inside the transaction that writes them, so that
 * nothing can change between the verdict and the deed.
 * @throws Refusal invalid `import-...` for a file that cannot be read as a table
 */
export async function runImport(
  context: ServiceContext,
  caller: Caller,
  request: ImportRequest,
): Promise<ImportOutcome> {
  const { kind, mode, source, bytes } = request;
  if (kind === "applications") throw new Refusal("invalid", "import-kind-not-available");
  const file = await readCsv(bytes);
  const table = tableOf(kind, source, file);
  const id = context.newId();
  const judge = (reader: Reader) => judgeFile(reader, kind, table, context.newId);
  const result = (verdicts: FileVerdicts, applied: boolean) =>
    outcome({ id, mode }, file, table, verdicts, applied);
  if (mode === "preview") return result(await context.gateway.read(judge), false);
  return context.gateway.write(async (tx) => {
    await oneImportAtATime(tx);
    const judged = await judge(tx);
    const rows = countsOf(judged.verdicts);
    if (rows.conflict + rows.error > 0) return result(judged, false);
    const stamp = { at: toInstant(context.clock.now()), actorId: caller.person.id, newId: context.newId };
    await writeVerdicts(tx, judged, stamp);
    await recordImport(tx, { id, at: stamp.at, actorId: stamp.actorId, kind, source: table.source, rows });
    return result(judged, true);
  });
}

/** Imports that were applied. */
export function listImports(
  context: ServiceContext,
  filter: { readonly search: string | undefined },
  page: PageRequest<"at">,
): Promise<Page<ImportRunView>> {
  return context.gateway.read((reader) => importPage(reader, filter, page));
}

function outcome(
  run: Pick<ImportOutcome, "id" | "mode">,
  file: CsvFile,
  table: ImportTable,
  { kind, verdicts }: FileVerdicts,
  applied: boolean,
): ImportOutcome {
  const problems = [...table.problems, ...verdicts.flatMap((verdict) => verdict.problems)];
  return {
    ...run,
    kind,
    source: table.source,
    encoding: file.encoding,
    delimiter: file.delimiter,
    rows: countsOf(verdicts),
    problems: heaviestFirst(problems).slice(0, listedProblems),
    problemsCut: problems.length > listedProblems,
    ignoredColumns: table.ignored,
    applied,
  };
}

/** What stops an import must not be cut off behind a thousand warnings; listed by line within that. */
function heaviestFirst(problems: readonly ImportProblem[]): ImportProblem[] {
  const stopping = problems.filter(({ severity }) => severity !== "warning");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  return [...stopping, ...warnings];
}
