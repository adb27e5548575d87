import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { raw } from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { dropAuditGuards } from "../../src/database/migrations/audit-guards";
import { recordEvents } from "../../src/database/stores/audit-store";
import { migratedSqlite } from "../support/migrated-sqlite";
import { type Postgres, startPostgres } from "../support/postgres";

const root = join(__dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "toolroll-verify-"));
let postgres: Postgres;
let made = 0;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What an operator types, with the settings of local mode but for the database. */
function verify(databaseUrl: string, ...args: string[]) {
  const { PATH = "", HOME = folder } = process.env;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const result = spawnSync(npm, ["run", "--silent", "verify-audit", "--", ...args], {
    cwd: root,
    env: { PATH, HOME, DATABASE_URL: databaseUrl },
    encoding: "utf8",
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

describe.each([
  { engine: "SQLite", url: () => migratedSqlite(join(folder, `${++made}.sqlite`)) },
  { engine: "PostgreSQL", url: () => postgres.createMigrated() },
])("npm run verify-audit on $engine", ({ url }) => {
  let databaseUrl: string;

  /** Opens the database as somebody does who goes round Toolroll. */
  async function within(work: (gateway: Gateway) => Promise<unknown>): Promise<void> {
    const gateway = await openGateway(databaseUrl);
    await work(gateway).finally(() => gateway.close());
  }
  const tamper = (statement: string) =>
    within((gateway) =>
      gateway.write(async (tx) => {
        for (const drop of dropAuditGuards(tx.engine === "sqlite")) await tx.run(raw(drop));
        await tx.run(raw(statement));
      }),
    );

  beforeEach(async () => {
    databaseUrl = await url();
    await within((gateway) =>
      gateway.write((tx) =>
        recordEvents(
          tx,
          ["one", "two", "three", "four"].map((id) => ({
            id,
            at: "2026-03-02T09:00:00.000Z",
            actorId: "person-it",
            door: "tab" as const,
            action: "device.changed" as const,
            subjectKind: "device",
            subjectId: "device-1",
            changes: [{ field: "notes", from: null, to: id }],
            reason: null,
          })),
        ),
      ),
    );
  });

  /** Where the intact log ends, as its operator notes it. */
  function notedEnd(): string {
    const intact = verify(databaseUrl);
    expect([intact.code, intact.err]).toEqual([0, ""]);
    expect(intact.out).toContain("The audit log is intact: 4 events, 0 of them redacted.");
    return /ends at (4:[0-9a-f]{64})/.exec(intact.out)?.[1] ?? "";
  }

  it("finds an intact chain intact, also against the end that was noted earlier", () => {
    expect(verify(databaseUrl, "--expect", notedEnd()).code).toBe(0);
  });

  it("names the event whose row was changed", async () => {
    await tamper(`UPDATE audit_event SET action = 'device.deleted' WHERE id = 'two'`);
    const { code, out, err } = verify(databaseUrl);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("BROKEN, first at event 2 (two)");
  });

  it("names the place where a row was deleted", async () => {
    await tamper("DELETE FROM audit_event WHERE id = 'three'");
    expect(verify(databaseUrl)).toMatchObject({ code: 1, err: expect.stringContaining("event 4 (four)") });
  });

  it("finds that the last row was deleted", async () => {
    await tamper("DELETE FROM audit_event WHERE id = 'four'");
    expect(verify(databaseUrl)).toMatchObject({ code: 1, err: expect.stringContaining("after event 3") });
  });

  it("finds by the noted end that the whole log was taken away", async () => {
    const end = notedEnd();
    await tamper("DELETE FROM audit_event");
    expect(verify(databaseUrl, "--expect", end).code).toBe(1);
  });
});

it("says what is wrong when it cannot look, with another exit code", async () => {
  expect(verify("mysql://nowhere")).toMatchObject({ code: 2, err: expect.stringContaining("DATABASE_URL") });
  const nowhere = verify(`sqlite:${join(folder, "not", "there.sqlite")}`);
  expect(nowhere.code).toBe(2);
  expect(nowhere.err).not.toMatch(/\bat .*\.js:\d/);
  const databaseUrl = await migratedSqlite(join(folder, `${++made}.sqlite`));
  expect(verify(databaseUrl, "--expect", "4:nonsense")).toMatchObject({
    code: 2,
    err: expect.stringContaining("--expect takes"),
  });
});
