import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { parse } from "csv-parse/sync";
import { v7 } from "uuid";
import { indexedAtOnce, indexFirst } from "../src/database/device-search-due";
import { keptDays } from "../src/database/stores/device-lifecycle";
import { toRow } from "../src/database/stores/device-row";
import { register } from "../src/domain/device";
import { shippedRules } from "../src/domain/lifecycle/lifecycle";
import { sqliteDatabase } from "./bench-database";
import { type Contender, startOurs } from "./contender";
import { median } from "./rounds";
import { figuresOf } from "./server-figures";

/** One file taken by our server, and by nothing but a parser and the database. */
export interface ImportRate {
  readonly oursMs: number;
  readonly floorMs: number;
  readonly grownMb: number;
  readonly stalledMs: number;
}

const fileRows = 10_000;
const devicesBefore = 10_000;
const goals = { ratio: 1.5, grownMb: 150, stalledMs: 100 } as const;

/** A new register each round, and who begins changes. Everything the server does is counted: verdicts, history, undo. */
export async function measureImports(folder: string, rounds: number): Promise<ImportRate[]> {
  const rates: ImportRate[] = [];
  const file = fileOf(fileRows);
  for (let round = 0; round < rounds; round += 1) {
    const database = await sqliteDatabase(mkdtempSync(join(folder, "import-")), devicesBefore);
    const floor = () => {
      const path = database.copyUrl.slice("sqlite:".length);
      floorMs(path, warmUpFile);
      return floorMs(path, file);
    };
    const early = round % 2 === 0 ? floor() : null;
    const ours = await oursWith(database, file);
    rates.push({ ...ours, floorMs: early ?? floor() });
    await database.stop();
  }
  return rates;
}

/** What is said of them, with the goals. */
export function importLines(rates: readonly ImportRate[]): string[] {
  const ratios = rates.map(({ oursMs, floorMs: floor }) => oursMs / floor);
  const of = (name: keyof ImportRate) => Math.round(median(rates.map((rate) => rate[name])));
  const worst = (name: keyof ImportRate) => Math.round(Math.max(...rates.map((rate) => rate[name])));
  const ratio = median(ratios);
  const spread = `${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}`;
  const reached = (is: boolean) => (is ? "yes" : "NO");
  return [
    `${fileRows} devices, ours ${of("oursMs")} ms, floor ${of("floorMs")} ms: ratio ${ratio.toFixed(2)} (${spread})   goal up to ${goals.ratio}: ${reached(ratio <= goals.ratio)}`,
    `memory grew by ${worst("grownMb")} MB at most   goal under ${goals.grownMb} MB: ${reached(worst("grownMb") < goals.grownMb)}`,
    `longest stall of the event loop ${worst("stalledMs")} ms   goal under ${goals.stalledMs} ms: ${reached(worst("stalledMs") < goals.stalledMs)}`,
  ];
}

async function oursWith(
  database: Parameters<typeof startOurs>[0],
  file: string,
): Promise<Omit<ImportRate, "floorMs">> {
  const ours = await startOurs(database);
  try {
    await atRest(ours);
    const before = await figuresOf(ours.url);
    await importMs(ours, warmUpFile);
    const warm = await figuresOf(ours.url);
    const oursMs = await importMs(ours, file);
    const after = await figuresOf(ours.url);
    const stalledMs = Math.max(warm.stalledMs, after.stalledMs);
    return { oursMs, grownMb: after.residentMb - before.residentMb, stalledMs };
  } finally {
    await ours.stop();
  }
}

/** What the server does of itself when it starts is no part of what is measured. */
export async function atRest({ url }: Contender, patienceMs = 20_000): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  for (let before = 0; performance.now() < giveUpAt; ) {
    const { cpuSeconds } = await figuresOf(url);
    if (cpuSeconds - before < 0.1) return;
    before = cpuSeconds;
    await pause(500);
  }
}

/** @throws Error when nothing was written */
export async function importMs(ours: Contender, file: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(`${ours.url}/api/imports?kind=devices&mode=apply`, {
    method: "POST",
    headers: { ...ours.headers, "Content-Type": "text/csv" },
    body: file,
  });
  const { applied } = (await answer.json()) as { applied?: boolean };
  const tookMs = performance.now() - begun;
  if (applied !== true) throw new Error(`The import answered ${answer.status} and wrote nothing`);
  return tookMs;
}

/** Parse and insert in one transaction, with the indexes and the search index of the table; no verdicts, no history. */
function floorMs(path: string, file: string): number {
  const database = new Database(path);
  try {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("temp_store = MEMORY");
    const begun = performance.now();
    const rows = (parse(file, { columns: true }) as Record<string, string>[]).map(rowOf);
    const names = Object.keys(rows[0] ?? {});
    const columns = names.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
    const insert = database.prepare(
      `INSERT OR FAIL INTO device (${columns.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
    );
    database.transaction(() => {
      for (const row of rows) insert.run(Object.values(row));
      for (let left = rows.length; left > 0; left -= indexedAtOnce)
        for (const text of indexFirst) database.exec(text);
    })();
    return performance.now() - begun;
  } finally {
    database.close();
  }
}

function rowOf(cells: Record<string, string>) {
  const [amount = "", currency = "GBP"] = (cells.Cost ?? "").split(" ");
  const draft = {
    assetTag: cells["Asset tag"] ?? "",
    type: "laptop",
    serial: cells["Serial number"] ?? null,
    manufacturer: cells.Manufacturer ?? null,
    model: cells.Model ?? null,
    os: cells.OS ?? null,
    osVersion: cells["OS version"] ?? null,
    purchaseDate: cells["Purchase date"] ?? null,
    warrantyEnd: cells["Warranty end"] ?? null,
    cost: { amount, currency },
    notes: cells.Notes ?? null,
  } as const;
  const device = register(draft, v7(), "toolroll");
  return toRow(device, null, keptDays(shippedRules, device));
}

/** Every contender takes it first, as in all other cases. */
const warmUpFile = fileOf(1_000, "WARM");

export function fileOf(count: number, tag = "IMP"): string {
  const header =
    "Asset tag,Serial number,Type,Manufacturer,Model,OS,OS version,Purchase date,Warranty end,Cost,Notes";
  const rows = Array.from(
    { length: count },
    (_, at) =>
      `${tag}-${at},SN${tag}${at}X,laptop,Dell,Latitude 5450,Windows,11 24H2,2024-03-01,2027-03-01,812.50 GBP,"Bought for the office, room ${at}"`,
  );
  return [header, ...rows].join("\r\n");
}
