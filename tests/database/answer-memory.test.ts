import Database from "better-sqlite3";
import { Client } from "pg";
import sql from "sql-template-tag";
import { answerMemory } from "../../src/database/answer-memory";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { bothEngines } from "../support/engines";

describe("the memory for answers", () => {
  const row = (text: string) => ({ text });
  /** Of a question of one letter with its answer of 1,000, somewhat more than 2,000 bytes. */
  const asked: string[] = [];
  const ask = (memory: ReturnType<typeof answerMemory>, question: string, version = 1) => {
    const known = memory.known(version, question);
    if (known !== undefined) return known;
    asked.push(question);
    const rows = [row(question.repeat(1_000))];
    memory.keep(version, question, rows);
    return rows;
  };

  beforeEach(() => {
    asked.length = 0;
  });

  it("asks once as long as the version stays, and again with another, even an earlier one", () => {
    const memory = answerMemory(10_000);
    expect(ask(memory, "a")).toEqual([row("a".repeat(1_000))]);
    expect(ask(memory, "a")).toEqual([row("a".repeat(1_000))]);
    expect(asked).toEqual(["a"]);
    ask(memory, "a", 2);
    ask(memory, "a", 1);
    expect(asked).toEqual(["a", "a", "a"]);
  });

  it("lets go of what was asked longest ago when there is no room", () => {
    const memory = answerMemory(7_000);
    for (const question of ["a", "b", "c", "a", "d"]) ask(memory, question);
    expect(asked).toEqual(["a", "b", "c", "d"]);
    for (const question of ["a", "d", "c", "b"]) ask(memory, question);
    expect(asked).toEqual(["a", "b", "c", "d", "b"]);
  });

  it("keeps nothing that is larger than all its room", () => {
    const memory = answerMemory(2_000);
    ask(memory, "a");
    ask(memory, "a");
    expect(asked).toEqual(["a", "a"]);
  });

  it("holds nothing of an answer once it is told to forget", () => {
    const memory = answerMemory(10_000);
    ask(memory, "a");
    memory.forget();
    ask(memory, "a");
    expect(asked).toEqual(["a", "a"]);
  });

  it("keeps an answer that is nothing at all", () => {
    const memory = answerMemory(1_000);
    expect(memory.known(1, "none")).toBeUndefined();
    memory.keep(1, "none", []);
    expect(memory.known(1, "none")).toEqual([]);
  });

  it("does not keep what comes when another version has been seen, nor count anything twice", () => {
    const memory = answerMemory(5_000);
    memory.known(1, "a");
    memory.known(2, "b");
    memory.keep(1, "a", [row("old")]);
    expect(memory.known(2, "a")).toBeUndefined();
    for (let times = 0; times < 5; times += 1) memory.keep(2, "a", [row("a".repeat(1_000))]);
    memory.keep(2, "b", [row("b".repeat(1_000))]);
    expect([memory.known(2, "a"), memory.known(2, "b")]).not.toContain(undefined);
  });
});

describe.each(bothEngines())("a database on $engine that remembers answers", ({ newDatabase }) => {
  let url: string;
  let gateway: Gateway;

  beforeAll(async () => {
    url = await newDatabase();
    gateway = await openGateway(url, { answerMemoryBytes: 1_000_000 });
  });

  afterAll(() => gateway.close());

  /** By a connection that is not ours, as another server or a person with a tool has. */
  const elsewhere = async (statement: string) => {
    if (url.startsWith("sqlite:")) {
      const other = new Database(url.slice("sqlite:".length));
      other.exec(statement);
      other.close();
      // Another program has no part in a turn of ours.
      await new Promise((resolve) => setImmediate(resolve));
      return;
    }
    const other = new Client({ connectionString: url });
    await other.connect();
    await other.query(statement);
    await other.end();
  };

  const roles = sql`SELECT person_id AS person FROM local_role ORDER BY person_id`;
  const often = () => gateway.read((reader) => reader.rows<{ person: string }>(roles, "often"));
  const add = (person: string) => sql`INSERT INTO local_role (person_id, role) VALUES (${person}, 'x')`;
  const people = (...names: string[]) => names.map((person) => ({ person }));

  it("answers from memory while nothing is written", async () => {
    const first = await often();
    expect(await often()).toBe(first);
    expect(await gateway.read((reader) => reader.rows(roles))).not.toBe(first);
  });

  it("tells at once what was written: by itself, by its thread, and by another program", async () => {
    expect(await often()).toEqual([]);
    await gateway.write((tx) => tx.run(add("a")));
    expect(await often()).toEqual(people("a"));
    await gateway.writeApart((tx) => tx.run(add("b")));
    expect(await often()).toEqual(people("a", "b"));
    await elsewhere("INSERT INTO local_role (person_id, role) VALUES ('c', 'x')");
    expect(await often()).toEqual(people("a", "b", "c"));
    await elsewhere("DELETE FROM local_role");
    expect(await often()).toEqual([]);
  });

  it("tells nothing of what is written and not committed, nor of what was rolled back", async () => {
    const failing = gateway.write(async (tx) => {
      await tx.run(add("ghost"));
      expect(await often()).toEqual([]);
      expect(await tx.rows(roles, "often")).toEqual(people("ghost"));
      throw new Error("back");
    });
    await expect(failing).rejects.toThrow("back");
    expect(await often()).toEqual([]);
  });

  it("tells the same question with other values apart", async () => {
    await gateway.write((tx) => tx.run(add("one")));
    const of = (person: unknown) =>
      gateway.read((reader) =>
        reader.rows(
          sql`SELECT CAST(${person} AS text) AS asked FROM local_role WHERE person_id = 'one'`,
          "often",
        ),
      );
    const values = ["1", "2", null, '"1"', "[1]"];
    for (const value of [...values, ...values]) expect(await of(value)).toEqual([{ asked: value }]);
  });

  it("is never behind, whatever is written and read at the same time", async () => {
    const count = sql`SELECT CAST(count(*) AS integer) AS n FROM local_role`;
    const known = async () =>
      (await gateway.read((reader) => reader.rows<{ n: number }>(count, "often")))[0]?.n ?? 0;
    let written = await known();
    const write = async (at: number) => {
      await gateway.write((tx) => tx.run(add(`many-${at}`)));
      written += 1;
    };
    const read = async () => {
      const before = written;
      expect(await known()).toBeGreaterThanOrEqual(before);
    };
    const work = Array.from({ length: 300 }, (_, at) => (at % 3 === 0 ? write(at) : read()));
    await Promise.all(work);
    expect(await known()).toBe(written);
    expect(written).toBe(101);
  });
});
