import type { Reader, Writer } from "../../database/gateway";
import { deviceTerms } from "../../database/stores/device-terms-store";
import { isUntouched } from "../../database/stores/import-change-store";
import { keepMapping } from "../../database/stores/import-mapping-store";
import {
  type ImportFilter,
  type ImportRunView,
  importPage,
  oneImportAtATime,
  recordImport,
} from "../../database/stores/import-store";
import { oneTreeChangeAtATime } from "../../database/stores/team-store";
import type { DeviceStatus } from "../../domain/device";
import type { SaidDayOrder } from "../../domain/import/day-text";
import { fileNameOf } from "../../domain/import/file-name";
import type { ImportKind, ImportMode, ImportSource } from "../../domain/import/import";
import { nobodyAsks, type ProgressTeller } from "../../domain/import/progress";
import { type Resolutions, resolutionFor } from "../../domain/import/resolution";
import { countsOf } from "../../domain/import/verdict";
import { toInstant } from "../../domain/instant";
import type { Page, PageRequest } from "../../domain/page";
import type { Caller } from "../../domain/permission";
import { recordIds, type ServiceContext } from "../service-context";
import { type CsvFile, readCsv } from "./csv-file";
import { type ChosenMapping, headersKey, mappingFor } from "./header-mapping";
import { type ImportOutcome, outcomeOf } from "./import-outcome";
import { follow } from "./import-progress";
import { tableOf } from "./import-table";
import { judgeFile } from "./judge-file";
import { writeVerdicts } from "./write-verdicts";

export { type ImportOutcome, listedProblems } from "./import-outcome";

export interface ImportRequest {
  readonly kind: ImportKind;
  readonly mode: ImportMode;
  readonly source: ImportSource | "auto";
  readonly bytes: Uint8Array;
  /** Header to field or "ignore"; undefined uses what was said of the same headers before. */
  readonly mapping?: Readonly<Record<string, string>> | undefined;
  readonly resolutions?: Resolutions;
  /** Made by the client, for asking how far the import has come. */
  readonly key?: string | undefined;
  /** What labels that nobody has mapped are to stand for. */
  readonly labels?: Readonly<Record<string, DeviceStatus>> | undefined;
  /** How the file writes days, for columns that do not settle it. */
  readonly days?: SaidDayOrder | undefined;
  /** What the file is called; kept with what is applied, for telling one import from another. */
  readonly fileName?: string | undefined;
}

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
  const progress = request.key === undefined ? nobodyAsks : follow(context, caller, request.key);
  try {
    const outcome = await importFile(context, caller, request, progress);
    progress.begin("done", outcome.rows.total);
    progress.add(outcome.rows.total);
    return outcome;
  } catch (fault) {
    progress.begin("stopped", 0);
    throw fault;
  }
}

/** So few are written in a blink. */
const fewRows = 250;

async function importFile(
  context: ServiceContext,
  caller: Caller,
  request: ImportRequest,
  progress: ProgressTeller,
): Promise<ImportOutcome> {
  const { kind, mode, bytes } = request;
  const file = await readCsv(bytes);
  const { gateway } = context;
  const chosen = await gateway.read((reader) =>
    mappingFor(reader, kind, request.source, file.header.cells, request.mapping),
  );
  const table = tableOf(kind, chosen.source, file, chosen.mapping, request.days);
  const run = { id: context.newId(), mode, mappingRemembered: chosen.remembered, file, table };
  const resolutionOf = resolutionFor(request.resolutions ?? {});
  const judging = { newId: recordIds(context), resolutionOf, labels: request.labels, progress };
  const judge = (reader: Reader) => judgeFile(reader, kind, table, judging);
  if (mode === "preview") {
    return gateway.read(async (reader) => outcomeOf(reader, { ...run, applied: false }, await judge(reader)));
  }
  const write = table.rows.length > fewRows ? gateway.writeApart : gateway.write;
  return write(async (tx) => {
    await oneImportAtATime(tx);
    if (kind === "devices") await deviceTerms(tx);
    if (kind === "teams") await oneTreeChangeAtATime(tx);
    const judged = await judge(tx);
    const rows = countsOf(judged.verdicts);
    if (rows.conflict + rows.error > 0) return outcomeOf(tx, { ...run, applied: false }, judged);
    const stamp = {
      at: toInstant(context.clock.now()),
      actorId: caller.person.id,
      newId: context.newId,
    };
    const told = { id: run.id, kind, source: table.source, fileName: fileNameOf(request.fileName), rows };
    await recordImport(tx, { ...stamp, ...told }, request.key ?? "");
    await writeVerdicts(tx, judged, { ...stamp, importId: run.id, progress });
    if (request.mapping !== undefined) {
      await remember(tx, { kind, file, source: table.source }, chosen, stamp);
    }
    return outcomeOf(tx, { ...run, applied: true }, judged);
  });
}

function remember(
  tx: Writer,
  { kind, file, source }: { kind: ImportKind; file: CsvFile; source: ImportSource },
  { mapping }: ChosenMapping,
  { actorId, at }: { actorId: string; at: string },
): Promise<void> {
  const key = { kind, headers: headersKey(file.header.cells) };
  return keepMapping(tx, key, { source, mapping }, { actorId, at });
}

/** An applied import as a list shows it; `undoable` as far as its records tell, so that undoing may still find them in use. */
export interface ListedImport extends ImportRunView {
  readonly state: "applied" | "undone";
  readonly undoable: boolean;
}

/** Imports that were applied. */
export function listImports(
  context: ServiceContext,
  filter: ImportFilter,
  page: PageRequest<"at">,
): Promise<Page<ListedImport>> {
  return context.gateway.read(async (reader) => {
    const found = await importPage(reader, filter, page);
    const items: ListedImport[] = [];
    for (const run of found.items) {
      const state = run.undoneAt === null ? "applied" : "undone";
      items.push({ ...run, state, undoable: state === "applied" && (await isUntouched(reader, run)) });
    }
    return { ...found, items };
  });
}
