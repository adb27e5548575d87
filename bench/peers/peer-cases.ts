import { type BenchCase, type BenchRequest, cases } from "../cases";
import type { Samples } from "../samples";
import { deviceColumns, rowNumbers } from "./directus-database";

/** What is asked of Directus to be told the same. */
export interface PeerCase {
  readonly ours: BenchCase;
  /** How many times as much as Directus does ours should do, with 32 connections and with one. */
  readonly goals: readonly [many: number, one: number];
  requests(samples: Samples, directusFile: string): readonly BenchRequest[];
}

const fields = deviceColumns.join(",");
const items = "/items/device";
const list = (query: Record<string, string>): BenchRequest => ({
  path: `${items}?${new URLSearchParams({ fields, sort: "asset_key", limit: "50", meta: "filter_count", ...query })}`,
});
const searched = (words: readonly string[]) =>
  words.map((word) => list({ "filter[search_text][_contains]": word }));

const asked: Readonly<Record<string, Omit<PeerCase, "ours">>> = {
  device: {
    goals: [20, 20],
    requests: ({ deviceIds }, file) =>
      rowNumbers(file, deviceIds).map((seq) => ({
        path: `${items}/${seq}?${new URLSearchParams({ fields })}`,
      })),
  },
  page: {
    goals: [12, 12],
    requests: ({ teamIds }) =>
      teamIds.map((team) => list({ "filter[team_id][_eq]": team, "filter[status][_eq]": "deployable" })),
  },
  deep: { goals: [20, 20], requests: () => [list({ page: "1000" })] },
  common: { goals: [20, 20], requests: ({ commonWords }) => searched(commonWords) },
  rare: { goals: [20, 20], requests: ({ rareWords }) => searched(rareWords) },
  summary: {
    goals: [35, 35],
    requests: () => [
      {
        path: `${items}?${new URLSearchParams("aggregate[count]=*&groupBy[]=team_id&groupBy[]=status&limit=-1")}`,
      },
    ],
  },
  insert: {
    goals: [25, 10],
    requests: (samples) => [{ path: items, body: () => newRow(samples) }],
  },
};

export const peerCases: readonly PeerCase[] = cases.flatMap((ours) => {
  const same = asked[ours.name];
  return same === undefined ? [] : [{ ours, ...same }];
});

let made = 0;

export function newRow({ teamIds }: Pick<Samples, "teamIds">): object {
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
