import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildCouncil } from "../../scripts/seed/council";
import { exampleFiles } from "../../scripts/seed/example-files";
import type { Gateway } from "../../src/database/gateway";
import { allDevices } from "../../src/database/stores/device-store";
import type { Caller } from "../../src/domain/permission";
import { runImport } from "../../src/services/import/import-service";
import { aPerson, idFrom } from "../support/builders";
import { seeded, shipped, type TemporaryFolder, temporaryDatabase } from "./seed-world";

const priya: Caller = {
  person: aPerson({ id: "11111111-0000-4000-8000-000000000001", name: "Priya Shah" }),
  roles: ["Toolroll.ItManager"],
  managedTeamIds: [],
  scope: { kind: "everything" },
};

const committed = (name: string) => readFile(join(__dirname, "../../docs/examples", name));

test.each(exampleFiles())(
  "docs/examples/$name is the one that belongs to this council",
  async ({ name, text }) => {
    expect((await committed(name)).toString("utf8")).toBe(text);
  },
);

describe("imported into the council of a plain start", () => {
  let place: TemporaryFolder;
  let gateway: Gateway;

  beforeAll(async () => {
    place = await temporaryDatabase();
    gateway = await seeded(place.url, shipped);
  });

  afterAll(async () => {
    await gateway.close();
    await place.remove();
  });

  async function send(name: string, mode: "preview" | "apply") {
    let made = 0;
    const context = { gateway, clock: { now: () => shipped.now }, newId: () => idFrom(`${name}/${made++}`) };
    return runImport(context, priya, { kind: "devices", mode, source: "auto", bytes: await committed(name) });
  }

  test("the Snipe-IT file shows its duplicate tag and its impossible day, and changes nothing", async () => {
    const outcome = await send("devices-snipe-it.csv", "apply");
    expect(outcome).toMatchObject({ source: "snipe-it", applied: false, rows: { total: 40 } });
    const said = outcome.problems.map(({ line, column, code }) => `${line} ${column} ${code}`);
    expect(said).toEqual(["24 Purchased date-not-real", "32 Asset Tag same-record"]);
    expect(outcome.problems[1]?.params).toMatchObject({ other: 10 });
    expect(await gateway.read(allDevices)).toHaveLength(1_500);
  });

  test("the Toolroll file goes in whole, with its holders", async () => {
    const preview = await send("devices-toolroll.csv", "preview");
    expect(preview).toMatchObject({ source: "toolroll", problems: [], rows: { total: 25, create: 25 } });
    expect(await send("devices-toolroll.csv", "apply")).toMatchObject({ applied: true });
    const added = (await gateway.read(allDevices)).filter(({ assetTag }) => assetTag.startsWith("NEW-"));
    const people = new Map(buildCouncil(shipped).people.map((person) => [person.id, person]));
    expect(added).toHaveLength(25);
    expect(added.filter(({ assigneeId }) => assigneeId !== null)).toHaveLength(22);
    for (const { assigneeId, teamId } of added) {
      expect(teamId).toBe(assigneeId === null ? null : people.get(assigneeId)?.teamId);
    }
    const again = await send("devices-toolroll.csv", "preview");
    expect(again.rows).toMatchObject({ unchanged: 25, create: 0 });
  });
});
