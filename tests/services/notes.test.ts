import sql from "sql-template-tag";
import { historyOf } from "../../src/database/stores/audit-store";
import { insertContracts } from "../../src/database/stores/contract-store";
import { insertFindings } from "../../src/database/stores/finding-store";
import { savePrice } from "../../src/database/stores/graph/price-store";
import { claimInstalls } from "../../src/database/stores/install-store";
import { storedReminders } from "../../src/database/stores/note-store";
import { updatePeople } from "../../src/database/stores/person-store";
import { noteRoles } from "../../src/database/stores/seen-role-store";
import { conclude } from "../../src/domain/application/contract";
import type { FindingDraft } from "../../src/domain/finding/finding";
import { firstSeen } from "../../src/domain/finding/finding-round";
import type { Caller } from "../../src/domain/permission";
import { createApplication } from "../../src/services/application/application-service";
import { snoozeAll, stopTopic } from "../../src/services/check-in/contact-service";
import { rememberConversation, setMuted } from "../../src/services/conversation-service";
import type { LicenceReference } from "../../src/services/licence/licence-reference";
import { decideRenewal, setLicenceOwner } from "../../src/services/licence/renewal-care";
import { upcomingRenewals } from "../../src/services/licence/renewal-overview";
import { myCheckIns } from "../../src/services/my-service";
import { planNotes } from "../../src/services/note/note-planning";
import { claimDue, deliverDue, sendClaimed } from "../../src/services/outbox-service";
import { applyRetention } from "../../src/services/retention-night";
import { holdSending, releaseSending } from "../../src/services/sending-hold-service";
import { bothEngines } from "../support/engines";
import { holdSkus } from "../support/graph/held-sku";
import {
  addPeople,
  addReachable,
  launched,
  openWorld,
  person,
  RecordingMessenger,
  type World,
} from "./check-in-world";

const day = 86_400_000;
const reference: LicenceReference = { names: new Map(), namesAsOf: "2026-06-30", freePartNumbers: new Set() };
const it: Caller = {
  person: person("it-manager"),
  roles: ["Toolroll.ItManager"],
  managedTeamIds: [],
  scope: { kind: "everything" },
};
const contractEnd = "2026-06-30";
/** The world begins on 2 March: 30 days before notice has to be given. */
const noticeDate = "2026-04-01";

describe.each(bothEngines())("notes on $engine", ({ newDatabase }) => {
  let world: World;
  let teams: RecordingMessenger;

  beforeEach(async () => {
    world = await openWorld(await newDatabase());
    teams = new RecordingMessenger();
    await addPeople(world, it.person, person("gone", { active: false }));
    await addReachable(world, "nia", "head");
  });
  afterEach(() => world.close());

  const plan = () => planNotes(world.context, reference);
  const deliver = () => deliverDue(world.context, teams, 50);
  const lines = () => upcomingRenewals(world.context, reference);
  const line = async (name: string) => (await lines()).find((each) => each.name === name);

  async function contracted(name: string, owners: { itOwnerId?: string; businessOwnerId?: string } = {}) {
    const { id } = await createApplication(world.context, it, {
      ...{ name, kind: "line-of-business", ...owners },
      contract: { start: "2025-07-01", end: contractEnd, noticeDays: 90, renewal: "tacit" },
    });
    return id;
  }

  async function subscribed(skuId: string, holders: Parameters<typeof holdSkus>[1]["holders"], seats = 10) {
    await holdSkus(world.context.gateway, { skuId, partNumber: "VISIOCLIENT", seats, holders });
    await world.context.gateway.write(async (tx) => {
      const [part] = await tx.rows<{ syncId: string }>(
        sql`SELECT sync_id AS "syncId" FROM graph_part WHERE name = 'subscriptions'`,
      );
      await tx.run(sql`INSERT INTO graph_subscription (sync_id, id, sku_id, status, trial, seats, next_lifecycle)
        VALUES (${part?.syncId}, ${`${skuId}-bought`}, ${skuId}, 'Enabled', 0, ${seats}, '2026-04-01T00:00:00Z')`);
    });
  }

  async function found(...drafts: Partial<FindingDraft>[]) {
    const at = world.clock.now().toISOString();
    const draft: FindingDraft = {
      ...{ kind: "not-confirmed", severity: "medium", subject: { kind: "team", id: "repairs" } },
      ...{ teamId: "repairs", ownerId: null, count: 3, evidence: [], saving: null, actBy: null },
    };
    await world.context.gateway.write((tx) =>
      insertFindings(
        tx,
        drafts.map((more) => firstSeen({ ...draft, ...more }, world.context.newId(), at)),
      ),
    );
  }

  const states = (kind: string) =>
    world.context.gateway.read((reader) =>
      reader.rows<{ personId: string; state: string; reason: string }>(sql`
        SELECT d.person_id AS "personId", d.state, d.reason FROM delivery d JOIN note n ON n.id = d.id
         WHERE n.kind = ${kind} ORDER BY n.decided_at, d.person_id`),
    );

  describe("about renewals", () => {
    test("remind the owner of a contract once of each stage, in the figures of the day", async () => {
      await contracted("Ledger", { itOwnerId: "nia" });
      expect(await plan()).toEqual({ renewals: 1, findings: 0, blockers: 0 });
      expect(await plan()).toEqual({ renewals: 0, findings: 0, blockers: 0 });
      await deliver();
      await deliver();
      expect(teams.notes).toHaveLength(1);
      expect(teams.notes[0]).toMatchObject({
        personId: "nia",
        renewals: [{ source: "contract", name: "Ledger", actBy: noticeDate, tacit: true, value: null }],
        findings: null,
      });
      world.clock.pass(22 * day);
      expect(await plan()).toEqual({ renewals: 0, findings: 0, blockers: 0 });
      world.clock.pass(day);
      expect(await plan()).toEqual({ renewals: 1, findings: 0, blockers: 0 });
      await deliver();
      expect(teams.notes).toHaveLength(2);
      world.clock.pass(30 * day);
      expect(await plan()).toEqual({ renewals: 0, findings: 0, blockers: 0 });
    });

    test("say what of a subscription can go, and never that an unknown price is nothing", async () => {
      await subscribed("sku-visio", { a: { useBand: "dormant" }, b: { useBand: "unknown" } });
      await setLicenceOwner(world.context, it, "sku-visio", "nia");
      await plan();
      await deliver();
      const [told] = teams.notes[0]?.renewals ?? [];
      expect(told).toMatchObject({ source: "subscription", skuId: "sku-visio", seats: 10 });
      expect(told?.unused).toEqual({ count: 9, unknownUse: 1 });
      expect(told?.monthlySaving).toBeNull();
      await world.context.gateway.write((tx) =>
        savePrice(
          tx,
          {
            skuId: "sku-visio",
            price: { amount: "2.50", currency: "GBP" },
            per: "month",
            from: "2026-01-01",
          },
          "it-manager",
          "2026-01-01T09:00:00.000Z",
        ),
      );
      expect((await line("VISIOCLIENT"))?.monthlySaving).toEqual({ amount: "22.50", currency: "GBP" });
    });

    test("go to a new owner too, and what the one before was sent says nothing of them", async () => {
      await subscribed("sku-visio", { a: { useBand: "dormant" } });
      await setLicenceOwner(world.context, it, "sku-visio", "nia");
      await plan();
      await deliver();
      expect((await line("VISIOCLIENT"))?.lastReminder).toMatchObject({ state: "sent" });
      await setLicenceOwner(world.context, it, "sku-visio", "head");
      expect(await line("VISIOCLIENT")).toMatchObject({ lastReminder: null, reminder: 30 });
      expect((await plan()).renewals).toBe(1);
      await deliver();
      expect(teams.notes.map(({ personId }) => personId)).toEqual(["nia", "head"]);
      await setLicenceOwner(world.context, it, "sku-visio", "nia");
      expect((await plan()).renewals).toBe(0);
    });

    test("keep the owner of a SKU through a sync that replaces everything else", async () => {
      await subscribed("sku-visio", { a: { useBand: "active" } });
      await setLicenceOwner(world.context, it, "sku-visio", "nia");
      await subscribed("sku-visio", { a: { useBand: "active" }, b: { useBand: "active" } });
      expect((await line("VISIOCLIENT"))?.owner).toMatchObject({
        id: "nia",
        name: "Person nia",
        active: true,
      });
    });

    test("go out in one message where several are due, which counts once for the budget", async () => {
      await contracted("Ledger", { itOwnerId: "nia" });
      await contracted("Planner", { itOwnerId: "nia" });
      expect(await plan()).toEqual({ renewals: 2, findings: 0, blockers: 0 });
      await deliver();
      expect(teams.notes.map(({ renewals }) => renewals.map(({ name }) => name).sort())).toEqual([
        ["Ledger", "Planner"],
      ]);
      const [counted] = await world.context.gateway.read((reader) =>
        reader.rows<{ n: number }>(sql`SELECT CAST(count(*) AS integer) AS n FROM sent_message`),
      );
      expect(counted?.n).toBe(1);
    });

    test("are decided once by two replicas at once, and sent once by two workers at once", async () => {
      await contracted("Ledger", { itOwnerId: "nia" });
      await found({});
      const both = await Promise.all([plan(), plan()]);
      expect(both.map(({ renewals }) => renewals).reduce((sum, each) => sum + each)).toBe(1);
      expect(both.map(({ findings }) => findings).reduce((sum, each) => sum + each)).toBe(1);
      await Promise.all([deliver(), deliver(), deliver()]);
      await deliver();
      expect(teams.notes.map(({ personId }) => personId).sort()).toEqual(["head", "nia"]);
    });

    test("after a worker died with one are sent once more at most", async () => {
      await contracted("Ledger", { itOwnerId: "nia" });
      await plan();
      await claimDue(world.context, 50);
      world.clock.pass(120_000);
      await deliver();
      world.clock.pass(60_000);
      await deliver();
      world.clock.pass(60_000);
      await deliver();
      expect(teams.notes).toHaveLength(1);
    });

    test("are not sent any more when they stopped being true on the way", async () => {
      const id = await contracted("Ledger", { itOwnerId: "nia" });
      await contracted("Planner", { itOwnerId: "nia" });
      await plan();
      const ledger = await line("Ledger");
      await decideRenewal(
        world.context,
        reference,
        it,
        { source: "contract", id: ledger?.id ?? "", actBy: noticeDate },
        true,
      );
      await deliver();
      expect(teams.notes.map(({ renewals }) => renewals.map(({ name }) => name))).toEqual([["Planner"]]);
      expect((await states("renewal")).map(({ state, reason }) => [state, reason]).sort()).toEqual([
        ["sent", ""],
        ["skipped", "no-longer-true"],
      ]);
      expect(await line("Ledger")).toMatchObject({ settled: "decided", reminder: null, nextReminder: null });
      await world.context.gateway.write((tx) =>
        insertContracts(tx, [conclude({ start: "2026-07-01", end: "2027-06-30" }, "next", id)]),
      );
      expect(await plan()).toEqual({ renewals: 0, findings: 0, blockers: 0 });
    });

    test("are never an open question: nothing to answer, to put off or to remind of", async () => {
      await contracted("Ledger", { itOwnerId: "nia" });
      await plan();
      await deliver();
      expect(await myCheckIns(world.context, "nia")).toEqual([]);
      expect(await snoozeAll(world.context, "nia", "tomorrow")).toBeNull();
      const { summary } = await launched(world, { audience: { personIds: ["nia"] } });
      expect(summary).toMatchObject({ audience: 1, queued: 1, sent: 0 });
    });

    test("come after a question to the same person, in a message of their own", async () => {
      await contracted("Ledger", { itOwnerId: "nia" });
      await plan();
      await launched(world, { audience: { personIds: ["nia"] } });
      await deliver();
      expect([teams.sent.length, teams.bundles.length, teams.notes.length]).toEqual([1, 0, 0]);
      world.clock.pass(5_000);
      await deliver();
      expect([teams.sent.length, teams.bundles.length, teams.notes.length]).toEqual([1, 0, 1]);
    });

    test("wait for working hours, and for room in the budget while it comes in time", async () => {
      await contracted("Ledger", { itOwnerId: "nia" });
      world.clock.pass(10 * 3_600_000); // Monday, 19:00
      await plan();
      expect(await states("renewal")).toMatchObject([{ state: "queued", reason: "outside-hours" }]);
      await deliver();
      expect(teams.notes).toEqual([]);
      await world.context.gateway.write(async (tx) => {
        for (const n of [1, 2, 3, 4]) {
          await tx.run(sql`INSERT INTO sent_message (id, person_id, sent_at)
            VALUES (${`m${n}`}, 'nia', ${`2026-02-0${n + 2}T10:00:00.000Z`})`);
        }
      });
      world.clock.pass(13 * 3_600_000); // Tuesday, 8:00
      await deliver();
      expect(await states("renewal")).toMatchObject([{ state: "queued", reason: "message-budget" }]);
      world.clock.pass(3 * day);
      await deliver();
      expect(teams.notes).toHaveLength(1);
    });

    test("are left out where the budget has no room until the last day to act is over", async () => {
      await contracted("Ledger", { itOwnerId: "nia" });
      world.clock.pass(24 * day);
      await plan();
      await world.context.gateway.write(async (tx) => {
        for (const n of [1, 2, 3, 4]) {
          await tx.run(sql`INSERT INTO sent_message (id, person_id, sent_at)
            VALUES (${`m${n}`}, 'nia', ${`2026-03-2${n}T10:00:00.000Z`})`);
        }
      });
      await deliver();
      expect(await states("renewal")).toMatchObject([{ state: "skipped", reason: "message-budget" }]);
      expect((await line("Ledger"))?.lastReminder).toMatchObject({
        ...{ state: "skipped", reason: "message-budget", sentAt: null, daysAhead: 7 },
      });
    });

    test("go to nobody who wants none, who has left or who cannot be reached, and the page says why", async () => {
      await addReachable(world, "leaver", "mute");
      await addPeople(world, person("new"));
      await contracted("Wants none", { itOwnerId: "nia" });
      await contracted("Left since", { itOwnerId: "leaver" });
      await contracted("No bot", { itOwnerId: "new" });
      await contracted("Muted", { itOwnerId: "mute" });
      await contracted("Nobody");
      await contracted("Gone", { businessOwnerId: "leaver" });
      await stopTopic(world.context, "nia", "renewal", false);
      await setMuted(world.context, "mute", true);
      await plan();
      await world.context.gateway.write((tx) => updatePeople(tx, [person("leaver", { active: false })]));
      await deliver();
      expect(teams.notes).toEqual([]);
      const told = new Map((await lines()).map(({ name, lastReminder }) => [name, lastReminder?.reason]));
      expect(Object.fromEntries(told)).toEqual({
        "Wants none": "opted-out",
        "Left since": "left",
        Gone: "left",
        "No bot": "not-installed",
        Muted: "blocked-by-person",
        Nobody: undefined,
      });
      expect((await line("Gone"))?.owner).toMatchObject({ id: "leaver", active: false });
      await stopTopic(world.context, "nia", "renewal", true);
      await rememberConversation(world.context, { personId: "new", reference: {}, locale: null });
      await deliver();
      expect(teams.notes.map(({ personId }) => personId).sort()).toEqual(["new", "nia"]);
    });

    test("have the app installed for whoever does not have it, while there is still time", async () => {
      await addPeople(world, person("new"));
      await contracted("No bot", { itOwnerId: "new" });
      await plan();
      await deliver();
      const installs = (now: Date) =>
        world.context.gateway.write((tx) => claimInstalls(tx, 10, now.toISOString()));
      expect(await installs(new Date("2026-04-02T00:00:00.000Z"))).toEqual([]);
      expect(await installs(world.clock.now())).toEqual(["new"]);
      expect(await states("renewal")).toMatchObject([{ state: "blocked", reason: "installing" }]);
    });

    test("are told to the activity feed by what they are about, with the page that they lead to", async () => {
      await contracted("Ledger", { itOwnerId: "nia" });
      await found({});
      await plan();
      const { claimed } = await claimDue(world.context, 50);
      const sent = await Promise.all(claimed.map((claim) => sendClaimed(world.context, teams, claim)));
      expect(sent).toContainEqual({ personId: "nia", title: "Ledger", page: "contracts" });
      expect(sent).toContainEqual({ personId: "head", title: "1", page: "findings" });
    });

    test("that were not sent in time are over, and what kept them stays readable", async () => {
      await addPeople(world, person("new"));
      await contracted("No bot", { itOwnerId: "new" });
      await plan();
      await deliver();
      world.clock.pass(31 * day);
      await plan();
      expect(await states("renewal")).toMatchObject([{ state: "expired", reason: "not-installed" }]);
      await rememberConversation(world.context, { personId: "new", reference: {}, locale: null });
      await deliver();
      expect(teams.notes).toEqual([]);
    });

    test.each([
      ["leave", 0],
      ["send", 1],
    ] as const)("that may have gone out before a restore wait for a decision: %s", async (decision, sent) => {
      await contracted("Ledger", { itOwnerId: "nia" });
      const now = world.clock.now();
      await world.context.gateway.write((tx) =>
        holdSending(tx, { now, newId: world.context.newId }, "2026-03-01T23:00:00.000Z"),
      );
      world.clock.pass(60_000);
      await plan();
      await deliver();
      expect(teams.notes).toEqual([]);
      await releaseSending(world.context, "it-manager", decision, null);
      await plan();
      await deliver();
      expect(teams.notes).toHaveLength(sent);
      expect((await line("Ledger"))?.lastReminder).toMatchObject(
        sent === 0 ? { state: "uncertain", reason: "restored" } : { state: "sent" },
      );
    });

    test("are told in the audit log, and forgotten when their time is over", async () => {
      await contracted("Ledger", { itOwnerId: "nia" });
      await plan();
      await deliver();
      const { entries } = await world.context.gateway.read((reader) =>
        historyOf(reader, { kind: "sending", id: "notes" }, 10, null),
      );
      expect(entries).toMatchObject([{ action: "notes.queued", actorId: "clock" }]);
      world.clock.pass(400 * day);
      await applyRetention(world.context);
      expect(await world.context.gateway.read(storedReminders)).toEqual([]);
      expect(await states("renewal")).toEqual([]);
    });
  });

  describe("about findings", () => {
    test("tell a manager of open findings in their teams, once in fourteen days", async () => {
      await found(
        { severity: "high", kind: "kit-held-by-leaver", subject: { kind: "person", id: "gone" } },
        { teamId: "repairs" },
        { teamId: "elsewhere", subject: { kind: "team", id: "elsewhere" } },
        { kind: "legacy-risk-red", subject: { kind: "application", id: "a" }, teamId: null },
      );
      expect(await plan()).toEqual({ renewals: 0, findings: 1, blockers: 0 });
      await deliver();
      expect(teams.notes.map(({ personId }) => personId)).toEqual(["head"]);
      expect(teams.notes[0]?.findings).toMatchObject({
        total: 2,
        bySeverity: [
          { severity: "high", count: 1 },
          { severity: "medium", count: 1 },
        ],
        top: [
          { kind: "kit-held-by-leaver", name: null },
          { kind: "not-confirmed", name: "Repairs" },
        ],
      });
      for (let night = 1; night < 14; night += 1) {
        world.clock.pass(day);
        expect((await plan()).findings).toBe(0);
      }
      world.clock.pass(day);
      expect((await plan()).findings).toBe(1);
      await deliver();
      expect(teams.notes).toHaveLength(2);
    });

    test("count fourteen days from when one was sent, however long it waited", async () => {
      await found({});
      world.clock.pass(4 * day + 10 * 3_600_000); // Friday, 19:00
      await plan();
      world.clock.pass(day);
      expect((await plan()).findings).toBe(0);
      world.clock.pass(day + 13 * 3_600_000); // Monday, 8:00
      await deliver();
      expect(teams.notes).toHaveLength(1);
      world.clock.pass(14 * day - 1);
      expect((await plan()).findings).toBe(0);
      world.clock.pass(1);
      expect((await plan()).findings).toBe(1);
    });

    test("say nothing where there is nothing to say, also when it went away on the way", async () => {
      expect((await plan()).findings).toBe(0);
      await found({});
      expect((await plan()).findings).toBe(1);
      await world.context.gateway.write((tx) => tx.run(sql`UPDATE finding SET state = 'done'`));
      await deliver();
      expect(teams.notes).toEqual([]);
      expect(await states("findings")).toEqual([
        { personId: "head", state: "skipped", reason: "no-longer-true" },
      ]);
    });

    test("tell of a finding outside their teams only those who see to it and have a role that shows it", async () => {
      await addReachable(world, "owner", "without");
      const pressing = { kind: "legacy-risk-red", subject: { kind: "application", id: "a" }, teamId: null };
      await found(
        { ...pressing, ownerId: "owner" } as Partial<FindingDraft>,
        {
          ...pressing,
          ownerId: "without",
          subject: { kind: "application", id: "b" },
        } as Partial<FindingDraft>,
      );
      await world.context.gateway.write((tx) =>
        noteRoles(tx, "owner", ["Toolroll.ItManager"], world.clock.now().toISOString()),
      );
      expect((await plan()).findings).toBe(1);
      await deliver();
      expect(teams.notes.map(({ personId, findings }) => [personId, findings?.total])).toEqual([
        ["owner", 1],
      ]);
      world.clock.pass(31 * day);
      expect((await plan()).findings).toBe(0);
    });

    test("go out together with reminders, in one message", async () => {
      await contracted("Ledger", { itOwnerId: "head" });
      await found({});
      expect(await plan()).toEqual({ renewals: 1, findings: 1, blockers: 0 });
      await deliver();
      expect(teams.notes).toHaveLength(1);
      expect(teams.notes[0]).toMatchObject({ renewals: [{ name: "Ledger" }], findings: { total: 1 } });
    });

    test("stop for whoever says so, while reminders go on", async () => {
      await contracted("Ledger", { itOwnerId: "head" });
      await found({});
      await stopTopic(world.context, "head", "findings", false);
      await plan();
      await deliver();
      expect(teams.notes).toMatchObject([{ personId: "head", findings: null }]);
      expect(await states("findings")).toMatchObject([{ state: "skipped", reason: "opted-out" }]);
    });

    test("are held by what has happened since: a claim by somebody else sends nothing", async () => {
      await found({});
      await plan();
      const { claimed } = await claimDue(world.context, 50);
      world.clock.pass(120_000);
      await claimDue(world.context, 50);
      for (const claim of claimed) await sendClaimed(world.context, teams, claim);
      expect(teams.notes).toEqual([]);
    });
  });
});
