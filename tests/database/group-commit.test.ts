import { DataSource, type EntityManager } from "typeorm";
import { groupCommit } from "../../src/database/group-commit";
import { Refusal } from "../../src/domain/refusal";

let database: DataSource;
let begun: number;
let write: ReturnType<typeof groupCommit>;

beforeEach(async () => {
  database = new DataSource({ type: "better-sqlite3", database: ":memory:" });
  await database.initialize();
  await database.query("CREATE TABLE team (id TEXT PRIMARY KEY)");
  await database.query("CREATE TABLE device (team TEXT REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED)");
  begun = 0;
  let last: Promise<unknown> = Promise.resolve();
  const turn = <T>(work: () => Promise<T>) => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
  write = groupCommit(turn, () => (work) => {
    begun += 1;
    return database.transaction(work);
  });
});
afterEach(() => database.destroy());

const add = (id: string) => (tx: EntityManager) => tx.query("INSERT INTO team VALUES (?)", [id]);
const addThen = (id: string, fault: Error) => async (tx: EntityManager) => {
  await add(id)(tx);
  throw fault;
};
const teams = async () =>
  (await database.query<{ id: string }[]>("SELECT id FROM team ORDER BY rowid")).map(({ id }) => id);

test("what waits together is committed together, in the order it came, and each is told its own result", async () => {
  const results = await Promise.all([
    write(async () => "a"),
    write(add("1")),
    write(add("2")),
    write(async () => "b"),
  ]);
  expect([results[0], results[3]]).toEqual(["a", "b"]);
  expect(await teams()).toEqual(["1", "2"]);
  expect(begun).toBe(1);
});

test("a refusal takes back its own work and nobody else's", async () => {
  const refusal = new Refusal("conflict", "asset-tag-taken");
  const results = await Promise.allSettled([write(add("1")), write(addThen("2", refusal)), write(add("3"))]);
  expect(results[1]).toEqual({ status: "rejected", reason: refusal });
  expect(await teams()).toEqual(["1", "3"]);
  expect(begun).toBe(1);
});

test("after any other fault each runs again by itself, and only the faulty one is told of it", async () => {
  const fault = new Error("a defect");
  const results = await Promise.allSettled([write(add("1")), write(addThen("2", fault)), write(add("3"))]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(results[1]).toEqual({ status: "rejected", reason: fault });
  expect(await teams()).toEqual(["1", "3"]);
});

test("a commit that the database refuses keeps the work of the others", async () => {
  const orphan = (tx: EntityManager) => tx.query("INSERT INTO device VALUES ('nowhere')");
  const results = await Promise.allSettled([write(add("1")), write(orphan), write(add("2"))]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await teams()).toEqual(["1", "2"]);
});

test("nobody is told before the commit", async () => {
  let told = false;
  const first = write(add("1")).then(() => {
    told = true;
  });
  const second = write(async () => expect(told).toBe(false));
  await Promise.all([first, second]);
  expect(told).toBe(true);
});

test("more than fit into one commit follow in the next", async () => {
  await Promise.all(Array.from({ length: 70 }, (_, at) => write(add(String(at)))));
  expect(await teams()).toHaveLength(70);
  expect(begun).toBe(3);
});
