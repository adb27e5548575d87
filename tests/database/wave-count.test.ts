import { array, assert, asyncProperty, constantFrom, integer, record } from "fast-check";
import sql from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { insertPeople } from "../../src/database/stores/person-store";
import {
  countsOf,
  type ListedParticipant,
  participantPage,
} from "../../src/database/stores/rollout/participant-page-store";
import {
  deleteParticipants,
  insertParticipants,
  inviteAll,
  lockParticipants,
  updateParticipants,
} from "../../src/database/stores/rollout/participant-store";
import { trainedOf } from "../../src/database/stores/rollout/readiness-store";
import type { Page, PageRequest } from "../../src/domain/page";
import { block, enrol, exempt, moveTo, rollBack, stages, train } from "../../src/domain/rollout/participant";
import { aPerson } from "../support/builders";
import { bothEngines } from "../support/engines";

const everything = { kind: "everything" } as const;
const noFilter = { state: undefined, champion: undefined, teamId: undefined, search: undefined };
const days = ["2026-11-02", "2026-11-03"];

describe.each(bothEngines())("kept counts of waves on $engine", ({ newDatabase }) => {
  let gateway: Gateway;
  afterEach(() => gateway.close());

  const kept = () =>
    gateway.read((reader) =>
      reader.rows(sql`SELECT c.wave_id AS wave, c.state, c.trained, c.live_on AS live, c.confirmed_on AS confirmed,
          c.count AS n FROM wave_count c WHERE c.count <> 0 ORDER BY 1, 2, 3, 4, 5`),
    );

  const recounted = () =>
    gateway.read((reader) =>
      reader.rows(sql`SELECT z.* FROM (SELECT q.wave_id AS wave, q.state,
          CASE WHEN q.trained_on <> '' OR q.live_on <> '' THEN 1 ELSE 0 END AS trained, q.live_on AS live,
          q.confirmed_on AS confirmed, CAST(count(*) AS integer) AS n FROM wave_participant q
         GROUP BY 1, 2, 3, 4, 5) z ORDER BY 1, 2, 3, 4, 5`),
    );

  test("equal a recount after people of two waves come, move on, are taken back and go, in any order", async () => {
    gateway = await openGateway(await newDatabase());
    const step = record({
      what: constantFrom("come", "go", "invite", "train", "move", "block", "exempt", "back"),
      wave: constantFrom("one", "two"),
      from: integer({ min: 0, max: 7 }),
      stage: constantFrom(...stages),
      day: constantFrom(...days),
    });
    await assert(
      asyncProperty(array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        await gateway.write(async (tx) => {
          await tx.run(sql`DELETE FROM wave_participant`);
          await tx.run(sql`DELETE FROM wave_count`);
        });
        for (const { what, wave, from, stage, day } of steps) {
          const ids = Array.from({ length: 4 }, (_, at) => `${wave}-${from + at}`);
          await gateway.write(async (tx) => {
            const there = await lockParticipants(tx, wave, ids);
            const known = new Set(there.map(({ personId }) => personId));
            if (what === "come") {
              const fresh = ids.filter((id) => !known.has(id));
              await insertParticipants(
                tx,
                fresh.map((id) => enrol(id, wave, "rollout")),
              );
            } else if (what === "go") await deleteParticipants(tx, wave, [...known]);
            else if (what === "invite") await inviteAll(tx, wave, day);
            else
              await updateParticipants(
                tx,
                there.map((each) => {
                  if (what === "train") return train(each, day);
                  if (what === "move") return moveTo(each, stage, day);
                  if (what === "block") return block(each, "blocker", day);
                  return what === "exempt" ? exempt(each, "left", day) : rollBack(each, day);
                }),
              );
          });
          expect(await kept()).toEqual(await recounted());
        }
      }),
      { numRuns: 30 },
    );
  });

  test("leave those out of whom a wave is meant for who have left or were erased", async () => {
    gateway = await openGateway(await newDatabase());
    await gateway.write(async (tx) => {
      const people = ["here", "gone", "away"].map((id) => aPerson({ id, active: id !== "gone" }));
      await insertPeople(tx, people);
      const enrolled = [...people.map(({ id }) => id), "erased-1"].map((id) => enrol(id, "wave", "rollout"));
      await insertParticipants(
        tx,
        enrolled.map((each) => train(each, "2026-11-02")),
      );
      await updateParticipants(tx, [exempt(enrol("away", "wave", "rollout"), "Not needed", "2026-11-02")]);
    });
    const found = await gateway.read(async (reader) => ({
      trained: await trainedOf(reader, "wave", everything),
      counts: (await countsOf(reader, ["wave"], everything)).get("wave"),
    }));
    expect(found.trained).toEqual({ of: 1, met: 1 });
    expect(found.counts).toMatchObject({ trained: 3, exempt: 1 });
  });

  test("list whoever is looked for by name, with its accents or without", async () => {
    gateway = await openGateway(await newDatabase());
    const people = ["Siân Ŵyn", "Sion Wynne", "Ann"].map((name) => aPerson({ id: name, name }));
    await gateway.write(async (tx) => {
      await insertPeople(tx, people);
      await insertParticipants(
        tx,
        people.map(({ id }) => enrol(id, "wave", "rollout")),
      );
    });
    const page = { limit: 10, sort: "name", descending: false, after: null } as const;
    const found = async (search: string) => {
      const filter = { ...noFilter, search };
      const { items } = await gateway.read((reader) =>
        participantPage(reader, everything, "wave", filter, page),
      );
      return items.map(({ personId }) => personId);
    };
    expect(await found("sian")).toEqual(["Siân Ŵyn"]);
    expect((await found("WYN")).sort()).toEqual(["Sion Wynne", "Siân Ŵyn"]);
  });

  test("give a large wave page by page in the same order as one that is sorted, with those who have no name", async () => {
    gateway = await openGateway(await newDatabase());
    const people = Array.from({ length: 2_050 }, (_, at) =>
      aPerson({ id: `p${at}`, name: `Person ${(at * 7919) % 2_050}` }),
    );
    await gateway.write(async (tx) => {
      await insertPeople(tx, people);
      await insertParticipants(
        tx,
        people.map(({ id }) => enrol(id, "wave", "rollout")),
      );
    });
    const walk = async (descending: boolean) => {
      const names: string[] = [];
      for (let after: readonly [string, string] | null = null; ; ) {
        const page: PageRequest<"name"> = { limit: 200, sort: "name", descending, after };
        const found: Page<ListedParticipant> = await gateway.read((reader) =>
          participantPage(reader, everything, "wave", noFilter, page),
        );
        names.push(...found.items.map(({ personId }) => personId));
        if (found.next === null) return { names, total: found.total };
        after = found.next;
      }
    };
    const forwards = await walk(false);
    expect(forwards.total).toBe(2_050);
    expect(new Set(forwards.names).size).toBe(2_050);
    expect((await walk(true)).names).toEqual([...forwards.names].reverse());
    await gateway.write((tx) => insertParticipants(tx, [enrol("erased-1", "wave", "rollout")]));
    const withErased = await walk(false);
    expect(withErased.names).toEqual(["erased-1", ...forwards.names]);
    expect(withErased.total).toBe(2_051);
  });
});
