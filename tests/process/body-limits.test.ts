import { request } from "node:http";
import { postActivity, teamsActivity } from "../support/bot-client";
import { openProcessWorld, type ProcessWorld } from "./process-world";

const mb = 1024 * 1024;
let world: ProcessWorld;

beforeAll(async () => {
  world = await openProcessWorld(6);
  await measure(world.server.url);
});
afterAll(() => world.close());

/** What the server's own figures say it holds, in bytes. */
async function measure(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(text)?.[1]);
}

/** Bytes that a sender got rid of until the server had enough, and what it answered; null when it only hung up. */
interface Sent {
  readonly sent: number;
  readonly status: number | null;
}

/** Sends `piece` again and again, in chunks without a length, until `most` bytes or until the server ends it. */
function pour(path: string, headers: Record<string, string>, piece: Buffer, most: number): Promise<Sent> {
  return new Promise((resolve) => {
    let sent = 0;
    let status: number | null = null;
    const outgoing = request(new URL(path, world.server.url), { method: "POST", headers });
    const done = () => {
      outgoing.destroy();
      resolve({ sent, status });
    };
    outgoing.on("response", (response) => {
      status = response.statusCode ?? null;
      response.resume();
      response.on("close", done);
    });
    outgoing.on("error", done);
    const pourOn = () => {
      while (sent < most && status === null && !outgoing.destroyed) {
        sent += piece.length;
        if (!outgoing.write(piece)) return void outgoing.once("drain", pourOn);
      }
      if (sent >= most) outgoing.end();
    };
    pourOn();
  });
}

let asked = 0;
/** Somebody else each time: one person may send six files a minute. */
const bearer = () => {
  const personId = world.people[asked++ % world.people.length] ?? "";
  return { authorization: `Bearer ${world.entra.userToken(personId, { roles: ["Toolroll.ItManager"] })}` };
};
const csv = { path: "/api/imports?kind=devices&mode=preview", type: "text/csv" };
const json = { path: "/api/devices", type: "application/json" };
const csvPiece = Buffer.from(`LT-1,laptop,${"x".repeat(1_000)}\n`.repeat(64));
const jsonPiece = Buffer.from(`"${"x".repeat(65_000)}",`);

test.each([
  ["a 30 MB file", csv, csvPiece, 30 * mb],
  ["30 MB of JSON", json, jsonPiece, 30 * mb],
])("%s is refused with 413, and the server grows by little", async (_what, { path, type }, piece, size) => {
  const refused = async (times: number) => {
    for (let round = 0; round < times; round += 1) {
      const { status } = await pour(path, { ...bearer(), "content-type": type }, piece, size);
      expect(status).toBe(413);
    }
    return measure(world.server.url);
  };
  const begun = await measure(world.server.url);
  // The reader of files takes its room once; then it is flat.
  const warm = await refused(3);
  expect(warm - begun).toBeLessThan(150 * mb);
  // Eight that were kept would be 240 MB; what is left over is the collector's own time.
  expect((await refused(8)) - warm).toBeLessThan(120 * mb);
});

test.each([
  ["a file", csv, csvPiece],
  ["JSON", json, jsonPiece],
])("%s that never ends is cut off long before a gigabyte", async (_what, { path, type }, piece) => {
  const before = await measure(world.server.url);
  const { sent } = await pour(path, { ...bearer(), "content-type": type }, piece, 1024 * mb);
  expect(sent).toBeLessThan(100 * mb);
  expect((await measure(world.server.url)) - before).toBeLessThan(60 * mb);
  expect((await fetch(`${world.server.url}/healthz`)).status).toBe(200);
});

test("nobody who is not let in gets the server to read a body at all", async () => {
  const before = await measure(world.server.url);
  for (const path of [csv.path, json.path, "/api/messages"]) {
    const { sent } = await pour(path, { "content-type": "application/json" }, jsonPiece, 1024 * mb);
    expect([path, sent < 100 * mb]).toEqual([path, true]);
  }
  expect((await measure(world.server.url)) - before).toBeLessThan(60 * mb);
});

test("the bot takes 256 KB and no more", async () => {
  const { connector, bots, server, people } = world;
  const activity = (size: number) =>
    teamsActivity(people[0] ?? "", connector.serviceUrl, { text: "x".repeat(size) });
  const token = bots.botToken(connector.serviceUrl);
  expect((await postActivity(server.url, activity(300 * 1024), token)).status).toBe(413);
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const before = await measure(server.url);
  const { sent } = await pour("/api/messages", headers, jsonPiece, 1024 * mb);
  expect(sent).toBeLessThan(100 * mb);
  expect((await measure(server.url)) - before).toBeLessThan(60 * mb);
});
