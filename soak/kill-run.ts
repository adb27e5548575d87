import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import sql from "sql-template-tag";
import { openGateway } from "../src/database/data-source";
import type { Reader } from "../src/database/gateway";
import { rowsOfFile } from "./children/kill-file";
import { exactly, type Figure, none } from "./figure";
import { startChild } from "./sending";

/** A kill comes within so many milliseconds of the first acknowledged write. */
const longestLifeMs = 1_200;

/** What the processes said before they were killed. */
interface Said {
  /** Tag to the statuses that were acknowledged, the last of which must be there, or one that came after. */
  readonly kept: Map<string, string>;
  readonly gone: Set<string>;
  /** Files that were imported. */
  readonly taken: Set<string>;
}

/** Everything is looked at after each kill, which would take longer with every one of them. */
const killsOfOneFile = 50;

/**
 * Kills a writing process at random moments, again and again on one SQLite file and then on the next, and looks at what is
 * left each time.
 */
export async function killRun({ kills }: { readonly kills: number }): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "toolroll-kills-"));
  let said = nothingSaid();
  let url = "";
  const acknowledged = { writes: 0, files: 0, rolledBack: 0 };
  const [lost, ghosts, torn, miscounted, damaged]: string[][] = [[], [], [], [], []];
  let survived = 0;
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      if (kill % killsOfOneFile === 0) {
        addTo(acknowledged, said);
        said = nothingSaid();
        url = `sqlite:${join(folder, `after-${kill}.sqlite`)}`;
      }
      await killedWriter(url, `K${kill}`, said);
      const found = await inspect(url);
      survived += 1;
      for (const [tag, status] of said.kept) {
        const there = found.devices.get(tag);
        if (there !== status && there !== "pending") lost?.push(tag);
      }
      for (const tag of said.gone) if (found.devices.has(tag)) ghosts?.push(tag);
      torn?.push(...tornFiles(found.devices, said.taken));
      if (!found.counted) miscounted?.push(`after kill ${kill}`);
      if (!found.whole) damaged?.push(`after kill ${kill}`);
    }
    addTo(acknowledged, said);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { writes, files, rolledBack } = acknowledged;
  return [
    exactly("kills after which the database opened again", survived, kills),
    { name: "writes acknowledged", value: writes, goal: "> 0", reached: writes > 0 },
    { name: "writes rolled back", value: rolledBack, goal: "> 0", reached: rolledBack > 0 },
    { name: "files acknowledged", value: files, goal: "> 0", reached: files > 0 },
    none("acknowledged and lost", lost ?? []),
    none("rolled back and there", ghosts ?? []),
    none("files of which a part is there, or that were taken and are not", torn ?? []),
    none("kept totals that differ from a recount", miscounted ?? []),
    none("damaged files", damaged ?? []),
  ];
}

function nothingSaid(): Said {
  return { kept: new Map(), gone: new Set(), taken: new Set() };
}

function addTo(all: { writes: number; files: number; rolledBack: number }, said: Said): void {
  all.writes += said.kept.size;
  all.files += said.taken.size;
  all.rolledBack += said.gone.size;
}

async function killedWriter(url: string, prefix: string, said: Said): Promise<void> {
  const child = startChild("kill-child", [url, prefix]);
  const gone = once(child, "close");
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    const [word, tag = "", status = ""] = line.split(" ");
    if (word === "kept") said.kept.set(tag, status);
    if (word === "gone") said.gone.add(tag);
    if (word === "taken") said.taken.add(tag);
  });
  await Promise.race([once(lines, "line"), gone]);
  await pause(Math.random() * longestLifeMs);
  child.kill("SIGKILL");
  await gone;
}

/** An import is all there or not at all; its devices are called by its name, a point and a number. */
function tornFiles(devices: ReadonlyMap<string, string>, taken: ReadonlySet<string>): string[] {
  const rows = new Map([...taken].map((name) => [name, 0]));
  for (const tag of devices.keys()) {
    const [name = "", number] = tag.split(".");
    if (number !== undefined) rows.set(name, (rows.get(name) ?? 0) + 1);
  }
  return [...rows].filter(([, count]) => count !== rowsOfFile).map(([name]) => name);
}

async function inspect(url: string) {
  const gateway = await openGateway(url);
  try {
    return await gateway.read(async (reader) => ({
      devices: await devicesOf(reader),
      counted: await countsAgree(reader),
      whole: await isWhole(reader),
    }));
  } finally {
    await gateway.close();
  }
}

async function devicesOf(reader: Reader): Promise<Map<string, string>> {
  const rows = await reader.rows<{ tag: string; status: string }>(
    sql`SELECT asset_tag AS tag, status FROM device`,
  );
  return new Map(rows.map(({ tag, status }) => [tag, status]));
}

/** Kept totals against a recount, whichever way they differ. */
export async function countsAgree(reader: Reader): Promise<boolean> {
  const rows = await reader.rows(sql`
    SELECT 1 AS one FROM (
      SELECT team_id, status, type, CAST(count(*) AS integer) AS n FROM device GROUP BY team_id, status, type) r
    FULL JOIN (SELECT team_id, status, type, count AS n FROM device_count WHERE count <> 0) k
      ON k.team_id = r.team_id AND k.status = r.status AND k.type = r.type
    WHERE r.n IS NULL OR k.n IS NULL OR r.n <> k.n`);
  return rows.length === 0;
}

async function isWhole(reader: Reader): Promise<boolean> {
  const rows = await reader.rows<{ integrity_check: string }>(sql`PRAGMA integrity_check`);
  return rows.length === 1 && rows[0]?.integrity_check === "ok";
}
