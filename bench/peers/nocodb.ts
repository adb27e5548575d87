import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { freePort } from "../../tests/support/free-port";
import type { Contender } from "../contender";
import { emptyDatabase } from "./device-database";
import { nocodbApi } from "./nocodb-api";
import type { Peer, PeerPlace } from "./peer";
import { installPeer, sqliteDriver } from "./peer-install";
import { askPeer, startPeerProcess } from "./peer-process";

/** The newest on the npm registry that runs on every Node that Toolroll runs on; later ones need Node 22. */
const version = "0.262.5";
const administrator = { email: "admin@example.com", password: `${randomBytes(12).toString("hex")}-Aa1` };

export const nocodb: Peer = {
  name: "NocoDB",
  version,
  goals: {
    sqlite: {
      ...{ device: 25, page: 20, deep: 80, search: 25, counts: 250 },
      ...{ insert: [20, 8], import: 4 },
    },
    postgres: {
      ...{ device: 8, page: 8, deep: 60, search: 25, counts: 30 },
      ...{ insert: [12, 8], import: 2 },
    },
  },
  install: (folder) =>
    installPeer(folder, {
      title: `NocoDB ${version}`,
      // Its reader of spreadsheets comes from elsewhere than the registry, and nothing here reads any.
      wanted: { dependencies: { nocodb: version, sqlite3: "5.1.7" }, overrides: { xlsx: "0.18.5" } },
      // A package of its own refuses to be installed by npm, in a script that does nothing else.
      steps: [
        ["install", "--ignore-scripts"],
        ["rebuild", "sqlite3"],
      ],
      present: [join("nocodb", "dist", "bundle.js"), sqliteDriver],
    }),
  start,
};

/** The package is a router for Express, and brings Express along. */
const program = `
const nocodb = require.resolve("nocodb");
const app = require(require.resolve("express", { paths: [nocodb] }))();
const server = app.listen(Number(process.env.PORT), "127.0.0.1", async () => {
  app.use(await require(nocodb).Noco.init({}, server, app));
});`;

/**
 * NocoDB as a team would host it, with our devices as a data source of a base. Its first start makes its own tables, so
 * the one that is measured is the second.
 */
async function start({ install, home, devicesUrl }: PeerPlace) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = await settings(home, devicesUrl, port);
  const command = {
    ...{ name: "NocoDB", args: ["-e", program], folder: install, log: join(home, "nocodb.log") },
    ...{ environment, url, ping: "/api/v1/health" },
  };
  const first = await startPeerProcess(command);
  const { token, ...place } = await prepare(first, devicesUrl).finally(first.stop);
  const running = await startPeerProcess(command);
  return { ...running, headers: { "xc-token": token }, api: nocodbApi(place) };
}

async function settings(home: string, devicesUrl: string, port: number): Promise<Record<string, string>> {
  return {
    NODE_ENV: "production",
    PORT: String(port),
    NC_DB: await ownDatabase(home, devicesUrl),
    NC_TOOL_DIR: home,
    NC_AUTH_JWT_SECRET: randomBytes(32).toString("hex"),
    NC_ADMIN_EMAIL: administrator.email,
    NC_ADMIN_PASSWORD: administrator.password,
    NC_DISABLE_TELE: "true",
    NC_DISABLE_ERR_REPORTS: "true",
    // As it treats a file of its own: of several connections to one, those that write refuse each other.
    ...(devicesUrl.startsWith("sqlite:") && { NC_DB_POOL_MAX: "1" }),
  };
}

/** For what it knows about bases, tables and people, on the same engine. */
async function ownDatabase(home: string, devicesUrl: string): Promise<string> {
  if (devicesUrl.startsWith("sqlite:")) return `sqlite3://?d=${join(home, "nocodb.sqlite")}`;
  const { host, user, password, database } = partsOf(await emptyDatabase(devicesUrl, "nocodb_own"));
  return `pg://${host}?${new URLSearchParams({ u: user, p: password, d: database })}`;
}

/** Signs in and makes the devices known to it. */
async function prepare({ url }: Contender, devicesUrl: string) {
  const signedIn = await askPeer<{ token: string }>({ url, headers: {} }, "/api/v1/auth/user/signin", {
    body: administrator,
  });
  const person = { url, headers: { "xc-auth": signedIn.token } };
  const { token } = await askPeer<{ token: string }>(person, "/api/v1/tokens", {
    body: { description: "bench" },
  });
  const base = await askPeer<{ id: string }>(person, "/api/v2/meta/bases", {
    body: { title: "Toolroll", external: true, sources: [sourceOf(devicesUrl)] },
  });
  const { list } = await askPeer<{ list: { id: string; table_name: string }[] }>(
    person,
    `/api/v2/meta/bases/${base.id}/tables`,
  );
  const table = list.find(({ table_name }) => table_name === "device");
  if (table === undefined) throw new Error("NocoDB sees no devices");
  return { token, base: base.id, table: table.id };
}

function sourceOf(devicesUrl: string): object {
  const names = { alias: "devices", inflection_column: "none", inflection_table: "none" };
  if (devicesUrl.startsWith("sqlite:")) {
    const filename = devicesUrl.slice("sqlite:".length);
    const file = { client: "sqlite3", database: filename, connection: { filename }, useNullAsDefault: true };
    return { ...names, type: "sqlite3", config: { client: "sqlite3", connection: file } };
  }
  const { hostname, port, user, password, database } = partsOf(devicesUrl);
  const connection = { host: hostname, port: Number(port), user, password, database };
  return { ...names, type: "pg", config: { client: "pg", connection, searchPath: ["public"] } };
}

function partsOf(postgresUrl: string) {
  const { host, hostname, port, username, password, pathname } = new URL(postgresUrl);
  return { host, hostname, port, user: username, password, database: pathname.slice(1) };
}
