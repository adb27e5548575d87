import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { freePort } from "../../tests/support/free-port";
import type { Contender } from "../contender";
import { deviceColumns, type Peer, type PeerApi, type PeerPlace, type PeerRow, pageRows } from "./peer";
import { installPeer, sqliteDriver } from "./peer-install";
import { askPeer, startPeerProcess } from "./peer-process";

/** The newest that runs on every Node that Toolroll runs on; later ones need Node 22. */
const version = "11.3.5";
/** Not `directus/cli.js`, which asks the npm registry for a newer version before it does anything. */
const command = join("@directus", "api", "dist", "cli", "run.js");
const administrator = { email: "admin@example.com", password: randomBytes(12).toString("hex") };

export const directus: Peer = {
  name: "Directus",
  version,
  goals: {
    sqlite: {
      ...{ device: 20, page: 12, deep: 20, search: 20, counts: 35 },
      ...{ insert: [25, 10], import: 25, p99: 0.1 },
    },
    postgres: {
      ...{ device: 8, page: 6, deep: 18, search: 25, counts: 10 },
      ...{ insert: [15, 10], import: 15, p99: 0.1 },
    },
  },
  install: (folder) =>
    installPeer(folder, {
      title: `Directus ${version}`,
      wanted: { dependencies: { directus: version, sqlite3: "5.1.7" } },
      steps: [["install"]],
      present: [command, sqliteDriver],
    }),
  start,
};

/**
 * Directus as a team would host it, in production, without what would slow it down here: telemetry, logging of
 * requests, limits on how much is asked.
 */
async function start({ install, home, devicesUrl }: PeerPlace) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = { ...settings(home, url, port), ...connection(devicesUrl) };
  const cli = join(install, "node_modules", command);
  const env = { ...process.env, ...environment };
  execFileSync(process.execPath, [cli, "bootstrap"], { cwd: home, env, stdio: "pipe" });
  const args = [cli, "start"];
  const running = await startPeerProcess({
    ...{ name: "Directus", args, folder: home, log: join(home, "directus.log") },
    ...{ environment, url, ping: "/server/ping" },
  });
  try {
    return { ...running, headers: await preparedBy(running), api };
  } catch (fault) {
    await running.stop();
    throw fault;
  }
}

/** Signs in and makes the devices known to it. */
async function preparedBy({ url }: Contender): Promise<Contender["headers"]> {
  const { data } = await askPeer<{ data: { access_token: string } }>({ url, headers: {} }, "/auth/login", {
    body: administrator,
  });
  const headers = { Authorization: `Bearer ${data.access_token}` };
  const managed = { method: "PATCH", body: { meta: { hidden: false } } } as const;
  await askPeer({ url, headers }, "/collections/device", managed);
  return headers;
}

function settings(home: string, url: string, port: number): Record<string, string> {
  return {
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: url,
    KEY: randomBytes(16).toString("hex"),
    SECRET: randomBytes(32).toString("hex"),
    EXTENSIONS_PATH: join(home, "extensions"),
    STORAGE_LOCAL_ROOT: join(home, "uploads"),
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    ACCESS_TOKEN_TTL: "1d",
    TELEMETRY: "false",
    LOG_LEVEL: "error",
    CACHE_ENABLED: "false",
    RATE_LIMITER_ENABLED: "false",
    PRESSURE_LIMITER_ENABLED: "false",
    MAX_PAYLOAD_SIZE: "50mb",
    SERVE_APP: "false",
  };
}

function connection(devicesUrl: string): Record<string, string> {
  return devicesUrl.startsWith("sqlite:")
    ? { DB_CLIENT: "sqlite3", DB_FILENAME: devicesUrl.slice("sqlite:".length) }
    : { DB_CLIENT: "pg", DB_CONNECTION_STRING: devicesUrl };
}

const items = "/items/device";
const fields = deviceColumns.join(",");

const api: PeerApi = {
  one: (row) => `${items}/${row}?${new URLSearchParams({ fields })}`,
  page({ equal = {}, contains, page = 1 }) {
    const filters = Object.entries(equal).map(([column, value]) => [`filter[${column}][_eq]`, value]);
    const query = new URLSearchParams({
      ...{ fields, sort: "asset_key", limit: String(pageRows), page: String(page), meta: "filter_count" },
      ...Object.fromEntries(filters),
      ...(contains !== undefined && { "filter[search_text][_contains]": contains }),
    });
    return `${items}?${query}`;
  },
  counts: `${items}?${new URLSearchParams("aggregate[count]=*&groupBy[]=team_id&groupBy[]=status&limit=-1")}`,
  add: items,
  addMany: `${items}?fields=seq`,
  told: {
    device: (answer) => dataOf<PeerRow>(answer),
    page(answer) {
      const { meta } = answer as { meta: { filter_count: number } };
      return { rows: dataOf<PeerRow[]>(answer), total: Number(meta.filter_count) };
    },
    counts: (answer) => dataOf<PeerRow[]>(answer),
    added: (answer) => [dataOf<{ seq: number } | { seq: number }[]>(answer)].flat().map(({ seq }) => seq),
  },
};

function dataOf<Data>(answer: unknown): Data {
  return (answer as { data: Data }).data;
}
