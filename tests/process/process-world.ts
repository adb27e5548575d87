import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { insertPeople } from "../../src/database/stores/person-store";
import { insertTeams } from "../../src/database/stores/team-store";
import { postActivity, teamsActivity } from "../support/bot-client";
import { type BotConnector, startBotConnector } from "../support/bot-connector";
import { type BotFramework, startBotFramework } from "../support/bot-framework";
import { aPerson, aTeam, idFrom } from "../support/builders";
import { type Entra, startEntra } from "../support/entra";
import { entraSettings } from "../support/entra-server";
import { keepNoHours } from "../support/no-hours";
import { type ProcessOptions, type ServerProcess, startServerProcess } from "../support/server-process";

/** Microsoft on loopback, a database with people in it, and the built server in a process of its own. */
export interface ProcessWorld {
  readonly entra: Entra;
  readonly bots: BotFramework;
  readonly connector: BotConnector;
  readonly people: readonly string[];
  /** The one that was started last. */
  readonly server: ServerProcess;
  /** As an IT manager. */
  call(method: string, path: string, body?: unknown): Promise<Response>;
  /** Everybody gets the bot installed, so that it can write to them. */
  installForAll(): Promise<void>;
  /** Another server on the same database, once this one has ended. */
  restart(options?: ProcessOptions): Promise<void>;
  /** Only when the server has ended: it locks its database. */
  openDatabase(): Promise<Gateway>;
  close(): Promise<void>;
}

export async function openProcessWorld(
  count: number,
  more: Readonly<Record<string, string>> = {},
  nodeOptions: readonly string[] = [],
): Promise<ProcessWorld> {
  const folder = mkdtempSync(join(tmpdir(), "toolroll-process-"));
  const url = `sqlite:${join(folder, "toolroll.sqlite")}`;
  const people = Array.from({ length: count }, (_, at) => idFrom(`person-${at}`));
  await populate(url, people);
  const [entra, bots, connector] = await Promise.all([
    startEntra(),
    startBotFramework(),
    startBotConnector(),
  ]);
  const settings = { ...entraSettings(entra, bots.origin, url), LOG_LEVEL: "debug", ...more };
  let server = await startServerProcess(settings, { nodeOptions });
  const itManager = () => entra.userToken(people[0] ?? "", { roles: ["Toolroll.ItManager"] });
  return {
    entra,
    bots,
    connector,
    people,
    get server() {
      return server;
    },
    call: (method, path, body) =>
      fetch(server.url + path, {
        method,
        headers: { authorization: `Bearer ${itManager()}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    async installForAll() {
      const { serviceUrl } = connector;
      for (const personId of people) {
        const activity = teamsActivity(personId, serviceUrl, { type: "installationUpdate", action: "add" });
        await postActivity(server.url, activity, bots.botToken(serviceUrl));
      }
    },
    async restart(options) {
      server = await startServerProcess(settings, options);
    },
    openDatabase: () => openGateway(url),
    async close() {
      await server.end("SIGKILL");
      await Promise.all([entra.close(), bots.close(), connector.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function populate(url: string, people: readonly string[]): Promise<void> {
  const gateway = await openGateway(url);
  await gateway.write(async (tx) => {
    await keepNoHours(tx);
    await insertTeams(tx, [aTeam({ id: "team-housing", name: "Housing" })]);
    await insertPeople(
      tx,
      people.map((id) => aPerson({ id, name: `Canary Person ${id}`, teamId: "team-housing" })),
    );
  });
  await gateway.close();
}
