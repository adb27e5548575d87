import type { Gateway, Reader, Writer } from "../../database/gateway";
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
import { readCsv } from "./csv-file";
import { lineEndsIn } from "./csv-rows";
import { headersKey, mappingFor } from "./header-mapping";
import { type ImportOutcome, outcomeOf, type ReadTable } from "./import-outcome";
import { follow } from "./import-progress";
import { tableOf } from "./import-table";
import { type DeviceVerdicts, judgeFile } from "./judge-file";
import { VerdictWriter } from "./write-verdicts";

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
const fewLines = 250;

async function importFile(
  context: ServiceContext,
  caller: Caller,
  request: ImportRequest,
  progress: ProgressTeller,
): Promise<ImportOutcome> {
  const { kind, mode, bytes } = request;
  const { gateway } = context;
  const id = context.newId();
  const reading = readTable(gateway, request);
  const judging = {
    newId: recordIds(context),
    resolutionOf: resolutionFor(request.resolutions ?? {}),
    labels: request.labels,
    progress,
  };
  if (mode === "preview") {
    const read = await reading;
    const judge = (reader: Reader) => judgeFile(reader, kind, read.table, judging);
    return gateway.read(async (reader) =>
      outcomeOf(reader, { id, mode, applied: false, read }, await judge(reader)),
    );
  }
  const isLong = lineEndsIn(bytes) > fewLines;
  const apply = async (tx: Writer) => {
    const read = await reading;
    await oneImportAtATime(tx);
    if (kind === "devices") await deviceTerms(tx);
    if (kind === "teams") await oneTreeChangeAtATime(tx);
    const stamp = { at: toInstant(context.clock.now()), actorId: caller.person.id, newId: context.newId };
    const writer = new VerdictWriter(tx, kind, { ...stamp, importId: id, progress });
    const asJudged = isLong ? (some: DeviceVerdicts) => writer.begin(some) : undefined;
    try {
      const judged = await judgeFile(tx, kind, read.table, { ...judging, asJudged });
      const rows = countsOf(judged.verdicts);
      const isApplied = rows.conflict + rows.error === 0;
      if (isApplied) {
        const told = { source: read.table.source, fileName: fileNameOf(request.fileName), rows };
        await recordImport(tx, { ...stamp, ...told, id, kind }, request.key ?? "");
        await writer.finish(judged);
        if (request.mapping !== undefined) await remember(tx, kind, read, stamp);
      }
      const outcome = await outcomeOf(tx, { id, mode, applied: isApplied, read }, judged);
      if (!isApplied && writer.begun > 0) throw new NotApplied(outcome);
      return outcome;
    } finally {
      await writer.stop();
    }
  };
  if (isLong) return gateway.writeApart(apply, reading).catch(asOutcome);
  await reading;
  return gateway.write(apply);
}

/** Takes back what was written of a file before one of its rows was refused. */
class NotApplied extends Error {
  constructor(readonly outcome: ImportOutcome) {
    super("A row of the file was refused");
  }
}

function asOutcome(fault: unknown): ImportOutcome {
  if (fault instanceof NotApplied) return fault.outcome;
  throw fault;
}

/** The file as a table, with what its headers mean. */
async function readTable(
  gateway: Gateway,
  { kind, source, bytes, mapping, days }: ImportRequest,
): Promise<ReadTable> {
  const file = await readCsv(bytes);
  const chosen = await gateway.read((reader) => mappingFor(reader, kind, source, file.header.cells, mapping));
  return { file, chosen, table: tableOf(kind, chosen.source, file, chosen.mapping, days) };
}

function remember(
  tx: Writer,
  kind: ImportKind,
  { file, table, chosen }: ReadTable,
  { actorId, at }: { actorId: string; at: string },
): Promise<void> {
  const key = { kind, headers: headersKey(file.header.cells) };
  return keepMapping(tx, key, { source: table.source, mapping: chosen.mapping }, { actorId, at });
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
