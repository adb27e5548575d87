import { setTimeout as pause } from "node:timers/promises";
import sql from "sql-template-tag";
import { mixedOperations } from "../../soak/mixed-operations";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { bothEngines } from "../support/engines";

describe.each(bothEngines())("the gateway on $engine", ({ newDatabase }) => {
  let url: string;
  let gateway: Gateway;

  beforeAll(async () => {
    url = await newDatabase();
    gateway = await openGateway(url);
  });

  afterAll(() => gateway.close());

  const countOf = async (prefix: string) => {
    const rows = await gateway.read((reader) =>
      reader.rows<{ n: number }>(
        sql`SELECT CAST(count(*) AS integer) AS n FROM local_role WHERE person_id LIKE ${`${prefix}%`}`,
      ),
    );
    return rows[0]?.n;
  };
  const add = (id: string) => sql`INSERT INTO local_role (person_id, role) VALUES (${id}, 'x')`;

  test("1,000 concurrent operations of which a third roll back lose nothing and leave no ghosts", async () => {
    const { lost, ghosts, acknowledged } = await mixedOperations(gateway, 1_000);
    expect({ lost, ghosts }).toEqual({ lost: [], ghosts: [] });
    expect(acknowledged).toBe(667);
  });

  test("a write that fails half-way leaves nothing, and its fault reaches whoever asked", async () => {
    const failing = gateway.write(async (tx) => {
      await tx.run(add("half-1"));
      await tx.run(add("half-2"));
      throw new Error("half-way");
    });
    await expect(failing).rejects.toThrow("half-way");
    expect(await countOf("half-")).toBe(0);
  });

  test("a statement that the database refuses undoes the statements before it", async () => {
    const failing = gateway.write(async (tx) => {
      await tx.run(add("twice-1"));
      await tx.run(add("twice-1"));
    });
    await expect(failing).rejects.toThrow();
    expect(await countOf("twice-")).toBe(0);
  });

  test("a read sees nothing of a write that has not been committed", async () => {
    let seen: number | undefined;
    await gateway.write(async (tx) => {
      await tx.run(add("open-1"));
      seen = await Promise.race([countOf("open-"), pause(2_000, -1)]);
    });
    expect(seen).toBe(0);
    expect(await countOf("open-")).toBe(1);
  });

  test("a write sees its own work and says how many rows it touched", async () => {
    const [seen, touched] = await gateway.write(async (tx) => {
      await tx.run(add("own-1"));
      await tx.run(add("own-2"));
      const rows = await tx.rows(sql`SELECT person_id FROM local_role WHERE person_id LIKE 'own-%'`);
      return [rows.length, await tx.run(sql`DELETE FROM local_role WHERE person_id LIKE 'own-%'`)];
    });
    expect([seen, touched]).toEqual([2, 2]);
  });

  test("a write apart is all or nothing too, sees its own work, and lets others read meanwhile", async () => {
    let seen: number | undefined;
    const touched = await gateway.writeApart(async (tx) => {
      await tx.manager.insert("local_role", [{ personId: "apart-1", role: "x" }]);
      seen = await countOf("apart-");
      tx.putOff(add("apart-2"));
      return tx.run(sql`UPDATE local_role SET role = 'y' WHERE person_id LIKE 'apart-%'`);
    });
    expect([touched, seen, await countOf("apart-")]).toEqual([2, 0, 2]);
    const twice = gateway.writeApart(async (tx) => {
      await tx.run(add("apart-3"));
      await tx.run(add("apart-3"));
    });
    await expect(twice).rejects.toMatchObject({ code: expect.stringMatching(/^SQLITE_CONSTRAINT|^23505$/) });
    const failing = gateway.writeApart(async (tx) => {
      await tx.run(add("apart-4"));
      throw new Error("half-way");
    });
    await expect(failing).rejects.toThrow("half-way");
    expect(await countOf("apart-")).toBe(2);
  });

  test("writes of both ways at once lose nothing", async () => {
    const one = (at: number) => (at % 5 === 0 ? gateway.writeApart : gateway.write);
    await Promise.all(Array.from({ length: 20 }, (_, at) => one(at)((tx) => tx.run(add(`both-${at}`)))));
    expect(await countOf("both-")).toBe(20);
  });

  test("values are never read as SQL", async () => {
    const nasty = "x'); DROP TABLE local_role; --";
    await gateway.write((tx) => tx.run(add(nasty)));
    const rows = await gateway.read((reader) =>
      reader.rows(sql`SELECT person_id FROM local_role WHERE person_id = ${nasty}`),
    );
    expect(rows).toHaveLength(1);
  });

  test("what was written is there when it is opened again", async () => {
    await gateway.write((tx) => tx.run(add("kept-1")));
    await gateway.close();
    gateway = await openGateway(url);
    expect(await countOf("kept-")).toBe(1);
  });
});
