import { limitedKindOf, localLimits, personLimits, rateLimit } from "../../src/api/rate-limit";
import { Refusal } from "../../src/domain/refusal";
import { startTestServer, type TestServer } from "../support/server";

describe("counting requests", () => {
  const counting = (limits = personLimits) => {
    const clock = { ms: 0 };
    const count = rateLimit(limits, () => clock.ms);
    const waitOf = (kind: "read" | "write" | "transfer", who: string): number | null => {
      try {
        count(kind, who);
        return null;
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
        expect([refusal.kind, refusal.code]).toEqual(["too-many", "too-many-requests"]);
        return Number(refusal.params.seconds);
      }
    };
    return { clock, waitOf };
  };

  test("lets a person read 120 times a minute and says how long to wait for the next", () => {
    const { clock, waitOf } = counting();
    for (let n = 0; n < 120; n += 1) expect(waitOf("read", "a")).toBeNull();
    clock.ms = 20_500;
    expect(waitOf("read", "a")).toBe(40);
    expect(waitOf("read", "b")).toBeNull();
    expect(waitOf("write", "a")).toBeNull();
    clock.ms = 59_999;
    expect(waitOf("read", "a")).toBe(1);
    clock.ms = 60_000;
    expect(waitOf("read", "a")).toBeNull();
  });

  test("lets six files a minute in or out", () => {
    const { waitOf } = counting();
    expect(Array.from({ length: 7 }, () => waitOf("transfer", "a"))).toEqual([...Array(6).fill(null), 60]);
  });

  test("goes on counting those who are over while it forgets those who are done", () => {
    const { clock, waitOf } = counting({ ...personLimits, read: 1 });
    for (let n = 0; n < 12_000; n += 1) waitOf("read", `old-${n}`);
    clock.ms = 61_000;
    for (let n = 0; n < 9_999; n += 1) waitOf("read", `new-${n}`);
    expect(waitOf("read", "new-0")).toBe(60);
  });

  test.each([
    ["GET", "/api/devices", "read"],
    ["GET", "/api/imports", "read"],
    ["GET", "/api/my/licences", "read"],
    ["GET", "/api/my/licences/now", "microsoft"],
    ["POST", "/api/devices", "write"],
    ["PATCH", "/api/devices/{id}", "write"],
    ["POST", "/api/imports", "transfer"],
    ["POST", "/api/imports/{id}/undo", "transfer"],
    ["GET", "/api/exports/{kind}.csv", "transfer"],
    ["GET", "/api/people/{id}/data-export", "transfer"],
  ])("counts %s %s as %s", (method, path, kind) => {
    expect(limitedKindOf(method, path)).toBe(kind);
  });

  test("is as it was promised in production, and never less on one's own machine", () => {
    expect(personLimits).toMatchObject({ read: 120, transfer: 6, microsoft: 6 });
    for (const kind of ["read", "write", "transfer", "signIn", "calendar", "microsoft"] as const) {
      expect(localLimits[kind]).toBeGreaterThanOrEqual(6_000);
    }
  });
});

describe("too many requests over HTTP", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ limits: { read: 5, transfer: 2, signIn: 4, calendar: 2 } });
  });
  afterAll(() => server.stop());

  test("are answered 429 with the seconds to wait, for that person alone", async () => {
    const it = server.as("person-it");
    const answers = [];
    for (let n = 0; n < 6; n += 1) answers.push(await it("GET", "/api/me"));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    const refused = answers[5];
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(50);
    expect(refused?.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(refused?.body).toMatchObject({ status: 429, title: "Too many requests" });
    expect(refused?.body.detail).toMatch(/^That was a lot at once\. Wait \d+ seconds/);
    expect((await server.as("person-auditor")("GET", "/api/me")).status).toBe(200);
    expect((await it("POST", "/api/devices", { assetTag: "RL-1", type: "laptop" })).status).toBe(201);
  });

  test("are refused before a file is read", async () => {
    const administrator = server.as("person-administrator");
    const send = () =>
      administrator("POST", "/api/imports?kind=devices&mode=preview", "Asset Tag,Type\nA,laptop\n");
    expect([(await send()).status, (await send()).status, (await send()).status]).toEqual([200, 200, 429]);
    expect((await administrator("GET", "/api/exports/audit-events.csv")).status).toBe(429);
  });

  test("end signing in as one after the other", async () => {
    const statuses = [];
    for (let n = 0; n < 3; n += 1) {
      const answer = await fetch(`${server.url}/local/people`);
      statuses.push(answer.status);
      await answer.text();
    }
    expect(statuses.at(-1)).toBe(429);
  });

  test("end the fetching of calendars, whoever's they are, before one is looked for", async () => {
    const statuses = [];
    for (let n = 0; n < 3; n += 1) {
      statuses.push((await server.as(null)("GET", `/api/calendars/tcal_nobody-${n}/contracts.ics`)).status);
    }
    expect(statuses).toEqual([404, 404, 429]);
  });
});
