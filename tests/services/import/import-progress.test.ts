import { randomUUID } from "node:crypto";
import type { Gateway } from "../../../src/database/gateway";
import type { Caller } from "../../../src/domain/permission";
import { type AskedProgress, progressOf } from "../../../src/services/import/import-progress";
import { runImport } from "../../../src/services/import/import-service";
import type { ServiceContext } from "../../../src/services/service-context";
import { bothEngines } from "../../support/engines";
import { callerWith, type ImportWorld, openImportWorld } from "./import-world";

const count = 1_200;
const fileOf = (type: string) =>
  Buffer.from(
    [
      "Asset tag,Serial number,Type",
      ...Array.from({ length: count }, (_, at) => `P-${at},S${at}P,${type}`),
    ].join("\n"),
  );
const me = callerWith("Toolroll.ItManager");
const somebodyElse: Caller = { ...me, person: { ...me.person, id: "person-else" } };

/** Applies the file and asks at every turn how far it is; answers what was told, repetitions left out. */
async function watched(context: ServiceContext, key: string, bytes = fileOf("laptop")): Promise<string[]> {
  const told: string[] = [];
  let running = true;
  const sent = runImport(context, me, { kind: "devices", mode: "apply", source: "auto", bytes, key });
  const ended = sent
    .catch(() => {})
    .finally(() => {
      running = false;
    });
  while (running) {
    const { phase, rowsDone, rowsTotal } = await progressOf(context, me, key);
    const line = `${phase} ${rowsDone}/${rowsTotal}`;
    if (told.at(-1) !== line) told.push(line);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await ended;
  return told;
}

function countOf(line: string): { readonly done: number; readonly total: number } {
  const [done = 0, total = 0] = line.replace(/^\w+ /, "").split("/").map(Number);
  return { done, total };
}

function expectNeverBack(told: readonly string[]): void {
  for (const phase of ["judging", "writing", "recording"]) {
    const counts = told.filter((line) => line.startsWith(phase)).map((line) => countOf(line));
    expect(counts.map(({ done }) => done)).toEqual(counts.map(({ done }) => done).sort((a, b) => a - b));
    for (const { done, total } of counts) expect(done).toBeLessThanOrEqual(total);
  }
}

/** As after a fault that took the transaction with it: everything is done twice, and the first time for nothing. */
function committingAtTheSecondTry(gateway: Gateway): Gateway {
  return {
    ...gateway,
    writeApart: async (work) => {
      const inVain = async (tx: Parameters<typeof work>[0]) => {
        await work(tx);
        throw new Error("the connection is gone");
      };
      await gateway.writeApart(inVain).catch(() => {});
      return gateway.writeApart(work);
    },
  };
}

describe.each(bothEngines())("how far an import is, on $engine", ({ newDatabase }) => {
  let world: ImportWorld;
  beforeEach(async () => {
    world = await openImportWorld(await newDatabase());
  });
  afterEach(() => world.close());

  test("rows are counted as they are judged and written, and the end names what was written", async () => {
    await watched(world.context, randomUUID());
    const key = randomUUID();
    const told = await watched(world.context, key, fileOf("desktop"));
    for (const expected of [`judging 250/${count}`, `writing 500/${count}`]) expect(told).toContain(expected);
    // How many are told of at once is the database's affair.
    expect(
      told.filter((line) => /^recording [1-9]/.test(line) && line !== `recording ${count}/${count}`),
    ).not.toEqual([]);
    expectNeverBack(told);
    const over: AskedProgress = await progressOf(world.context, me, key);
    expect(over).toMatchObject({ phase: "done", rowsDone: count, applied: { rows: { update: count } } });
  });

  test("new devices that were written while others were judged are counted as written", async () => {
    const key = randomUUID();
    const told = await watched(world.context, key);
    expect(told).toContain(`judging 250/${count}`);
    expect(told).toContain(`writing ${count}/${count}`);
    expectNeverBack(told);
    const over: AskedProgress = await progressOf(world.context, me, key);
    expect(over).toMatchObject({ phase: "done", rowsDone: count, applied: { rows: { create: count } } });
  });
  test("work that is done again counts from nothing", async () => {
    const context = { ...world.context, gateway: committingAtTheSecondTry(world.context.gateway) };
    const told = await watched(context, randomUUID());
    const beginnings = told.filter((line) => line === `judging 250/${count}`);
    expect(beginnings).toHaveLength(2);
    expect(await world.devices()).toHaveLength(count);
  });

  test("after the process is gone, what was written is found by its key and nothing else is", async () => {
    const key = randomUUID();
    await world.send("Asset tag,Type\nONE,laptop\n", { key });
    const another = { ...world.context, gateway: { ...world.context.gateway } };
    expect(await progressOf(another, me, key)).toMatchObject({
      phase: "done",
      applied: { rows: { create: 1 } },
    });
    expect(await progressOf(another, me, randomUUID())).toMatchObject({ phase: "unknown", applied: null });
  });

  test("nobody else learns of it", async () => {
    const key = randomUUID();
    await world.send("Asset tag,Type\nONE,laptop\n", { key });
    expect(await progressOf(world.context, somebodyElse, key)).toMatchObject({
      phase: "unknown",
      applied: null,
    });
  });

  test("a file that was refused, and one that wrote nothing, say so", async () => {
    const [refused, stopped] = [randomUUID(), randomUUID()];
    await expect(world.send("", { key: refused })).rejects.toMatchObject({ kind: "invalid" });
    expect(await progressOf(world.context, me, refused)).toMatchObject({ phase: "stopped", applied: null });
    await world.send("Asset tag,Type\nONE,spaceship\n", { key: stopped });
    expect(await progressOf(world.context, me, stopped)).toMatchObject({ phase: "done", applied: null });
  });
});
