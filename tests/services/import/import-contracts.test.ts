import sql from "sql-template-tag";
import { allContracts } from "../../../src/database/stores/contract-store";
import type { Refusal } from "../../../src/domain/refusal";
import { createApplication } from "../../../src/services/application/application-service";
import { changeContract, createContract } from "../../../src/services/application/contract-service";
import { runImport } from "../../../src/services/import/import-service";
import { undoImport } from "../../../src/services/import/undo-import";
import { bothEngines } from "../../support/engines";
import { callerWith, type ImportWorld, openImportWorld } from "./import-world";

const caller = callerWith("Toolroll.ItManager");
const engines = bothEngines();
let world: ImportWorld;
let payroll: string;

const header = "System,Supplier,Contract ref,Start date,End date,Notice days,Value\n";
const first = "Payroll,Civica,C-1,2024-04-01,2027-03-31,90,GBP 100\n";
const send = (file: string, mode: "apply" | "preview" = "apply") =>
  world.send(file, { kind: "contracts", mode });
const contracts = () => world.context.gateway.read(allContracts);
const application = async () => {
  const [row] = await world.context.gateway.read((reader) =>
    reader.rows<{ end: string; notice: string; version: number }>(
      sql`SELECT contract_end AS "end", notice_date AS notice, version FROM application WHERE id = ${payroll}`,
    ),
  );
  return row;
};
const told = () =>
  world.context.gateway.read((reader) =>
    reader.rows<{ action: string; changes: string }>(sql`
      SELECT action, changes FROM audit_event
       WHERE door = 'import' AND subject_kind = 'application' AND subject_id = ${payroll} ORDER BY seq`),
  );

describe.each(engines)("contracts from a file on $engine", ({ newDatabase }) => {
  beforeEach(async () => {
    world = await openImportWorld(await newDatabase());
    const wanted = { name: "Payroll", kind: "line-of-business", supplier: "Bryn" } as const;
    payroll = (await createApplication(world.context, caller, wanted)).id;
  });
  afterEach(() => world.close());

  test("are written with new suppliers, and their application keeps the dates of the one that counts", async () => {
    const sent = await send(`${header}${first}Payroll,Civica,C-0,2020-04-01,2024-03-31,,\n`);
    expect(sent).toMatchObject({ applied: true, rows: { total: 2, create: 2 } });
    expect(await contracts()).toHaveLength(2);
    expect((await contracts()).find(({ reference }) => reference === "C-1")).toMatchObject({
      ...{ applicationName: "Payroll", supplier: "Civica", noticeDate: "2026-12-31" },
      value: { amount: "100", currency: "GBP" },
    });
    expect(await application()).toMatchObject({ end: "2027-03-31", notice: "2026-12-31", version: 2 });
  });

  test("stand in the history of their application", async () => {
    await send(header + first);
    await send(`${header}Payroll,Civica,C-1,2024-04-01,2028-03-31,90,GBP 100\n`);
    const events = await told();
    expect(events.map(({ action }) => action)).toEqual([
      "application.contract-added",
      "application.contract-changed",
    ]);
    expect(JSON.parse(events[1]?.changes ?? "")).toEqual([
      { field: "contract.end", from: "2027-03-31", to: "2028-03-31" },
    ]);
  });

  test("are unchanged when the same file comes again, by names as well as by ids", async () => {
    await send(header + first);
    expect((await send(header + first)).rows).toMatchObject({ total: 1, unchanged: 1 });
    expect(await application()).toMatchObject({ version: 2 });
  });

  test("are called by application and reference in the preview", async () => {
    await send(header + first);
    const { verdicts, names } = await send(`${header}Payroll,NEC,C-1,,2027-03-31,90,GBP 100\n`, "preview");
    expect(verdicts).toMatchObject([{ line: 2, key: "Payroll, C-1", verdict: "update" }]);
    const supplier = verdicts[0]?.changes.find(({ field }) => field === "supplierId");
    expect([names.get(String(supplier?.from)), names.get(String(supplier?.to))]).toEqual(["Civica", "NEC"]);
  });

  test("do not overwrite what somebody set by hand, unless somebody says so", async () => {
    const added = { applicationId: payroll, supplier: "Civica", reference: "C-1", end: "2026-03-31" };
    const { id } = await createContract(world.context, caller, added);
    await changeContract(world.context, caller, { id, version: 1, wanted: { noticeDays: 30 }, reason: null });
    const file = "System,Contract ref,Notice days\nPayroll,C-1,60\n";
    const waiting = await send(file);
    expect(waiting).toMatchObject({ applied: false, contested: 1, rows: { conflict: 1 } });
    expect(waiting.problems).toMatchObject([{ line: 2, column: "Notice days", code: "set-by-hand" }]);
    const request = { kind: "contracts", mode: "apply", source: "auto", bytes: Buffer.from(file) } as const;
    await runImport(world.context, caller, { ...request, resolutions: { all: "keep" } });
    expect(await contracts()).toMatchObject([{ noticeDays: 30 }]);
    expect((await told()).map(({ action }) => action)).toEqual(["application.conflict-kept"]);
    await runImport(world.context, caller, { ...request, resolutions: { all: "take" } });
    expect(await contracts()).toMatchObject([{ noticeDays: 60 }]);
  });

  test("are taken back as a whole, and the application gets its dates back", async () => {
    await send(header + first);
    const before = await contracts();
    const later = `${header}Payroll,NEC,C-1,2024-04-01,2030-03-31,30,\nPayroll,NEC,C-2,2030-04-01,,,\n`;
    const { id } = await send(later);
    expect(await application()).toMatchObject({ end: "", notice: "" });
    expect(await undoImport(world.context, caller, id)).toMatchObject({ removed: 1, restored: 1 });
    expect((await contracts()).map((one) => ({ ...one, version: 1 }))).toEqual(before);
    expect(await application()).toMatchObject({ end: "2027-03-31", notice: "2026-12-31" });
    expect((await told()).slice(-2).map(({ action }) => action)).toEqual([
      "application.import-undone",
      "application.import-undone",
    ]);
  });

  test("cannot be taken back once somebody changed one, which is named", async () => {
    const { id } = await send(header + first);
    const [contract] = await contracts();
    const change = { id: contract?.id ?? "", version: 1, wanted: { end: "2029-01-01" }, reason: null };
    await changeContract(world.context, caller, change);
    const refusal = await undoImport(world.context, caller, id).catch((fault: Refusal) => fault);
    expect(refusal).toMatchObject({ code: "import-changed-since", params: { names: "Payroll, C-1" } });
  });

  test("are all left out when one of them is wrong", async () => {
    const sent = await send(`${header}${first}Nowhere,Civica,C-9,,,,\n`);
    expect(sent).toMatchObject({ applied: false, rows: { create: 1, error: 1 } });
    expect(await contracts()).toEqual([]);
    const suppliers = await world.context.gateway.read((reader) =>
      reader.rows(sql`SELECT name FROM supplier`),
    );
    expect(suppliers).toEqual([{ name: "Bryn" }]);
  });
});
