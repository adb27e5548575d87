import { badFiles } from "../api/bad-corpus";
import { openProcessWorld, type ProcessWorld } from "./process-world";

/** Six imports a minute are allowed to each. */
const importers = 60;
/** 149 MB were measured on two busy cores; what is guarded against here is a server that keeps what it was sent (650 MB). */
const mostGrowth = 256 * 1024 * 1024;
let world: ProcessWorld;

beforeAll(async () => {
  world = await openProcessWorld(importers, { LOG_LEVEL: "error" });
}, 60_000);
afterAll(() => world.close());

async function memory(): Promise<number> {
  const text = await (await fetch(`${world.server.url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(text)?.[1]);
}

function send(at: number, kind: string, body: Uint8Array): Promise<Response> {
  const token = world.entra.userToken(world.people[at % importers] ?? "", { roles: ["Toolroll.ItManager"] });
  return fetch(`${world.server.url}/api/imports?kind=${kind}&mode=apply`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "text/csv" },
    body: Buffer.from(body),
  });
}

test("no bad file, nor all of them one after the other, stays in the memory of the built server", async () => {
  const before = await memory();
  let most = 0;
  for (const [at, { kind, bytes }] of badFiles.entries()) {
    const answer = await send(at, kind, bytes());
    expect([200, 400, 413]).toContain(answer.status);
    await answer.arrayBuffer();
    most = Math.max(most, (await memory()) - before);
  }
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(mostGrowth);
}, 300_000);
