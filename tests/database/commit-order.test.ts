import sql from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import type { Gateway, Kind, Writer } from "../../src/database/gateway";
import { Refusal } from "../../src/domain/refusal";
import { bothEngines } from "../support/engines";

describe.each(bothEngines())("what is kept for the end of a transaction on $engine", ({ newDatabase }) => {
  let gateway: Gateway;
  beforeEach(async () => {
    gateway = await openGateway(await newDatabase());
  });
  afterEach(() => gateway.close());

  const count = (team: string, by: number) =>
    sql`INSERT INTO device_count (team_id, status, type, count) VALUES (${team}, 'pending', 'phone', ${by})`;
  const teams = () =>
    gateway.read((reader) =>
      reader.rows<{ team: string }>(sql`SELECT team_id AS team FROM device_count ORDER BY team_id`),
    );

  it("is done after everything else, totals before history, whichever was asked first", async () => {
    const done: string[] = [];
    await gateway.write(async (tx) => {
      tx.beforeCommit("history", async () => void done.push("history"));
      tx.beforeCommit("totals", async () => void done.push("totals"));
      await tx.rows(sql`SELECT 1`);
      done.push("work");
    });
    expect(done).toEqual(["work", "totals", "history"]);
  });

  it("is written when it was put off, in its order, and before what comes after", async () => {
    await gateway.write(async (tx) => {
      tx.putOff(count("a", 1));
      tx.putOff(sql`UPDATE device_count SET count = count + 1 WHERE team_id = 'a'`);
      const [row] = await tx.rows<{ count: number }>(sql`SELECT count FROM device_count WHERE team_id = 'a'`);
      expect(row?.count).toBe(2);
      tx.putOff(count("b", 1));
    });
    expect(await teams()).toEqual([{ team: "a" }, { team: "b" }]);
  });

  it("leaves in one statement with others of its kind, but never overtakes what stands between", async () => {
    const sent: string[][] = [];
    const kind = (name: string): Kind<string> => ({
      statement: (items) => {
        sent.push([name, ...items]);
        return sql`SELECT 1`;
      },
    });
    const [teamKind, deviceKind] = [kind("team"), kind("device")];
    await gateway.write(async (tx) => {
      tx.putOffTogether(teamKind, ["a"]);
      tx.putOffTogether(deviceKind, ["1", "2"]);
      tx.putOffTogether(teamKind, ["b"]);
      tx.putOffTogether(teamKind, []);
      tx.putOff(count("between", 1));
      tx.putOffTogether(deviceKind, ["3"]);
      await tx.rows(sql`SELECT 1`);
      tx.putOffTogether(deviceKind, ["4"]);
    });
    expect(sent).toEqual([
      ["team", "a", "b"],
      ["device", "1", "2"],
      ["device", "3"],
      ["device", "4"],
    ]);
  });

  const failing: [string, (tx: Writer) => Promise<void>][] = [
    ["with the commit", async (tx) => tx.putOff(sql`INSERT INTO no_such_table (id) VALUES (1)`)],
    [
      "with a statement",
      async (tx) => {
        tx.putOff(sql`INSERT INTO no_such_table (id) VALUES (1)`);
        await tx.rows(sql`SELECT 1`);
      },
    ],
  ];

  it.each(failing)("takes the transaction with it when it fails %s", async (_when, fail) => {
    const writing = gateway.write(async (tx) => {
      await tx.run(count("gone", 1));
      await fail(tx);
    });
    await expect(writing).rejects.toThrow(/no_such_table/);
    expect(await teams()).toEqual([]);
    await gateway.write(async (tx) => tx.putOff(count("next", 1)));
    expect(await teams()).toEqual([{ team: "next" }]);
  });

  it.each([
    ["with the commit", async () => undefined],
    ["with a statement", (tx: Writer) => tx.rows(sql`SELECT 1`)],
  ])("fails with what the first that failed says, in its own words, %s", async (_when, then) => {
    const asRefusal = () => {
      throw new Refusal("conflict", "asset-tag-taken");
    };
    const writing = gateway.write(async (tx) => {
      tx.putOff(sql`INSERT INTO no_such_table (id) VALUES (1)`, asRefusal);
      for (let at = 0; at < 3; at += 1) tx.putOff(count(`after ${at}`, 1));
      await then(tx);
    });
    await expect(writing).rejects.toMatchObject({ code: "asset-tag-taken" });
    expect(await teams()).toEqual([]);
  });
});
