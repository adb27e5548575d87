import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { pino } from "pino";
import sql from "sql-template-tag";
import { createBot } from "../../bot/create-bot";
import type { Caller } from "../../src/domain/permission";
import { assignDevice } from "../../src/services/device-service";
import { deliverDue } from "../../src/services/outbox-service";
import { addPeople, launched, openWorld, person, type World } from "../services/check-in-world";
import { translateForTests } from "./bot-builders";

/** People of the Playground by the Entra object ids of its configuration. */
export const owen = "11111111-0000-4000-8000-000000000002";
export const cerys = "11111111-0000-4000-8000-000000000003";
export const tom = "11111111-0000-4000-8000-000000000004";
export const gone = "11111111-0000-4000-8000-00000000dead";
export const laptop = "device-owen-laptop";
export const phone = "device-owen-phone";

const itManager: Caller = {
  person: person("it-manager"),
  roles: ["Toolroll.ItManager"],
  managedTeamIds: [],
  scope: { kind: "everything" },
};

/** The bot on a real port, over a real database, with three people and their devices. */
export interface BotServer {
  readonly url: string;
  readonly world: World;
  /** Launches a kit check-in of everybody and sends it to whom the bot can reach. */
  launchAndDeliver(title?: string): Promise<void>;
  deliveryOf(personId: string): Promise<{ id: string; state: string; reason: string }>;
  confirmedAt(deviceId: string): Promise<string>;
  problems(): Promise<string[]>;
  answers(): Promise<number>;
  /** Hands a device to a person and sends the card that asks them about it. */
  giveAndDeliver(deviceId: string, personId: string): Promise<void>;
  acceptanceOf(deviceId: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startBotServer(): Promise<BotServer> {
  const world = await openWorld();
  await populate(world);
  const log = pino({ level: "silent" });
  const texts = {
    translate: translateForTests,
    publicUrl: "http://127.0.0.1:3978",
    teamsAppId: null,
    timeZone: "Europe/London",
  };
  const services = { ...texts, services: world.context, clock: world.clock };
  const { router, messenger } = createBot({ ...services, auth: "local", log });
  const app = express().use(router);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    world,
    launchAndDeliver: async (title = "What do you hold?") => {
      await launched(world, { title });
      await deliverDue(world.context, messenger, 50);
    },
    giveAndDeliver: async (id, personId) => {
      await assignDevice(world.context, itManager, { id, personId, note: null });
      await deliverDue(world.context, messenger, 50);
    },
    ...readings(world),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await world.close();
    },
  };
}

function readings(world: World) {
  const rows = <T>(query: ReturnType<typeof sql>) =>
    world.context.gateway.read((reader) => reader.rows<T>(query));
  return {
    deliveryOf: async (personId: string) => {
      type Row = { id: string; state: string; reason: string };
      const query = sql`SELECT id, state, reason FROM delivery WHERE person_id = ${personId} ORDER BY queued_at DESC`;
      const [first] = await rows<Row>(query);
      if (first === undefined) throw new Error(`${personId} was not asked`);
      return first;
    },
    confirmedAt: async (id: string) => {
      const [row] = await rows<{ at: string }>(
        sql`SELECT last_confirmed_at AS at FROM device WHERE id = ${id}`,
      );
      return row?.at ?? "";
    },
    problems: async () => {
      const found = await rows<{ kind: string }>(sql`SELECT kind FROM device_problem WHERE resolved_at = ''`);
      return found.map(({ kind }) => kind).sort();
    },
    acceptanceOf: async (id: string) => {
      const [row] = await rows<{ acceptance: string }>(sql`SELECT acceptance FROM device WHERE id = ${id}`);
      return row?.acceptance ?? "";
    },
    answers: async () => (await rows(sql`SELECT delivery_id FROM kit_response`)).length,
  };
}

async function populate(world: World): Promise<void> {
  await addPeople(
    world,
    person(owen, { name: "Owen Griffiths" }),
    person(cerys, { name: "Cerys Morgan" }),
    person(tom, { name: "Tom Baker" }),
    person(gone, { name: "Somebody Who Left", active: false }),
  );
  await addDevice(world, laptop, "LT-0001", "laptop", owen);
  await addDevice(world, phone, "PH-0002", "phone", owen);
  await addDevice(world, "device-cerys", "LT-0003", "laptop", cerys);
}

async function addDevice(world: World, id: string, tag: string, type: string, holder: string): Promise<void> {
  await world.context.gateway.write((tx) =>
    tx.run(sql`INSERT INTO device (id, asset_tag, asset_key, type, status, label, assignee_id, source, version)
      VALUES (${id}, ${tag}, ${tag.toLowerCase()}, ${type}, 'deployable', 'In use', ${holder}, 'tab', 1)`),
  );
}
