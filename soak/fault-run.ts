import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import sql, { raw } from "sql-template-tag";
import { openGateway } from "../src/database/data-source";
import type { Gateway } from "../src/database/gateway";
import { insertPeople } from "../src/database/stores/person-store";
import { insertTeams } from "../src/database/stores/team-store";
import type { Caller } from "../src/domain/permission";
import { createCheckIn, launchCheckIn } from "../src/services/check-in-service";
import { assignDevice, createDevice, removeDevice } from "../src/services/device-service";
import { runImport } from "../src/services/import/import-service";
import { answerKit } from "../src/services/my-service";
import type { ServiceContext } from "../src/services/service-context";
import { aPerson, aTeam } from "../tests/support/builders";
import { migratedSqlite } from "../tests/support/migrated-sqlite";
import { databaseFolder } from "../tests/support/test-run";
import { Broken, failingGateway } from "./failing-gateway";
import { type Figure, none } from "./figure";

const it = aPerson({ id: "it", name: "Iola Tudor" });
const holder = aPerson({ id: "holder", name: "Huw Holder", teamId: "team-1" });
const caller: Caller = {
  person: it,
  roles: ["Toolroll.ItManager"],
  managedTeamIds: [],
  scope: { kind: "everything" },
};
const file =
  "assetTag,type,serial,assigneeEmail\nIMP-1,laptop,S1,\nIMP-2,phone,S2,huw.holder@llanfair.example\n";

interface Operation {
  /** Makes what the operation needs, with nothing failing. */
  prepare?(context: ServiceContext): Promise<string>;
  act(context: ServiceContext, prepared: string): Promise<unknown>;
}

const launched = async (context: ServiceContext) => {
  const draft = {
    purpose: "kit",
    title: "Kit",
    audience: { everyone: true },
    opensAt: null,
    reminders: 0,
  } as const;
  const { id } = await createCheckIn(context, it.id, { ...draft, closesAt: "2026-04-01T00:00:00.000Z" });
  return id;
};

/** What people do most, each with everything that it writes. */
const operations: Readonly<Record<string, Operation>> = {
  "adding a device": {
    act: (context) => createDevice(context, caller, { assetTag: "NEW-1", type: "laptop" }),
  },
  "assigning a device": {
    act: (context) => assignDevice(context, caller, { id: "id-1", personId: holder.id, note: null }),
  },
  "removing a device": { act: (context) => removeDevice(context, caller, "id-1") },
  "importing devices": {
    act: (context) =>
      runImport(context, caller, {
        kind: "devices",
        mode: "apply",
        source: "auto",
        bytes: Buffer.from(file),
      }),
  },
  "launching a check-in": {
    prepare: launched,
    act: (context, id) => launchCheckIn(context, it.id, id),
  },
  "answering a check-in": {
    async prepare(context) {
      const checkInId = await launched(context);
      await launchCheckIn(context, it.id, checkInId);
      const asked = sql`SELECT id FROM delivery WHERE person_id = ${holder.id} AND check_in_id = ${checkInId}`;
      const [delivery] = await context.gateway.read((reader) => reader.rows<{ id: string }>(asked));
      return delivery?.id ?? "";
    },
    act: (context, deliveryId) => {
      const report = { answers: { "id-2": "broken" }, unlisted: "A spare phone" } as const;
      return answerKit(context, { deliveryId, personId: holder.id, report, door: "tab" });
    },
  },
};

/** Fails the 1st, 2nd, 3rd ... database call of each operation until one is left whole. */
export async function faultRun(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, operation] of Object.entries(operations)) {
    const halfWritten: number[] = [];
    const swallowed: number[] = [];
    let nth = 1;
    for (; ; nth += 1) {
      const outcome = await failing(operation, nth);
      if (outcome === "whole") break;
      if (outcome === "half-written") halfWritten.push(nth);
      if (outcome === "swallowed") swallowed.push(nth);
    }
    figures.push(none(`half written by ${name}, over ${nth - 1} failing calls`, halfWritten));
    figures.push(none(`failures that ${name} did not tell`, swallowed));
    figures.push({
      name: `calls of ${name} that were made to fail`,
      value: nth - 1,
      goal: "> 0",
      reached: nth > 1,
    });
  }
  return figures;
}

async function failing(
  operation: Operation,
  nth: number,
): Promise<"whole" | "untouched" | "half-written" | "swallowed"> {
  const folder = databaseFolder("faults");
  const gateway = await openGateway(await migratedSqlite(join(folder, "toolroll.sqlite")));
  let ids = 0;
  const context = {
    gateway,
    clock: { now: () => new Date("2026-03-02T09:00:00Z") },
    newId: () => `id-${++ids}`,
  };
  try {
    await gateway.write(async (tx) => {
      await insertTeams(tx, [aTeam()]);
      await insertPeople(tx, [it, holder]);
    });
    await createDevice(context, caller, { assetTag: "LAP-1", type: "laptop" });
    ids = 1;
    await createDevice(context, caller, { assetTag: "LAP-2", type: "laptop", assigneeId: holder.id });
    ids = 100;
    const prepared = (await operation.prepare?.(context)) ?? "";
    const before = await contentOf(gateway);
    const broken = failingGateway(gateway, nth);
    const fault = await operation.act({ ...context, gateway: broken }, prepared).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (broken.calls < nth) {
      if (fault !== null) throw fault;
      return "whole";
    }
    if (!(fault instanceof Broken)) return "swallowed";
    return (await contentOf(gateway)) === before ? "untouched" : "half-written";
  } finally {
    await gateway.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything in the database, as one digest. */
async function contentOf(gateway: Gateway): Promise<string> {
  const hash = createHash("sha256");
  await gateway.read(async (reader) => {
    const tables = await reader.rows<{ name: string }>(
      sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    );
    for (const { name } of tables) {
      hash.update(JSON.stringify([name, await reader.rows(sql`SELECT * FROM ${raw(name)}`)]));
    }
  });
  return hash.digest("hex");
}
