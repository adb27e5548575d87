import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Limits } from "../../src/api/rate-limit";
import { insertPeople } from "../../src/database/stores/person-store";
import { insertTeams } from "../../src/database/stores/team-store";
import { type RunningServer, startServer } from "../../src/main";
import type { Clock } from "../../src/platform/clock";
import { parseEnvironment } from "../../src/platform/environment";
import { aPerson, aTeam, idFrom } from "./builders";
import { botClientId, botSecret, type Entra, tabClientId, tabSecret, tenantId } from "./entra";
import { migratedSqlite } from "./migrated-sqlite";
import { keepNoHours } from "./no-hours";
import { databaseFolder } from "./test-run";

export const nia = idFrom("nia");
export const huw = idFrom("huw");
export const gone = idFrom("gone");

export interface EntraServer extends RunningServer {
  /** Calls the API with this token. */
  get(path: string, token: string | null, headers?: Record<string, string>): Promise<Response>;
}

interface Wish {
  readonly botOrigin?: string;
  readonly clock?: Clock;
  readonly settings?: Readonly<Record<string, string>>;
  /** The built tab. */
  readonly tabFolder?: string;
  readonly limits?: Partial<Limits>;
}

/** The settings of a deployment whose Microsoft is on loopback. */
export function entraSettings(entra: Entra, botOrigin: string, databaseUrl: string): Record<string, string> {
  return {
    AUTH: "entra",
    HOST: "127.0.0.1",
    PORT: "0",
    PUBLIC_URL: "http://127.0.0.1:3978",
    DATABASE_URL: databaseUrl,
    TIME_ZONE: "Europe/London",
    LOG_LEVEL: "silent",
    ENTRA_TENANT_ID: tenantId,
    TAB_CLIENT_ID: tabClientId,
    TAB_CLIENT_SECRET: tabSecret,
    BOT_CLIENT_ID: botClientId,
    BOT_CLIENT_SECRET: botSecret,
    DEV_LOOPBACK_ENTRA_URL: entra.origin,
    DEV_LOOPBACK_BOT_URL: botOrigin,
  };
}

/** The whole server with `AUTH=entra`: every guard as in production, only the origins of Microsoft differ. */
export async function startEntraServer(entra: Entra, wish: Wish = {}): Promise<EntraServer> {
  const folder = databaseFolder("entra");
  const database = await migratedSqlite(join(folder, "toolroll.sqlite"));
  const settings = { ...entraSettings(entra, wish.botOrigin ?? entra.origin, database), ...wish.settings };
  const { clock, tabFolder, limits } = wish;
  const server = await startServer(parseEnvironment(settings), {
    ...(clock && { clock }),
    ...(tabFolder && { tabFolder }),
    ...(limits && { limits }),
  });
  await server.context.gateway.write(async (tx) => {
    await keepNoHours(tx);
    await insertTeams(tx, [aTeam({ id: "team-housing", name: "Housing", managerIds: [huw] })]);
    const home = { teamId: "team-housing" };
    await insertPeople(tx, [
      aPerson({ id: nia, name: "Nia Davies", ...home }),
      aPerson({ id: huw, name: "Huw Housing", ...home }),
      aPerson({ id: gone, name: "Gwen Gone", active: false, ...home }),
    ]);
  });
  return {
    ...server,
    get: (path, token, headers = {}) =>
      fetch(server.url + path, {
        headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
      }),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
