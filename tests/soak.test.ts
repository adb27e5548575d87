import { connectorRun } from "../soak/connector-run";
import { crashRun } from "../soak/crash-run";
import { faultRun } from "../soak/fault-run";
import type { Figure } from "../soak/figure";
import { killRun } from "../soak/kill-run";
import { outboxRun } from "../soak/outbox-run";

/** Smaller samples of what `npm run soak` does at full size; `database/gateway.test.ts` has the one of mixed operations. */
describe("a sample of the soak", () => {
  const missed = (figures: readonly Figure[]) => figures.filter(({ reached }) => !reached);

  /** It waits for nearly all of its time: the others are looked at meanwhile. */
  let connector: Promise<Figure[]>;
  beforeAll(() => {
    const faults = { throttled: 20, broken: 5, hanging: 2 };
    connector = connectorRun({ deliveries: 150, perSecond: 50, faults, timed: false });
    // Told by the test that asks what came of it.
    connector.catch(() => {});
  });
  afterAll(() => connector.catch(() => {}));

  test("a process killed at ten random moments loses nothing that it acknowledged", async () => {
    expect(missed(await killRun({ kills: 10 }))).toEqual([]);
  }, 120_000);

  test("three processes send 600 messages from one PostgreSQL, each once", async () => {
    expect(
      missed(await outboxRun({ deliveries: 600, workers: 3, kills: 0, perSecond: 100, timed: false })),
    ).toEqual([]);
  }, 120_000);

  test("a sender killed before, between or after claim, send and mark loses nobody and repeats one message at most", async () => {
    expect(missed(await crashRun())).toEqual([]);
  }, 120_000);

  test("whichever database call fails, nothing is half written and the failure is told", async () => {
    expect(missed(await faultRun())).toEqual([]);
  }, 180_000);

  test("150 messages to a Bot Connector that spoils a quarter of the calls are all final in the end", async () => {
    expect(missed(await connector)).toEqual([]);
  }, 300_000);
});
