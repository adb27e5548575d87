import { setTimeout as pause } from "node:timers/promises";
import { countDeliveries } from "../../src/database/stores/delivery-store";
import { summarise } from "../../src/domain/delivery";
import { startClosing } from "../../src/jobs/close-job";
import type { Job } from "../../src/jobs/job";
import { startOutbox } from "../../src/jobs/outbox-job";
import { createLog } from "../../src/platform/log";
import { pauseCheckIn } from "../../src/services/check-in-service";
import type { ServiceContext } from "../../src/services/service-context";
import {
  addReachable,
  launched,
  manager,
  openWorld,
  RecordingMessenger,
  start,
  type World,
} from "../services/check-in-world";

const log = createLog("silent");

describe("the outbox job", () => {
  let world: World;
  let teams: RecordingMessenger;
  let job: Job | undefined;

  beforeEach(async () => {
    world = await openWorld();
    teams = new RecordingMessenger();
    await addReachable(world, ...Array.from({ length: 12 }, (_, index) => `p${index}`));
  });

  afterEach(async () => {
    await job?.stop();
    await world.close();
  });

  async function summary(id: string) {
    return summarise(await world.context.gateway.read((reader) => countDeliveries(reader, [id])));
  }

  async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
    for (let waited = 0; waited < 10_000; waited += 20) {
      if (await condition()) return;
      await pause(20);
    }
    throw new Error("It did not happen within 10 seconds");
  }

  test("sends everything, never faster than its rate", async () => {
    const times: number[] = [];
    teams.whileSending = async () => void times.push(performance.now());
    const { id } = await launched(world);
    job = startOutbox(world.context, teams, log, 20);
    await until(async () => (await summary(id)).sent === 12);
    const elapsed = (times.at(-1) ?? 0) - (times[0] ?? 0);
    expect(elapsed).toBeGreaterThan(11 * 50 - 40);
  });

  test("holds a rate slower than one a second from the first message on", async () => {
    const { id } = await launched(world);
    job = startOutbox(world.context, teams, log, 0.02);
    await until(async () => (await summary(id)).sent === 1);
    await pause(300);
    expect(teams.sent).toHaveLength(1);
  });

  test("replicas together are never faster than the one rate", async () => {
    const times: number[] = [];
    teams.whileSending = async () => void times.push(performance.now());
    const { id } = await launched(world);
    const jobs = [1, 2, 3].map(() => startOutbox(world.context, teams, log, 20));
    await until(async () => (await summary(id)).sent === 12);
    await Promise.all(jobs.map((each) => each.stop()));
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(11 * 50 - 40);
  });

  test("messages that a slow database held up do not go all at once when it answers", async () => {
    const times: number[] = [];
    teams.whileSending = async () => void times.push(performance.now());
    const { id } = await launched(world);
    let answer = () => {};
    const answering = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const begunMs = performance.now();
    const slow: ServiceContext = {
      ...world.context,
      clock: { now: () => new Date(Date.parse(start) + performance.now() - begunMs) },
      gateway: {
        ...world.context.gateway,
        read: async (work) => {
          await answering;
          return world.context.gateway.read(work);
        },
      },
    };
    job = startOutbox(slow, teams, log, 20);
    await pause(600);
    expect(times).toEqual([]);
    const answeredMs = performance.now();
    answer();
    await until(async () => (await summary(id)).sent === 12);
    // Not from the first message, which a slow machine may be late with.
    expect((times.at(-1) ?? 0) - answeredMs).toBeGreaterThan(11 * 50 - 40);
  });

  test("sends nothing that stopped while it waited for its turn", async () => {
    const { id } = await launched(world);
    job = startOutbox(world.context, teams, log, 2);
    await until(() => teams.sent.length === 1);
    await pauseCheckIn(world.context, manager, id);
    const went = teams.sent.length;
    await pause(1_200);
    expect(teams.sent).toHaveLength(went);
    await until(async () => (await summary(id)).sending === 0);
    expect(await summary(id)).toMatchObject({ sent: went, queued: 12 - went });
  });

  test("does not let one message without word hold up the others", async () => {
    let say = () => {};
    const word = new Promise<void>((resolve) => {
      say = resolve;
    });
    teams.whileSending = ({ personId }) => (personId === "p3" ? word : Promise.resolve());
    const { id } = await launched(world);
    job = startOutbox(world.context, teams, log, 100);
    await until(async () => (await summary(id)).sent === 11);
    expect(await summary(id)).toMatchObject({ sending: 1 });
    say();
    await until(async () => (await summary(id)).sent === 12);
  });

  test("marks what is on its way when it is stopped, and gives the rest back", async () => {
    teams.whileSending = () => pause(150);
    const { id } = await launched(world);
    const stopped = startOutbox(world.context, teams, log, 12);
    await until(() => teams.sent.length >= 3);
    await stopped.stop();
    const { sent, queued, sending } = await summary(id);
    expect(sent).toBe(teams.sent.length);
    expect([sending, sent + queued]).toEqual([0, 12]);
  });

  test("goes on after a fault of the database and of the messenger", async () => {
    let faults = 0;
    const faulty: ServiceContext = {
      ...world.context,
      gateway: {
        ...world.context.gateway,
        write: async (work) => {
          if (faults++ === 0) throw new Error("the database is away");
          return world.context.gateway.write(work);
        },
      },
    };
    let calls = 0;
    teams.whileSending = async () => {
      if (calls++ === 0) throw new Error("a fault in the messenger");
    };
    const { id } = await launched(world);
    job = startOutbox(faulty, teams, log, 100);
    await until(async () => (await summary(id)).sent === 11);
    expect(await summary(id)).toMatchObject({ sending: 1 });
  });
});

test("closes check-ins whose time is over", async () => {
  const world = await openWorld();
  await addReachable(world, "ann");
  const { id } = await launched(world);
  world.clock.pass(30 * 86_400_000);
  const job = startClosing(world.context, log);
  await pause(100);
  await job.stop();
  const counts = await world.context.gateway.read((reader) => countDeliveries(reader, [id]));
  expect(summarise(counts)).toMatchObject({ expired: 1, audience: 1 });
  await world.close();
});
