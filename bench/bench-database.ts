import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { buildCouncil, type Council } from "../scripts/seed/council";
import { writeCouncil } from "../scripts/seed/write-council";
import { openGateway } from "../src/database/data-source";
import { type Postgres, startPostgres } from "../tests/support/postgres";
import { fillHolders } from "./bench-holders";

/** The seeded register, and a copy of it for what the bare server writes. */
export interface BenchDatabase {
  readonly url: string;
  readonly copyUrl: string;
  stop(): Promise<void>;
}

export interface SeededDatabase extends BenchDatabase {
  /** Another copy as it was seeded, by a name of its own; nobody may have `url` open meanwhile. */
  copy(name: string): Promise<string>;
}

/** The same teams whatever the number of devices, so that what grows is the register and nothing else. */
const people = 2_000;
/** As many as a large council has, whatever the number of devices. */
const applications = 2_000;
const now = new Date("2026-11-02T00:00:00Z");

/** @param withHolders of a licence too, whom a sync of its own would find gone */
export async function sqliteDatabase(
  folder: string,
  rows: number,
  withHolders = false,
): Promise<SeededDatabase> {
  const path = join(folder, "toolroll.sqlite");
  await fill(`sqlite:${path}`, rows, withHolders);
  const copy = async (name: string) => {
    const to = join(folder, `${name}.sqlite`);
    copyFileSync(path, to);
    return `sqlite:${to}`;
  };
  return { url: `sqlite:${path}`, copyUrl: await copy("bare"), copy, stop: async () => {} };
}

export async function postgresDatabase(rows: number): Promise<SeededDatabase> {
  const server = await startPostgres();
  try {
    const url = await server.createDatabase();
    await fill(url, rows, true);
    await analyse(url);
    const copy = (name: string) => copyOf(server, url, name);
    return { url, copyUrl: await copy("bare"), copy, stop: () => server.stop() };
  } catch (fault) {
    await server.stop();
    throw fault;
  }
}

/**
 * History is left out: no case reads it. Surveys ask about no application, because what people feel about one would be
 * part of its legacy risk, which the bare server reads from the application alone.
 */
async function fill(url: string, rows: number, withHolders: boolean): Promise<void> {
  const council = withMoreApplications(buildCouncil({ people, devices: rows, seed: 1, now }));
  const gateway = await openGateway(url);
  try {
    const runs = council.runs.map((run) => ({ ...run, survey: { ...run.survey, items: aboutNothing(run) } }));
    await writeCouncil(gateway, { ...council, history: [], runs }, () => {});
    if (withHolders) await fillHolders(gateway, council.people);
  } finally {
    await gateway.close();
  }
}

function aboutNothing({ survey }: Council["runs"][number]): Council["runs"][number]["survey"]["items"] {
  return survey.items.map((item) => ({ ...item, applicationId: null }));
}

/** The council's own over and over, under names and ids of their own, each used by the same teams. */
export function withMoreApplications(council: Council): Council {
  const own = council.applications;
  const missing = Array.from({ length: applications - own.length }, (_, at) => at);
  const copies = missing.flatMap((at) => {
    const of = own[at % own.length];
    const named = { id: `bench-${at}`, name: `${of?.name} ${at}`, replacedById: null };
    return of ? [{ of: of.id, copy: { ...of, ...named } }] : [];
  });
  const uses = copies.flatMap(({ of, copy }) =>
    council.uses
      .filter(({ applicationId }) => applicationId === of)
      .map((use) => ({ ...use, applicationId: copy.id })),
  );
  return {
    ...council,
    applications: [...own, ...copies.map(({ copy }) => copy)],
    uses: [...council.uses, ...uses],
  };
}

async function analyse(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("VACUUM ANALYZE");
  await client.end();
}

async function copyOf(server: Postgres, url: string, name: string): Promise<string> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${new URL(url).pathname.slice(1)}`);
  await client.end();
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}
