import sql from "sql-template-tag";
import { putInForce } from "../../src/database/stores/graph/part-store";
import { noteLeavers } from "../../src/services/retention-night";
import { startTestServer, type TestServer } from "../support/server";

const path = "/api/my/contract-calendar";
const clock = { at: "2027-01-02T09:00:00.000Z", now: () => new Date(clock.at) };
let server: TestServer;

beforeEach(async () => {
  clock.at = "2027-01-02T09:00:00.000Z";
  server = await startTestServer({ clock });
  await application("Tenantry, Rents", "team-housing", "2027-06-30");
  await application("Potholes", "team-highways", "2027-12-31");
});
afterEach(() => server.stop());

async function application(name: string, team: string, end: string): Promise<void> {
  const it = server.as("person-it");
  const { body } = await it("POST", "/api/applications", {
    name,
    kind: "line-of-business",
    supplier: "Acorn",
    contract: { end, noticeDays: 90, renewal: "tacit", value: { amount: "4242.00", currency: "GBP" } },
  });
  await it("PUT", `/api/applications/${body.id}/teams/${team}`, { use: "in-use" });
}

async function addressOf(personId: string, body: object = {}): Promise<string> {
  const made = await server.as(personId)("POST", path, body);
  expect(made.status).toBe(200);
  return new URL(String(made.body.address)).pathname;
}

async function fetched(address: string): Promise<{ status: number; text: string; headers: Headers }> {
  const answer = await fetch(server.url + address);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

function summaries(text: string): string[] {
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  return lines.filter((line) => line.startsWith("SUMMARY:")).map((line) => line.slice("SUMMARY:".length));
}

const housing = ["Last day to give notice: Tenantry\\, Rents", "Contract ends: Tenantry\\, Rents"];
const highways = ["Last day to give notice: Potholes", "Contract ends: Potholes"];

test("an address answers without signing in, with what its owner may see and no amounts", async () => {
  const { status, text, headers } = await fetched(await addressOf("person-it"));
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(summaries(text).sort()).toEqual([...housing, ...highways].sort());
  expect(text).toContain("DTSTART;VALUE=DATE:20270401");
  expect(text.replaceAll("\r\n ", "")).toContain("Supplier: Acorn\\nEnds on 30 Jun 2027\\nGoes on by itself");
  expect(text).not.toContain("4242");
  const mine = await fetched(await addressOf("person-staff"));
  expect(summaries(mine.text)).toEqual(housing);
});

test("the same contract keeps its uid, and counts its changes", async () => {
  const address = await addressOf("person-it");
  const uids = (text: string) => text.split("\r\n").filter((line) => line.startsWith("UID:"));
  const before = (await fetched(address)).text;
  const it = server.as("person-it");
  const [contract] = (await it("GET", "/api/contracts?sort=end")).body.items;
  const moved = await it(
    "PATCH",
    `/api/contracts/${contract?.id}`,
    { end: "2027-07-31" },
    { "If-Match": String(contract?.etag) },
  );
  expect(moved.status).toBe(200);
  const after = (await fetched(address)).text;
  expect(uids(after)).toEqual(uids(before));
  expect(after).toContain("DTSTART;VALUE=DATE:20270731");
  expect(after).toContain("SEQUENCE:1");
});

test("the entries speak the language that was asked for, or that of whoever made the address", async () => {
  const asked = await fetched(await addressOf("person-staff", { language: "cy" }));
  expect(summaries(asked.text)).toContain("Contract yn dod i ben: Tenantry\\, Rents");
  const made = await server.as("person-it")("POST", path, {}, { "Accept-Language": "cy-GB" });
  expect(made.body.language).toBe("cy");
});

test("is told once; afterwards only that there is one", async () => {
  const staff = server.as("person-staff");
  expect((await staff("GET", path)).body).toEqual({ calendar: null });
  const address = await addressOf("person-staff");
  expect((await staff("GET", path)).body).toEqual({ calendar: { createdAt: clock.at, language: "en" } });
  const rows = await server.context.gateway.read((reader) =>
    reader.rows(sql`SELECT * FROM contract_calendar`),
  );
  expect(JSON.stringify(rows)).not.toContain(address.split("/")[3]);
});

test("a new address ends the old, and revoking ends it for good; wrong ones look just the same", async () => {
  const first = await addressOf("person-staff");
  const second = await addressOf("person-staff");
  const old = await fetched(first);
  const never = await fetched("/api/calendars/tcal_nobody/contracts.ics");
  expect([old.status, never.status]).toEqual([404, 404]);
  const plain = ({ text }: { text: string }) => ({ ...JSON.parse(text), requestId: "" });
  expect(plain(old)).toEqual(plain(never));
  expect((await fetched(second)).status).toBe(200);
  expect((await server.as("person-staff")("DELETE", path)).status).toBe(204);
  expect((await fetched(second)).status).toBe(404);
  expect((await server.as("person-staff")("DELETE", path)).status).toBe(404);
});

test("the audit log knows that an address was made, renewed and revoked, and nothing of the secret", async () => {
  const first = await addressOf("person-staff");
  const second = await addressOf("person-staff");
  await server.as("person-staff")("DELETE", path);
  const { body } = await server.as("person-auditor")("GET", "/api/audit-events?subjectId=person-staff");
  const text = JSON.stringify(body);
  expect(body.items.map(({ action }) => action)).toEqual([
    "person.calendar-revoked",
    "person.calendar-renewed",
    "person.calendar-created",
  ]);
  for (const address of [first, second]) expect(text).not.toContain(address.split("/")[3]);
});

test("stops at once for somebody who is no longer active, and for good when they come back later", async () => {
  const address = await addressOf("person-staff");
  const setActive = (active: number) =>
    server.context.gateway.write((tx) =>
      tx.run(sql`UPDATE person SET active = ${active} WHERE id = 'person-staff'`),
    );
  await setActive(0);
  expect((await fetched(address)).status).toBe(404);
  await noteLeavers(server.context);
  await setActive(1);
  expect((await fetched(address)).status).toBe(404);
});

test("goes with an erasure, and stands in what is held about a person until then", async () => {
  const address = await addressOf("person-staff");
  const administrator = server.as("person-administrator");
  const held = await administrator("GET", "/api/people/person-staff/data-export?format=json");
  expect(held.body.calendars).toEqual([{ createdAt: clock.at, language: "en" }]);
  await administrator("POST", "/api/people/person-staff/erasure", { reason: "Asked" });
  expect((await fetched(address)).status).toBe(404);
});

test("a role counts for thirty days after its owner last came with it, and no longer when they come without", async () => {
  const address = await addressOf("person-it");
  const seen = async () => summaries((await fetched(address)).text).length;
  clock.at = "2027-01-31T09:00:00.000Z";
  expect(await seen()).toBe(4);
  await server.as("person-it")("GET", "/api/me");
  clock.at = "2027-02-28T09:00:00.000Z";
  expect(await seen()).toBe(4);
  clock.at = "2027-03-03T09:00:00.000Z";
  expect(await seen()).toBe(0);
  await server.as("person-it")("GET", "/api/me");
  expect(await seen()).toBe(4);
  await server.context.gateway.write((tx) =>
    tx.run(sql`DELETE FROM local_role WHERE person_id = 'person-it'`),
  );
  await server.as("person-it")("GET", "/api/me");
  expect(await seen()).toBe(0);
});

test("a manager who moves loses what the old teams use with the next fetch", async () => {
  const address = await addressOf("person-housing-manager");
  expect(summaries((await fetched(address)).text)).toEqual(housing);
  await server.context.gateway.write(async (tx) => {
    await tx.run(
      sql`UPDATE team_manager SET team_id = 'team-highways' WHERE person_id = 'person-housing-manager'`,
    );
    await tx.run(sql`UPDATE person SET team_id = 'team-highways' WHERE id = 'person-housing-manager'`);
  });
  expect(summaries((await fetched(address)).text)).toEqual(highways);
});

describe("subscriptions to Microsoft 365", () => {
  const subscription = { syncId: "s", skuId: "sku-1", status: "Enabled", trial: 0, seats: 40 };

  beforeEach(() =>
    server.context.gateway.write(async (tx) => {
      const asOf = "2027-01-01T02:00:00.000Z";
      for (const name of ["skus", "subscriptions"] as const)
        await putInForce(tx, { name, syncId: "s", asOf, deltaLink: "" });
      await tx.manager.insert("graph_sku", {
        syncId: "s",
        skuId: "sku-1",
        partNumber: "VISIO, 2",
        plans: "[]",
      });
      await tx.manager.insert("graph_subscription", [
        { ...subscription, id: "sub-1", nextLifecycle: "2027-03-31T00:00:00.000Z" },
        { ...subscription, id: "never", nextLifecycle: "9999-12-31T23:59:59.000Z" },
        { ...subscription, id: "past", nextLifecycle: "2026-03-31T00:00:00.000Z" },
      ]);
    }),
  );

  test("are in the calendar of who sees licences, as changes and not as renewals", async () => {
    const { text } = await fetched(await addressOf("person-it"));
    const changes = summaries(text).filter((line) => line.startsWith("Subscription changes"));
    expect(changes).toEqual(["Subscription changes: VISIO\\, 2"]);
    const whole = text.replaceAll("\r\n ", "");
    expect(whole).toContain("DTSTART;VALUE=DATE:20270331");
    expect(whole).toContain(
      "Seats: 40\\nMicrosoft only says that the state changes then\\, not that it renews.",
    );
    expect(whole).toContain("/tab/licences/sku-1");
  });

  test("are in nobody else's", async () => {
    const { text } = await fetched(await addressOf("person-staff"));
    expect(summaries(text)).toEqual(housing);
  });
});
