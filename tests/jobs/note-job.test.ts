import { setTimeout as pause } from "node:timers/promises";
import sql from "sql-template-tag";
import type { Job } from "../../src/jobs/job";
import { startNoting } from "../../src/jobs/note-job";
import { createLog } from "../../src/platform/log";
import { createApplication } from "../../src/services/application/application-service";
import { addReachable, openWorld, person, type World } from "../services/check-in-world";

const log = createLog("silent");
const reference = { names: new Map(), namesAsOf: "2026-06-30", freePartNumbers: new Set<string>() };

describe("the job that decides who is told what", () => {
  let world: World;
  let jobs: Job[] = [];

  beforeEach(async () => {
    world = await openWorld();
    await addReachable(world, "nia");
    const scope = { kind: "everything" } as const;
    const it = { person: person("nia"), roles: ["Toolroll.ItManager" as const], managedTeamIds: [], scope };
    const contract = { start: "2025-07-01", end: "2026-06-30", noticeDays: 90 };
    await createApplication(world.context, it, {
      ...{ name: "Ledger", kind: "line-of-business", itOwnerId: "nia" },
      contract,
    });
  });
  afterEach(async () => {
    await Promise.all(jobs.map((job) => job.stop()));
    jobs = [];
    await world.close();
  });

  const notes = async () => {
    const rows = await world.context.gateway.read((reader) =>
      reader.rows<{ id: string }>(sql`SELECT n.id FROM note n JOIN delivery d ON d.id = n.id`),
    );
    return rows.length;
  };
  async function until(condition: () => Promise<boolean>): Promise<void> {
    for (let waited = 0; waited < 10_000; waited += 20) {
      if (await condition()) return;
      await pause(20);
    }
    throw new Error("It did not happen within 10 seconds");
  }

  test("decides when the server starts, once however many replicas there are and however often they start", async () => {
    jobs = [1, 2, 3].map(() => startNoting(world.context, reference, log));
    await until(async () => (await notes()) > 0);
    await Promise.all(jobs.map((job) => job.stop()));
    expect(await notes()).toBe(1);
    jobs = [startNoting(world.context, reference, log)];
    await pause(200);
    expect(await notes()).toBe(1);
  });
});
