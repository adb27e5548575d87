import { Readable } from "node:stream";
import { setImmediate as breathe } from "node:timers/promises";
import { parse } from "csv-parse";
import { reportedUse } from "../../database/stores/graph/stage-store";
import { areNamesConcealed, reportKey } from "../../domain/licence/report-names";
import { getJson } from "../../graph/graph-caller";
import { GraphFailed, GraphNotPermitted } from "../../graph/graph-problem";
import { readReport } from "../../graph/graph-report";
import { progress, type SyncRound, settle, settleProblem } from "./sync-round";

/** The day of the last activity by the key of a principal name. */
export type ReportedUse = ReadonlyMap<string, string>;

/** What a part says when the tenant hides the names in its reports: nothing can be joined, and nobody is unused for it. */
export const namesConcealed = "names-concealed";

/** Who was active when; where the report cannot be read, what an earlier one said. */
export async function readUsage(round: SyncRound): Promise<ReportedUse> {
  if (!round.access.pulls.reports) {
    await settle(round, "reports", "off");
    return new Map();
  }
  try {
    const setting = await concealedSetting(round);
    const path = `/reports/getOffice365ActiveUserDetail(period='${round.access.reportPeriod}')`;
    const { names, used } = await usesIn(await readReport(round.graph, path));
    if (areNamesConcealed(setting, names)) {
      await settle(round, "reports", "ok", namesConcealed);
      return new Map();
    }
    await progress(round, "reports", names.length);
    await settle(round, "reports", "ok");
    return used;
  } catch (problem) {
    await settleProblem(round, "reports", problem);
    const people = round.inForce.get("people");
    return people ? round.context.gateway.read((reader) => reportedUse(reader, people.syncId)) : new Map();
  }
}

/** Null where the setting may not be read; the names themselves then tell. */
async function concealedSetting(round: SyncRound): Promise<boolean | null> {
  try {
    const { displayConcealedNames } = await getJson(round.graph, "/admin/reportSettings");
    return typeof displayConcealedNames === "boolean" ? displayConcealedNames : null;
  } catch (problem) {
    if (problem instanceof GraphNotPermitted || problem instanceof GraphFailed) return null;
    throw problem;
  }
}

const pieceSize = 16 * 1024;
const recordsInARow = 100;

async function usesIn(csv: string): Promise<{ names: string[]; used: Map<string, string> }> {
  const names: string[] = [];
  const used = new Map<string, string>();
  const options = { bom: true, columns: true, relax_column_count: true, skip_empty_lines: true };
  const records: AsyncIterable<Record<string, string>> = Readable.from(pieces(csv)).pipe(parse(options));
  for await (const record of records) {
    const name = record["User Principal Name"] ?? "";
    names.push(name);
    // A stream of text that is there already never waits, and so lets nobody in between.
    if (names.length % recordsInARow === 0) await breathe();
    const days = Object.entries(record)
      .filter(([column, day]) => column.endsWith("Last Activity Date") && /^\d{4}-\d{2}-\d{2}$/.test(day))
      .map(([, day]) => day)
      .sort();
    const last = days.at(-1);
    if (last !== undefined && record["Is Deleted"] !== "True")
      used.set(reportKey(name), `${last}T00:00:00.000Z`);
  }
  return { names, used };
}

/** A piece at a time, so that other work runs in between. */
function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += pieceSize) yield text.slice(at, at + pieceSize);
}
