import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sql, { raw } from "sql-template-tag";
import { type AuditBreak, verifyAuditLog } from "../../src/database/audit-verification";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { dropAuditGuards } from "../../src/database/migrations/audit-guards";
import { contentsAfter, redactEvents } from "../../src/database/stores/audit-redaction-store";
import { auditHead, historyOf, recordEvents } from "../../src/database/stores/audit-store";
import type { AuditEvent } from "../../src/domain/audit-event";
import { migratedSqlite } from "../support/migrated-sqlite";
import { type Postgres, startPostgres } from "../support/postgres";

let postgres: Postgres;
const folder = mkdtempSync(join(tmpdir(), "toolroll-audit-"));
let made = 0;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

function event(id: string, more: Partial<AuditEvent> = {}): AuditEvent {
  return {
    id,
    at: "2026-03-02T09:00:00.000Z",
    actorId: "person-it",
    door: "tab",
    action: "device.changed",
    subjectKind: "device",
    subjectId: "device-1",
    changes: [{ field: "assigneeId", from: "person-a", to: "person-b" }],
    reason: "Ann asked for it",
    ...more,
  };
}

describe.each([
  { engine: "SQLite", sqlite: true, url: () => migratedSqlite(join(folder, `${++made}.sqlite`)) },
  { engine: "PostgreSQL", sqlite: false, url: () => postgres.createMigrated() },
])("the audit log on $engine", ({ sqlite, url }) => {
  let gateway: Gateway;

  beforeEach(async () => {
    gateway = await openGateway(await url());
  });

  afterEach(() => gateway.close());

  const record = (...events: AuditEvent[]) => gateway.write((tx) => recordEvents(tx, events));
  const verify = (expected?: { seq: number; hash: string }) =>
    gateway.read((reader) => verifyAuditLog(reader, expected));
  const run = (statement: string) => gateway.write((tx) => tx.run(raw(statement)));
  const fiveEvents = () => record(...["a", "b", "c", "d", "e"].map((id) => event(id)));

  it("is intact while it is empty", async () => {
    expect(await verify()).toMatchObject({ events: 0, redacted: 0, firstBreak: null });
  });

  it("chains what writers record side by side, and leaves no trace of what was rolled back", async () => {
    const writes = Array.from({ length: 150 }, (_, at) =>
      gateway.write(async (tx) => {
        await recordEvents(tx, [event(`first-${at}`), event(`second-${at}`)]);
        if (at % 3 === 0) throw new Error("rolled back");
      }),
    );
    const settled = await Promise.allSettled(writes);
    expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(50);
    expect(await verify()).toMatchObject({ events: 200, head: { seq: 200 }, firstBreak: null });
  });

  it("keeps the events of one transaction together and in their order", async () => {
    await Promise.all(
      ["x", "y"].map((name) =>
        gateway.write(async (tx) => {
          for (const step of [1, 2, 3]) await recordEvents(tx, [event(`${name}${step}`)]);
        }),
      ),
    );
    const { entries } = await gateway.read((reader) =>
      historyOf(reader, { kind: "device", id: "device-1" }, 10, null),
    );
    const ids = entries.map(({ id }) => id).reverse();
    expect(["x1,x2,x3,y1,y2,y3", "y1,y2,y3,x1,x2,x3"]).toContain(ids.join());
  });

  it.each([
    "UPDATE audit_event SET reason = 'other' WHERE id = 'c'",
    "UPDATE audit_event SET salt = 'other', reason = '' WHERE id = 'c'",
    "UPDATE audit_event SET hash = 'other'",
    "DELETE FROM audit_event WHERE id = 'c'",
    "DELETE FROM audit_event",
  ])("is append-only: %s is refused by the database", async (statement) => {
    await fiveEvents();
    await expect(run(statement)).rejects.toThrow(/append-only/);
    expect(await verify()).toMatchObject({ events: 5, firstBreak: null });
  });

  it("refuses to be emptied or written over in the ways of this engine", async () => {
    await fiveEvents();
    const other = sqlite
      ? "REPLACE INTO audit_event (seq, id, at, actor_id, door, action, subject_kind, subject_id, changes) VALUES (3, 'z', '', '', '', '', '', '', '[]')"
      : "TRUNCATE audit_event";
    await expect(run(other)).rejects.toThrow(/append-only/);
    expect(await verify()).toMatchObject({ events: 5, firstBreak: null });
  });

  /** As somebody with every right in the database would. */
  const tamper = async (...statements: string[]) => {
    for (const statement of [...dropAuditGuards(sqlite), ...statements]) await run(statement);
  };

  it.each<[string, AuditBreak, number, string[]]>([
    ["a changed reason", "content", 3, ["UPDATE audit_event SET reason = 'none' WHERE id = 'c'"]],
    ["a changed actor", "content", 3, ["UPDATE audit_event SET actor_id = 'person-x' WHERE id = 'c'"]],
    ["a changed time", "link", 3, ["UPDATE audit_event SET at = '2026-03-03T09:00:00.000Z' WHERE id = 'c'"]],
    ["a changed action", "link", 2, ["UPDATE audit_event SET action = 'device.removed' WHERE id = 'b'"]],
    ["a removed event", "link", 4, ["DELETE FROM audit_event WHERE id = 'c'"]],
    ["a removed last event", "head", 4, ["DELETE FROM audit_event WHERE id = 'e'"]],
    [
      "two events that changed places",
      "link",
      2,
      [
        "UPDATE audit_event SET seq = 99 WHERE id = 'b'",
        "UPDATE audit_event SET seq = 2 WHERE id = 'c'",
        "UPDATE audit_event SET seq = 3 WHERE id = 'b'",
      ],
    ],
    [
      "a redaction that no event accounts for",
      "redaction",
      5,
      [
        "INSERT INTO audit_redaction SELECT 'nobody', seq, salt, content_hash FROM audit_event WHERE id = 'c'",
      ],
    ],
  ])("names the first broken event after %s", async (_what, what, seq, statements) => {
    await fiveEvents();
    await tamper(...statements);
    expect((await verify()).firstBreak).toMatchObject({ what, seq });
  });

  it("notices by an end that was noted outside that the log was cut off and written anew", async () => {
    await fiveEvents();
    const noted = await gateway.read(auditHead);
    expect((await verify(noted)).firstBreak).toBeNull();
    await record(event("f"));
    expect((await verify(noted)).firstBreak).toBeNull();
    expect((await verify({ ...noted, hash: "0".repeat(64) })).firstBreak).toMatchObject({
      what: "expectation",
    });
    expect((await verify({ ...noted, seq: 40 })).firstBreak).toMatchObject({ what: "expectation" });
  });

  it("takes contents out by a redaction, says so, and still verifies; twice too", async () => {
    await fiveEvents();
    const redact = (id: string, seqs: number[]) =>
      gateway.write(async (tx) => {
        const contents = (await contentsAfter(tx, 0, 100)).filter(({ seq }) => seqs.includes(seq));
        const emptied = contents.map((content) => ({ ...content, actorId: "erased-1", reason: "" }));
        await redactEvents(tx, event(id, { action: "person.erased", reason: null }), emptied);
      });
    await redact("r1", [2, 4]);
    await redact("r2", [4, 5]);
    expect(await verify()).toMatchObject({ events: 7, redacted: 3, firstBreak: null });
    const rows = await gateway.read((reader) =>
      reader.rows<{ reason: string }>(sql`SELECT reason FROM audit_event WHERE seq IN (2, 4, 5)`),
    );
    expect(rows.map(({ reason }) => reason)).toEqual(["", "", ""]);
    await tamper("UPDATE audit_event SET reason = 'made up' WHERE seq = 4");
    expect((await verify()).firstBreak).toMatchObject({ what: "content", seq: 4 });
  });
});
