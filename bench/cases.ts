import { heldSkuId } from "./bench-holders";
import type { Contender } from "./contender";
import type { Samples } from "./samples";

export interface BenchRequest {
  readonly path: string;
  /** A new body for each time it is sent; absent for a read. */
  readonly body?: () => object;
}

export interface BenchCase {
  readonly name: string;
  readonly title: string;
  /** Our requests per second over the bare server's, at 32 connections. */
  readonly goal: number;
  /** What is asked, in turn; found by asking `ours`, where it has to be found. */
  requests(samples: Samples, ours: Contender): Promise<BenchRequest[]> | BenchRequest[];
}

const list = (query: Record<string, string>): BenchRequest => ({
  path: `/api/devices?${new URLSearchParams(query)}`,
});
const applications = (query: Record<string, string>): BenchRequest => ({
  path: `/api/applications?${new URLSearchParams({ limit: "50", ...query })}`,
});

const holders = (query: Record<string, string>): BenchRequest => ({
  path: `/api/licences/${heldSkuId}/holders?${new URLSearchParams(query)}`,
});

export const cases: readonly BenchCase[] = [
  {
    name: "device",
    title: "one device",
    goal: 0.3,
    requests: ({ deviceIds }) => deviceIds.map((id) => ({ path: `/api/devices/${id}` })),
  },
  {
    name: "page",
    title: "page of 50, team and status, with total",
    goal: 0.55,
    requests: ({ teamIds }) => teamIds.map((team) => list({ team, status: "deployable", limit: "50" })),
  },
  {
    name: "deep",
    title: "page 1,000 of the whole list",
    goal: 0.5,
    requests: async (_samples, ours) => [list({ limit: "50", cursor: await cursorOfPage(1_000, ours) })],
  },
  {
    name: "common",
    title: "substring search, common word",
    goal: 0.6,
    requests: ({ commonWords }) => commonWords.map((q) => list({ q, limit: "50" })),
  },
  {
    name: "rare",
    title: "substring search, rare word",
    goal: 0.6,
    requests: ({ rareWords }) => rareWords.map((q) => list({ q, limit: "50" })),
  },
  {
    name: "summary",
    title: "counts by team and status",
    goal: 0.6,
    requests: () => [{ path: "/api/devices/summary?by=team,status" }],
  },
  {
    name: "holders",
    title: "page of 50 of 100,000 holders, with total",
    goal: 0.55,
    requests: () => [holders({ limit: "50" }), holders({ limit: "50", useBand: "dormant" })],
  },
  {
    name: "deep-holders",
    title: "page 1,000 of 100,000 holders",
    goal: 0.5,
    requests: async (_samples, ours) => [
      holders({ limit: "50", cursor: await cursorOfPage(1_000, ours, holders) }),
    ],
  },
  {
    name: "results",
    title: "results of a survey, all teams and statements",
    goal: 0.6,
    requests: async (_samples, ours) => [{ path: `/api/surveys/${await latestSurvey(ours)}/results` }],
  },
  {
    name: "survey-trend",
    title: "trend of a team over three surveys",
    // A few figures: between one record and a page of fifty.
    goal: 0.45,
    requests: async ({ teamIds }, ours) => {
      const survey = await latestSurvey(ours);
      return teamIds.map((team) => ({
        path: `/api/surveys/${survey}/trend?${new URLSearchParams({ team })}`,
      }));
    },
  },
  {
    name: "insert",
    title: "one new device",
    goal: 0.5,
    requests: (samples) => [{ path: "/api/devices", body: () => newDevice(samples) }],
  },
  {
    name: "applications",
    title: "page of 50 of 2,000 applications, with total",
    goal: 0.5,
    requests: () => [applications({})],
  },
  {
    name: "used",
    title: "applications of one team, with total",
    goal: 0.5,
    requests: ({ teamIds }) => teamIds.map((team) => applications({ team })),
  },
  {
    name: "named",
    title: "substring search of applications",
    goal: 0.6,
    requests: ({ applicationWords }) => applicationWords.map((q) => applications({ q })),
  },
];

export const caseNames: readonly string[] = cases.map(({ name }) => name);

/** Walks there page by page, as a person who scrolls does. */
async function cursorOfPage(page: number, ours: Contender, of = list): Promise<string> {
  let [before, cursor] = ["", ""];
  for (let at = 1; at < page; at++) {
    const { path } = of({ limit: "50", ...(cursor && { cursor }) });
    const answer = await fetch(ours.url + path, { headers: ours.headers });
    const { items, nextCursor } = (await answer.json()) as { items: unknown[]; nextCursor: string | null };
    // A smaller register ends before: its last whole page then.
    if (nextCursor === null) return items.length < 50 ? before : cursor;
    [before, cursor] = [cursor, nextCursor];
  }
  return cursor;
}

/** The last run of the seeded programme. */
async function latestSurvey(ours: Contender): Promise<string> {
  const answer = await fetch(`${ours.url}/api/surveys?state=closed`, { headers: ours.headers });
  const { items } = (await answer.json()) as { items: { id: string; closedAt: string }[] };
  const [latest] = items.sort((a, b) => (a.closedAt < b.closedAt ? 1 : -1));
  return latest?.id ?? "";
}

let made = 0;

/** In stock: a holder would be asked by the bot, which the bare server does not do. */
function newDevice({ teamIds }: Samples): object {
  made += 1;
  const number = `${process.pid}-${made}`;
  return {
    assetTag: `NEW-${number}`,
    type: "laptop",
    serial: `SN${number}`,
    manufacturer: "Dell",
    model: "Latitude 5450",
    teamId: teamIds[made % teamIds.length],
    purchaseDate: "2026-10-01",
    cost: { amount: "812.50", currency: "GBP" },
  };
}
