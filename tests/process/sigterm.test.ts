import { request as httpRequest } from "node:http";
import sql from "sql-template-tag";
import { openProcessWorld, type ProcessWorld } from "./process-world";

let world: ProcessWorld;

beforeEach(async () => {
  world = await openProcessWorld(90);
});
afterEach(() => world.close());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again and again; counts what was asked well before the signal and not answered. */
function load(path: string, token: string) {
  const tally = { answered: 0, lost: 0 };
  let signalAt = Number.POSITIVE_INFINITY;
  let running = true;
  const worker = async () => {
    while (running) {
      const begun = Date.now();
      try {
        const headers = { authorization: `Bearer ${token}` };
        const answer = await fetch(world.server.url + path, { headers });
        await answer.arrayBuffer();
        tally.answered += 1;
      } catch {
        if (begun < signalAt - 100) tally.lost += 1;
        return;
      }
    }
  };
  const workers = Array.from({ length: 20 }, worker);
  return {
    tally,
    signalled: () => {
      signalAt = Date.now();
    },
    end: async () => {
      running = false;
      await Promise.all(workers);
    },
  };
}

/** An import whose second half is sent when the test says so. */
function halfAnImport(token: string) {
  const sent = httpRequest(`${world.server.url}/api/imports?kind=devices&mode=preview`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "text/csv" },
  });
  sent.write("Asset Tag,Type\nLT-0001,lap");
  const status = new Promise<number | undefined>((resolve, reject) => {
    sent.on("response", (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on("error", reject);
  });
  return { finish: () => void sent.end("top\n"), status };
}

jest.setTimeout(120_000);

it("SIGTERM under load: what was asked is answered, it is gone within 20 s, and every lease is freed", async () => {
  await world.installForAll();
  world.connector.fault = { kind: "slow", ms: 1_500 };
  const closesAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const draft = { purpose: "kit", title: "Autumn check", audience: { everyone: true }, closesAt };
  const created = (await (await world.call("POST", "/api/check-ins", draft)).json()) as { id: string };
  expect((await world.call("POST", `/api/check-ins/${created.id}/launch`, {})).status).toBe(200);

  const token = world.entra.userToken(world.people[0] ?? "", { roles: ["Toolroll.ItManager"] });
  const callers = load("/api/devices", token);
  const upload = halfAnImport(token);
  const installs = world.connector.calls.length;
  while (world.connector.calls.length < installs + 20) await pause(50);

  callers.signalled();
  const ending = world.server.end("SIGTERM");
  await pause(1_000);
  upload.finish();
  expect(await upload.status).toBe(200);
  const { code, ms } = await ending;
  await callers.end();

  expect(code).toBe(0);
  expect(ms).toBeLessThan(20_000);
  expect(callers.tally.lost).toBe(0);
  expect(callers.tally.answered).toBeGreaterThan(100);
  const gateway = await world.openDatabase();
  const states = await gateway.read((reader) =>
    reader.rows<{ state: string; leased: number; n: number }>(
      sql`SELECT state, CASE WHEN lease = '' THEN 0 ELSE 1 END AS leased, count(*) AS n FROM delivery GROUP BY 1, 2`,
    ),
  );
  await gateway.close();
  expect(states.every(({ leased }) => leased === 0)).toBe(true);
  const count = (state: string) => states.find((row) => row.state === state)?.n ?? 0;
  expect(count("sending") + count("uncertain")).toBe(0);
  expect(count("sent") + count("queued")).toBe(90);
  expect(count("sent")).toBe(world.connector.calls.length - installs);
  expect(count("queued")).toBeGreaterThan(0);
});
