import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import sql from "sql-template-tag";
import { verifyAuditLog } from "../../src/database/audit-verification";
import { openGateway } from "../../src/database/data-source";
import type { Adder, Gateway, Kind } from "../../src/database/gateway";
import { valueRows } from "../../src/database/stores/write-rows";
import type { DeviceDraft } from "../../src/domain/device";
import type { Caller } from "../../src/domain/permission";
import { Refusal } from "../../src/domain/refusal";
import { newId } from "../../src/platform/ids";
import { createDevice } from "../../src/services/device-service";
import { aPerson } from "../support/builders";
import { bothEngines } from "../support/engines";

const roles: Kind<string> = {
  statement: (ids) =>
    sql`INSERT INTO local_role (person_id, role) VALUES ${valueRows(ids.map((id) => [id, "x"]))}`,
};
const add = (id: string) => async (tx: Adder) => {
  tx.putOffTogether(roles, [id]);
  return id;
};
const addThen = (id: string, fault: Error) => async (tx: Adder) => {
  await add(id)(tx);
  throw fault;
};
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${prefix}${String(at).padStart(2, "0")}`);

const caller: Caller = {
  person: aPerson({ id: "person-it", name: "Priya Shah" }),
  roles: ["Toolroll.ItManager"],
  managedTeamIds: [],
  scope: { kind: "everything" },
};

const idsIn = async (gateway: Gateway) => {
  const rows = await gateway.read((reader) =>
    reader.rows<{ id: string }>(sql`SELECT person_id AS id FROM local_role ORDER BY person_id`),
  );
  return rows.map(({ id }) => id);
};

const creating = (gateway: Gateway, assetTag: string, more: Partial<DeviceDraft> = {}) => {
  const context = { gateway, clock: { now: () => new Date("2026-11-02T09:00:00Z") }, newId };
  return createDevice(context, caller, { assetTag, type: "laptop", ...more } as DeviceDraft);
};

/** The register, its kept totals and its history say the same. */
async function allAgree(gateway: Gateway, tags: readonly string[]): Promise<void> {
  const found = await gateway.read(async (reader) => ({
    tags: (
      await reader.rows<{ tag: string }>(sql`SELECT asset_tag AS tag FROM device ORDER BY asset_tag`)
    ).map(({ tag }) => tag),
    counted: await reader.rows<{ count: number }>(sql`SELECT count FROM device_count`),
    origins: await reader.rows<{ n: number }>(
      sql`SELECT CAST(count(DISTINCT subject_id) AS integer) AS n FROM field_origin`,
    ),
    audit: await verifyAuditLog(reader),
  }));
  expect(found).toMatchObject({
    tags,
    counted: [{ count: tags.length }],
    origins: [{ n: tags.length }],
    audit: { firstBreak: null, events: tags.length },
  });
}

describe.each(bothEngines())("additions on $engine", ({ engine, newDatabase }) => {
  let url: string;
  let gateway: Gateway;

  beforeEach(async () => {
    url = await newDatabase();
    gateway = await openGateway(url);
  });
  afterEach(() => gateway.close());

  it("tells each its own result, and a refusal takes back only its own", async () => {
    const refusal = new Refusal("conflict", "asset-tag-taken");
    const results = await Promise.allSettled([
      gateway.add(add("a")),
      gateway.add(addThen("b", refusal)),
      gateway.add(add("c")),
    ]);
    expect(results).toEqual([
      { status: "fulfilled", value: "a" },
      { status: "rejected", reason: refusal },
      { status: "fulfilled", value: "c" },
    ]);
    expect(await idsIn(gateway)).toEqual(["a", "c"]);
  });

  const faults: [string, (tx: Adder) => Promise<unknown>][] = [
    ["in the program", addThen("b", new Error("a defect"))],
    ["of a statement it waits for", (tx) => tx.rows(sql`SELECT 1 FROM no_such_table`)],
    ["of what leaves with the commit", async (tx) => tx.putOff(sql`DELETE FROM no_such_table`)],
  ];
  it.each(faults)("keeps the work of the others after a fault %s", async (_where, faulty) => {
    const results = await Promise.allSettled([
      gateway.add(add("a")),
      gateway.add(faulty),
      gateway.add(add("c")),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(results[1]).toMatchObject({
      reason: { message: expect.stringMatching(/a defect|no_such_table/) },
    });
    expect(await idsIn(gateway)).toEqual(["a", "c"]);
  });

  it("lets in one of two devices with the same tag, and every other", async () => {
    const tags = [...numbered("T-", 40), "T-07"];
    const results = await Promise.allSettled(tags.map((tag) => creating(gateway, tag)));
    expect(results.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "asset-tag-taken", params: { assetTag: "T-07" } } },
    ]);
    await allAgree(gateway, numbered("T-", 40));
  });

  it("writes texts as they are, many at once as one", async () => {
    const odd = ["NULL", "", "{a,b}", 'say "so"', "back\\slash", "two\nlines", "it's", "naïve 💻"];
    const write = (prefix: string, at: number) =>
      creating(gateway, `${prefix}-${at}`, { notes: odd[at] ?? "", model: odd[at] ?? "" });
    await Promise.all(odd.map((_, at) => write("M", at)));
    for (const at of odd.keys()) await write("O", at);
    const rows = await gateway.read((reader) =>
      reader.rows<Record<string, unknown>>(sql`SELECT * FROM device ORDER BY asset_tag`),
    );
    const [many, one] = [rows.slice(0, odd.length), rows.slice(odd.length)];
    const asOne = { seq: 0, id: "", asset_tag: "", asset_key: "", search_text: "" };
    expect(many.map((row) => ({ ...row, ...asOne }))).toEqual(one.map((row) => ({ ...row, ...asOne })));
    expect(many.map((row) => row.notes)).toEqual(odd);
  });

  if (engine === "SQLite") return;

  const other = async () => {
    const client = new Client({ connectionString: url });
    await client.connect();
    return client;
  };

  it("commits together what waits together, and in the next what is too much for one", async () => {
    await Promise.all(numbered("t", 40).map((id) => gateway.add(add(id))));
    const client = await other();
    const { rows } = await client.query(
      "SELECT CAST(count(*) AS integer) AS n FROM local_role GROUP BY CAST(xmin AS text) ORDER BY n",
    );
    await client.end();
    expect(rows).toEqual([{ n: 8 }, { n: 32 }]);
  });

  it("asks once what several of them ask", async () => {
    const now = (tx: Adder) => tx.rows<{ now: Date }>(sql`SELECT clock_timestamp() AS now`);
    const [one, two] = await Promise.all([gateway.add(now), gateway.add(now)]);
    expect(one).toEqual(two);
  });

  it("tells nobody before the commit", async () => {
    const client = await other();
    await client.query("BEGIN; SELECT * FROM audit_head FOR UPDATE");
    let told = 0;
    const writing = numbered("W-", 3).map(async (tag) => {
      await creating(gateway, tag);
      told += 1;
    });
    await pause(300);
    expect(told).toBe(0);
    await client.query("COMMIT");
    await Promise.all(writing);
    await client.end();
    await allAgree(gateway, numbered("W-", 3));
  });

  it("runs again after a deadlock with another connection", async () => {
    const client = await other();
    await client.query("SET deadlock_timeout = '1min'");
    await client.query("BEGIN; INSERT INTO local_role (person_id, role) VALUES ('b', 'x')");
    const writing = Promise.all([gateway.add(add("a")), gateway.add(add("b"))]);
    await pause(200);
    await client.query("INSERT INTO local_role (person_id, role) VALUES ('a', 'x')");
    await client.query("ROLLBACK");
    expect(await writing).toEqual(["a", "b"]);
    await client.end();
    expect(await idsIn(gateway)).toEqual(["a", "b"]);
  });

  it("writes nothing twice when the connection breaks under the commit", async () => {
    const client = await other();
    await client.query("BEGIN; SELECT * FROM audit_head FOR UPDATE");
    const writing = Promise.allSettled(numbered("L-", 3).map((tag) => creating(gateway, tag)));
    await pause(300);
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    for (const outcome of await writing) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { kind: "unavailable" } });
    }
    await client.query("COMMIT");
    await client.end();
    await creating(gateway, "L-09");
    await allAgree(gateway, ["L-09"]);
  });

  it("keeps one chain and exact totals when two servers add to one database", async () => {
    const second = await openGateway(url);
    await Promise.all([
      ...numbered("A-", 60).map((tag) => creating(gateway, tag)),
      ...numbered("B-", 60).map((tag) => creating(second, tag)),
    ]);
    await second.close();
    await allAgree(gateway, [...numbered("A-", 60), ...numbered("B-", 60)]);
  });
});
