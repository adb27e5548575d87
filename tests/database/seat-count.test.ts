import { array, assert, asyncProperty, constantFrom, integer, record } from "fast-check";
import sql from "sql-template-tag";
import { removeTraces } from "../../src/database/stores/erasure-store";
import { seatsByTeam } from "../../src/database/stores/graph/holding-store";
import { deletePeople, insertPeople, updatePeople } from "../../src/database/stores/person-store";
import { type SyncWorld, syncWorld } from "../services/graph-sync/sync-world";
import { aPerson } from "../support/builders";
import { bothEngines } from "../support/engines";

describe.each(bothEngines())("kept counts of seats on $engine", ({ newDatabase }) => {
  let sync: SyncWorld;
  afterEach(() => sync.stop());

  const rows = <T>(query: ReturnType<typeof sql>) =>
    sync.context.gateway.read((reader) => reader.rows<T>(query));

  const kept = () =>
    rows(sql`SELECT c.sku_id, c.team_id, c.enabled, c.use_band, c.count AS n
      FROM graph_part q JOIN graph_seat_count c ON c.sync_id = q.sync_id
     WHERE q.name = 'people' AND c.count <> 0 ORDER BY 1, 2, 3, 4`);

  /** From the rows that a reading brought, by nothing that the counts are kept by. */
  const recounted = () =>
    rows(sql`SELECT h.sku_id, COALESCE(p.team_id, '') AS team_id, a.enabled, a.use_band,
        CAST(count(*) AS integer) AS n
      FROM graph_part q JOIN graph_holding h ON h.sync_id = q.sync_id
      JOIN graph_account a ON a.sync_id = h.sync_id AND a.person_id = h.person_id
      LEFT JOIN person p ON p.id = h.person_id
     WHERE q.name = 'people' GROUP BY h.sku_id, COALESCE(p.team_id, ''), a.enabled, a.use_band ORDER BY 1, 2, 3, 4`);

  test("equal a recount after people come, move, go and are erased, in any order, with syncs in between", async () => {
    sync = await syncWorld(await newDatabase(), 60);
    await sync.full();
    const { gateway } = sync.context;
    const { tenant } = sync.world.graph;
    const ids = [...tenant.council.people.keys()];
    const teams = [
      null,
      ...(await rows<{ id: string }>(sql`SELECT id FROM team ORDER BY id`)).map(({ id }) => id),
    ];
    const step = record({
      what: constantFrom("move", "delete", "erase", "rename", "sync", "delta"),
      who: integer({ min: 0, max: ids.length - 1 }),
      where: integer({ min: 0, max: teams.length - 1 }),
    });
    await assert(
      asyncProperty(array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        for (const { what, who, where } of steps) {
          const id = ids[who] ?? "";
          const [known] = await rows(sql`SELECT id FROM person WHERE id = ${id}`);
          const person = aPerson({ id, email: `${id}@x`, teamId: teams[where] ?? null });
          if (what === "sync") await sync.full();
          else if (what === "delta") await sync.delta();
          else if (what === "rename")
            tenant.change(id, { displayName: `Person ${where}`, accountEnabled: where > 2 });
          else if (what === "move")
            await gateway.write((tx) => (known ? updatePeople(tx, [person]) : insertPeople(tx, [person])));
          else if (known && what === "delete") await gateway.write((tx) => deletePeople(tx, [id]));
          else if (known) await gateway.write((tx) => removeTraces(tx, id, `gone-${who}`));
          expect(await kept()).toEqual(await recounted());
        }
      }),
      { numRuns: 4 },
    );
    expect((await gateway.read((reader) => seatsByTeam(reader, null))).every(({ held }) => held > 0)).toBe(
      true,
    );
  });

  test("go with the reading that they belong to", async () => {
    sync = await syncWorld(await newDatabase(), 40);
    await sync.full();
    await sync.full();
    const [row] = await rows<{ n: number }>(
      sql`SELECT CAST(count(DISTINCT sync_id) AS integer) AS n FROM graph_seat_count`,
    );
    expect(row?.n).toBe(1);
  });
});
