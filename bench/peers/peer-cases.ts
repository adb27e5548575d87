import { type BareDatabase, openBare } from "../bare-database";
import { type BenchCase, type BenchRequest, cases } from "../cases";
import type { Samples } from "../samples";
import { type PeerApi, type PeerGoals, pageRows } from "./peer";

/** What is asked for, which says how answers to it are read. */
export type Wanted = "device" | "page" | "counts" | "new device";

/** What is asked of a peer to be told the same. */
export interface PeerCase {
  readonly ours: BenchCase;
  readonly wanted: Wanted;
  /** With 32 connections and with one. */
  goals(goals: PeerGoals): readonly [many: number, one: number];
  requests(samples: PeerSamples, api: PeerApi): readonly BenchRequest[];
}

export interface PeerSamples extends Samples {
  /** The numbers of the rows of `deviceIds`. */
  readonly deviceRows: readonly number[];
  /** The page that ours is asked for: a smaller register ends before the thousandth. */
  readonly deepPage: number;
}

const both = (goal: number) => [goal, goal] as const;
const searched = (words: readonly string[], api: PeerApi) =>
  words.map((contains) => ({ path: api.page({ contains }) }));

const asked: Readonly<Record<string, Omit<PeerCase, "ours">>> = {
  device: {
    wanted: "device",
    goals: ({ device }) => both(device),
    requests: ({ deviceRows }, api) => deviceRows.map((row) => ({ path: api.one(row) })),
  },
  page: {
    wanted: "page",
    goals: ({ page }) => both(page),
    requests: ({ teamIds }, api) =>
      teamIds.map((team_id) => ({ path: api.page({ equal: { team_id, status: "deployable" } }) })),
  },
  deep: {
    wanted: "page",
    goals: ({ deep }) => both(deep),
    requests: ({ deepPage }, api) => [{ path: api.page({ page: deepPage }) }],
  },
  common: {
    wanted: "page",
    goals: ({ search }) => both(search),
    requests: ({ commonWords }, api) => searched(commonWords, api),
  },
  rare: {
    wanted: "page",
    goals: ({ search }) => both(search),
    requests: ({ rareWords }, api) => searched(rareWords, api),
  },
  summary: {
    wanted: "counts",
    goals: ({ counts }) => both(counts),
    requests: (_samples, api) => [{ path: api.counts }],
  },
  insert: {
    wanted: "new device",
    goals: ({ insert }) => insert,
    requests: (samples, api) => [{ path: api.add, body: () => newRow(samples) }],
  },
};

export const peerCases: readonly PeerCase[] = cases.flatMap((ours) => {
  const same = asked[ours.name];
  return same === undefined ? [] : [{ ours, ...same }];
});

export async function peerSamples(url: string, samples: Samples): Promise<PeerSamples> {
  const database = openBare(url, "read");
  try {
    const deviceRows: number[] = [];
    for (const id of samples.deviceIds) {
      deviceRows.push(await numberOf(database, "SELECT seq AS n FROM device WHERE id = ?", [id]));
    }
    const devices = await numberOf(database, "SELECT count(*) AS n FROM device", []);
    return { ...samples, deviceRows, deepPage: Math.min(1_000, Math.ceil(devices / pageRows)) };
  } finally {
    await database.close();
  }
}

async function numberOf(database: BareDatabase, text: string, values: readonly string[]): Promise<number> {
  const [row] = await database.rows<{ n: number | string }>(text, values);
  return Number(row?.n);
}

let made = 0;

export function newRow({ teamIds }: Pick<Samples, "teamIds">) {
  made += 1;
  const tag = `PEER-${process.pid}-${made}`;
  return {
    ...{ id: tag, asset_tag: tag, asset_key: tag.toLowerCase(), serial: `SN${tag}`, serial_key: `sn${tag}` },
    ...{ type: "laptop", manufacturer: "Dell", model: "Latitude 5450", model_key: "latitude 5450" },
    ...{ status: "deployable", label: "Ready to deploy", team_id: teamIds[made % teamIds.length] ?? "" },
    ...{ purchase_date: "2026-10-01", cost_amount: "812.50", cost_currency: "GBP", source: "tab" },
    ...{ search_text: `${tag} sn${tag} dell latitude 5450`.toLowerCase(), version: 1 },
  };
}
