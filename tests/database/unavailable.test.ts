import { raw } from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { asUnavailable, isBusy, isFull } from "../../src/database/unavailable";
import { Refusal } from "../../src/domain/refusal";
import { type Postgres, startPostgres } from "../support/postgres";

const faultOf = (code: string) => Object.assign(new Error(code), { code });

describe("a fault of the database", () => {
  it.each([
    "SQLITE_FULL",
    "SQLITE_IOERR_WRITE",
    "SQLITE_IOERR_FSYNC",
    "SQLITE_IOERR_TRUNCATE",
    "SQLITE_IOERR_SHMSIZE",
    "SQLITE_READONLY",
    "53100",
    "58030",
  ])("that says %s is refused as a disk that takes no more", (code) => {
    const fault = faultOf(code);
    expect(isFull(fault)).toBe(true);
    expect(asUnavailable(fault)).toMatchObject({
      kind: "unavailable",
      code: "database-full",
      cause: fault,
    });
  });

  it.each(["SQLITE_BUSY", "SQLITE_LOCKED", "55P03", "57P01"])("that says %s passes by itself", (code) => {
    expect(isBusy(faultOf(code))).toBe(true);
    expect(asUnavailable(faultOf(code))).toMatchObject({ kind: "unavailable", code: "database-busy" });
  });

  it.each(["SQLITE_CORRUPT", "SQLITE_IOERR_READ", "SQLITE_CONSTRAINT_UNIQUE", "23505", "42601"])(
    "that says %s stays a fault, because waiting does not mend it",
    (code) => {
      const fault = faultOf(code);
      expect(asUnavailable(fault)).toBe(fault);
    },
  );

  it("leaves what is no error of a database as it is", () => {
    expect(asUnavailable("nothing")).toBe("nothing");
    expect(asUnavailable(new Error("plain"))).not.toBeInstanceOf(Refusal);
  });
});

describe("PostgreSQL with a full disk", () => {
  let postgres: Postgres;
  let gateway: Gateway;

  beforeAll(async () => {
    postgres = await startPostgres();
    gateway = await openGateway(await postgres.createDatabase());
  });
  afterAll(async () => {
    await gateway.close();
    await postgres.stop();
  });

  const run = (statement: string) => gateway.write((tx) => tx.run(raw(statement)));
  const names = () => gateway.read((reader) => reader.rows(raw("SELECT name FROM probe ORDER BY name")));

  it("is refused in the same way, keeps nothing of the transaction, and heals by itself", async () => {
    await run("CREATE TABLE probe (name text)");
    // The server's own error, as it comes when a table cannot be made longer.
    await run(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.name = 'long' THEN RAISE SQLSTATE '53100'; END IF; RETURN NEW; END $$`);
    await run("CREATE TRIGGER probe_room BEFORE INSERT ON probe FOR EACH ROW EXECUTE FUNCTION no_room()");
    const writing = gateway.write(async (tx) => {
      await tx.run(raw("INSERT INTO probe VALUES ('short')"));
      await tx.run(raw("INSERT INTO probe VALUES ('long')"));
    });
    await expect(writing).rejects.toMatchObject({ kind: "unavailable", code: "database-full" });
    expect(await names()).toEqual([]);
    await run("INSERT INTO probe VALUES ('short')");
    expect(await names()).toEqual([{ name: "short" }]);
  });
});
