import sql from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import type { Gateway, Writer } from "../../src/database/gateway";
import {
  countDeliveries,
  expireDeliveries,
  findDelivery,
  insertDeliveries,
  lockDelivery,
  markAnswered,
  requeueBlocked,
} from "../../src/database/stores/delivery-store";
import {
  claimDeliveries,
  claimedTooLong,
  releaseDeliveries,
  stopDeliveries,
} from "../../src/database/stores/outbox-store";
import { queueFor, summarise } from "../../src/domain/delivery";
import { bothEngines } from "../support/engines";

const now = "2026-03-02T09:00:00.000Z";
const before = "2026-03-02T08:59:00.000Z";
const later = "2026-03-02T09:01:00.000Z";

const engines = bothEngines();

describe.each(engines)("deliveries on $engine", ({ newDatabase }) => {
  let gateway: Gateway;

  beforeEach(async () => {
    gateway = await openGateway(await newDatabase());
    await addCheckIn("c1", "running", 6);
  });

  afterEach(() => gateway.close());

  async function addCheckIn(id: string, state: string, people: number): Promise<void> {
    await gateway.write(async (tx) => {
      await tx.run(sql`INSERT INTO check_in (id, purpose, title, audience, state, closes_at, created_by, created_at)
        VALUES (${id}, 'kit', 'Kit', '{"everyone":true}', ${state}, '2027-01-01T00:00:00.000Z', 'it', ${now})`);
      const deliveries = Array.from({ length: people }, (_, index) =>
        queueFor({ id, opensAt: null }, { id: `${id}-p${index}`, active: true }, `${id}-d${index}`, before),
      );
      await insertDeliveries(tx, deliveries);
    });
  }

  const claim = (tx: Writer, lease: string, limit: number) =>
    claimDeliveries(tx, { id: lease, until: later }, now, before, limit);

  const counts = async (id: string) =>
    summarise(await gateway.read((reader) => countDeliveries(reader, [id])));

  test("writes many at once and reads each back as it was queued", async () => {
    await addCheckIn("c2", "running", 1_100);
    expect((await counts("c2")).queued).toBe(1_100);
    expect(await gateway.read((reader) => findDelivery(reader, "c2-d1099"))).toEqual({
      id: "c2-d1099",
      checkInId: "c2",
      personId: "c2-p1099",
      state: "queued",
      reason: null,
      reminded: 0,
      attempts: 0,
      unclearAttempts: 0,
      queuedAt: before,
      dueAt: before,
      sentAt: null,
      answeredAt: null,
      activityId: null,
      lease: null,
    });
  });

  test("asks nobody twice for one check-in", async () => {
    const again = queueFor({ id: "c1", opensAt: null }, { id: "c1-p0", active: true }, "another", now);
    await expect(gateway.write((tx) => insertDeliveries(tx, [again]))).rejects.toThrow(/unique/i);
  });

  test("claims no more than the limit, only what runs, and nothing twice", async () => {
    await addCheckIn("c2", "paused", 3);
    const first = await gateway.write((tx) => claim(tx, "one", 4));
    const second = await gateway.write((tx) => claim(tx, "two", 4));
    expect([first.length, second.length]).toEqual([4, 2]);
    expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(6);
    expect(first.every(({ state, lease }) => state === "sending" && lease === "one")).toBe(true);
    expect((await counts("c2")).queued).toBe(3);
  });

  test("leaves the queue as it was when a claim is rolled back", async () => {
    const failing = gateway.write(async (tx) => {
      await claim(tx, "one", 4);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await counts("c1")).toMatchObject({ queued: 6, sending: 0 });
  });

  test("gives back only what its own lease still holds", async () => {
    const ids = (await gateway.write((tx) => claim(tx, "one", 2))).map(({ id }) => id);
    await gateway.write((tx) => releaseDeliveries(tx, ids, "two", now));
    expect((await counts("c1")).sending).toBe(2);
    await gateway.write((tx) => releaseDeliveries(tx, ids, "one", now));
    expect((await counts("c1")).sending).toBe(0);
  });

  test("finds leases that ran out, and only those", async () => {
    await gateway.write((tx) => claim(tx, "one", 2));
    expect(await gateway.write((tx) => claimedTooLong(tx, now))).toHaveLength(0);
    expect(await gateway.write((tx) => claimedTooLong(tx, later))).toHaveLength(2);
  });

  test("expires what is open and keeps answers and reasons", async () => {
    await gateway.write(async (tx) => {
      await markAnswered(tx, "c1-d0", now);
      await stopDeliveries(tx, ["c1-d1"], "blocked", "not-installed");
      await stopDeliveries(tx, ["c1-d2"], "skipped", "left");
    });
    expect(await gateway.write((tx) => expireDeliveries(tx, "c1"))).toBe(4);
    expect(await counts("c1")).toMatchObject({
      audience: 6,
      answered: 1,
      skipped: 1,
      expired: 4,
      byReason: { "not-installed": 1, left: 1 },
    });
  });

  test("queues blocked ones again for their person alone, while the check-in runs", async () => {
    await addCheckIn("c2", "closed", 1);
    await gateway.write((tx) => stopDeliveries(tx, ["c1-d0", "c1-d1", "c2-d0"], "blocked", "bot-removed"));
    expect(await gateway.write((tx) => requeueBlocked(tx, "c1-p0", now))).toBe(1);
    expect(await gateway.write((tx) => requeueBlocked(tx, "c2-p0", now))).toBe(0);
    expect(await gateway.read((reader) => findDelivery(reader, "c1-d0"))).toMatchObject({
      state: "queued",
      reason: null,
      dueAt: now,
    });
  });
});

describe.each(engines.filter(({ engine }) => engine === "PostgreSQL"))(
  "several replicas on $engine",
  ({ newDatabase }) => {
    let one: Gateway;
    let two: Gateway;

    beforeEach(async () => {
      const url = await newDatabase();
      one = await openGateway(url);
      two = await openGateway(url);
      await one.write(async (tx) => {
        await tx.run(sql`INSERT INTO check_in (id, purpose, title, audience, state, closes_at, created_by, created_at)
        VALUES ('c', 'kit', 'Kit', '{}', 'running', '2027-01-01T00:00:00.000Z', 'it', ${now})`);
        const person = (id: string) => ({ id, active: true });
        const ids = ["a", "b", "c", "d", "e"];
        await insertDeliveries(
          tx,
          ids.map((id) => queueFor({ id: "c", opensAt: null }, person(id), id, before)),
        );
      });
    });

    afterEach(async () => {
      await one.close();
      await two.close();
    });

    test("take different deliveries without waiting for each other", async () => {
      const lease = (id: string) => ({ id, until: later });
      const [mine, theirs] = await one.write(async (tx) => [
        await claimDeliveries(tx, lease("one"), now, before, 3),
        await two.write((other) => claimDeliveries(other, lease("two"), now, before, 3)),
      ]);
      expect([mine?.length, theirs?.length]).toEqual([3, 2]);
      expect(new Set([...(mine ?? []), ...(theirs ?? [])].map(({ id }) => id)).size).toBe(5);
    });

    test("wait for each other over one delivery, and see what the first one wrote", async () => {
      const order: string[] = [];
      let second: Promise<string | undefined> = Promise.resolve(undefined);
      await one.write(async (tx) => {
        await lockDelivery(tx, "a");
        second = two.write(async (other) => {
          const seen = await lockDelivery(other, "a");
          order.push("second");
          return seen?.state;
        });
        await tx.rows(sql`SELECT pg_sleep(0.3)`);
        await markAnswered(tx, "a", now);
        order.push("first");
      });
      expect(await second).toBe("answered");
      expect(order).toEqual(["first", "second"]);
    });
  },
);
