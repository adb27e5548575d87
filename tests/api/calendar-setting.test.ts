import sql from "sql-template-tag";
import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => new Date("2026-11-26T19:00:00Z") } });
  await server.context.gateway.write((tx) => tx.run(sql`DELETE FROM calendar_setting`));
});
afterAll(() => server.stop());

const path = "/api/settings/calendar";
const administrator = () => server.as("person-administrator");
const own = {
  hours: { days: [1, 2, 3], from: "09:00", until: "17:30" },
  nation: "scotland",
  closedDays: ["2026-12-29"],
  messageBudget: 2,
};

describe("the calendar of messages", () => {
  test("comes with the product: working hours, England, and at most four messages in 30 days", async () => {
    const { status, body } = await server.as("person-it")("GET", path);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      own: false,
      changedAt: null,
      hours: { days: [1, 2, 3, 4, 5], from: "08:00", until: "18:00" },
      nation: "england",
      messageBudget: 4,
      timeZone: "Europe/London",
      goodTimeNow: false,
      nextGoodTime: "2026-11-27T08:00:00.000Z",
      bankHolidaysKnownUntil: "2030-12-26",
    });
    expect(body.bankHolidays).toContainEqual({ day: "2026-12-25", name: "Christmas Day" });
  });

  test("is changed by an administrator, and that is told of", async () => {
    const { status, body } = await administrator()("PUT", path, { ...own, reason: "Short week" });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...own,
      own: true,
      changedByName: "Amir Khan",
      nextGoodTime: "2026-12-01T09:00:00.000Z",
    });
    const events = await administrator()("GET", "/api/audit-events?subjectKind=setting");
    expect(events.body.items[0]).toMatchObject({
      action: "calendar.changed",
      subjectId: "calendar",
      reason: "Short week",
      changes: expect.arrayContaining([{ field: "messageBudget", from: 4, to: 2 }]),
    });
    await administrator()("PUT", path, own);
    expect((await administrator()("GET", "/api/audit-events?subjectKind=setting")).body.total).toBe(1);
  });

  test.each([
    [{ ...own, hours: { ...own.hours, until: "08:00" } }, "hours"],
    [{ ...own, messageBudget: 0 }, "messageBudget"],
    [{ ...own, closedDays: ["2026-02-30"] }, "closedDays"],
    [{ ...own, nation: "france" }, "nation"],
  ])("that cannot be kept is refused: %#", async (wanted, field) => {
    const { status, body } = await administrator()("PUT", path, wanted);
    expect([status, body.errors[0]?.path.split(".")[0]]).toEqual([400, field]);
  });
});
