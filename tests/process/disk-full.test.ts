import { verifyAuditLog } from "../../src/database/audit-verification";
import { openProcessWorld, type ProcessWorld } from "./process-world";

/*
 * A disk that takes no more, done for real: the operating system refuses to let any file of the server grow. The
 * signal that goes with that ends a process by default, and Node.js ignores it.
 */
let world: ProcessWorld;

beforeAll(async () => {
  world = await openProcessWorld(2);
});
afterAll(() => world.close());

jest.setTimeout(120_000);

const notes = "x".repeat(4_000);
const create = (assetTag: string) => world.call("POST", "/api/devices", { assetTag, type: "laptop", notes });
const total = async () =>
  ((await (await world.call("GET", "/api/devices")).json()) as { total: number }).total;
const statusOf = async (path: string) => (await fetch(world.server.url + path)).status;

/** Several at once, so that groups that commit together meet it too, until not one of a round is taken. */
async function fill(): Promise<{ kept: string[]; refused: string[]; answers: Response[] }> {
  const kept: string[] = [];
  const refused: string[] = [];
  const answers: Response[] = [];
  for (let round = 0; round < 300; round += 1) {
    const tags = Array.from({ length: 8 }, (_, at) => `FULL-${round}-${at}`);
    const told = await Promise.all(tags.map(create));
    for (const [at, answer] of told.entries()) {
      (answer.status === 201 ? kept : refused).push(tags[at] ?? "");
      if (answer.status !== 201) answers.push(answer);
    }
    if (told.every(({ status }) => status !== 201)) break;
  }
  return { kept, refused, answers };
}

it("refuses writes with 503 while nothing goes onto the disk, reads on, and has lost nothing when it does again", async () => {
  await world.server.end();
  await world.restart({ fileBytes: 2_400_000 });
  const { kept, refused, answers } = await fill();
  const again = refused.at(-1) ?? "";

  expect(kept.length).toBeGreaterThan(20);
  for (const answer of answers) {
    expect(answer.status).toBe(503);
    expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    const { detail } = (await answer.json()) as { detail: string };
    expect(detail).toMatch(/no room left to write; nothing was changed.*Tell IT/);
  }
  expect((await create(again)).status).toBe(503);
  expect(await total()).toBe(kept.length);
  expect([await statusOf("/healthz"), await statusOf("/readyz")]).toEqual([200, 503]);

  expect((await world.server.end("SIGTERM")).code).toBe(0);
  await world.restart();
  expect(await statusOf("/readyz")).toBe(200);
  expect(await total()).toBe(kept.length);
  expect((await create("FULL-after")).status).toBe(201);
  const found = await world.call("GET", `/api/devices?q=${again}`);
  expect(await found.json()).toMatchObject({ total: 0 });

  await world.server.end();
  const gateway = await world.openDatabase();
  const { firstBreak, events } = await gateway.read((reader) => verifyAuditLog(reader));
  await gateway.close();
  expect({ firstBreak, events }).toEqual({ firstBreak: null, events: kept.length + 1 });
});
