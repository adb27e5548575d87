import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;

beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const it = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  server.as("person-it")(method, path, body, headers);
const post = (query: Record<string, string>, file: string, path = "/api/imports") =>
  it("POST", `${path}?${new URLSearchParams({ kind: "devices", ...query })}`, file);
const apply = (file: string, query: Record<string, string> = {}) => post({ mode: "apply", ...query }, file);

describe("what a council's own headers mean", () => {
  const file = "Rhif,Math peiriant,Lliw\nLT-1,laptop,du\n";
  const mapping = JSON.stringify({ rhif: "assetTag", "Math peiriant": "type", Lliw: "ignore" });

  test("can be asked for: what is understood, what is missing, and what there is", async () => {
    const { status, body } = await post({}, file, "/api/imports/columns");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      source: "toolroll",
      columns: [
        { header: "Rhif", field: null, sample: "LT-1" },
        { header: "Math peiriant", field: null, sample: "laptop" },
        { header: "Lliw", field: null, sample: "du" },
      ],
      missing: [["id", "assetTag", "serial"]],
      mappingRemembered: false,
    });
    expect(body.fields).toContainEqual({ field: "assetTag", needed: true });
    expect((await post({ mapping }, file, "/api/imports/columns")).body).toMatchObject({ missing: [] });
  });

  test("is said once, and remembered for the same headers in any order and spelling", async () => {
    expect((await apply(file)).status).toBe(400);
    expect((await apply(file, { mapping })).body).toMatchObject({ applied: true, rows: { create: 1 } });
    const again = await apply("LLIW,rhif ,Math Peiriant\ndu,LT-1,laptop\n");
    expect(again.body).toMatchObject({ applied: true, mappingRemembered: true, rows: { unchanged: 1 } });
    expect((await apply("Rhif,Math peiriant\nLT-1,laptop\n")).status).toBe(400);
    expect((await apply(file, { mapping: "{}" })).status).toBe(400);
  });

  test("is not remembered by a preview", async () => {
    expect((await post({ mode: "preview", mapping }, file)).body).toMatchObject({ rows: { create: 1 } });
    expect((await apply(file)).status).toBe(400);
  });

  test.each([
    ["no JSON", "rhif"],
    ["no object", "[1]"],
    ["a field that is not there", JSON.stringify({ rhif: "spoon" })],
    ["a name of the language's own", JSON.stringify({ rhif: "constructor" })],
    ["two headers for one field", JSON.stringify({ rhif: "assetTag", Lliw: "assetTag" })],
  ])("%s is refused", async (_what, wrong) => {
    const { status, body } = await apply(file, { mapping: wrong });
    expect(status).toBe(400);
    expect(body.detail).not.toContain("{{");
  });

  test("outranks what the vocabulary knows", async () => {
    const { body } = await apply("assetTag,serial,type\nS-1,LT-1,laptop\n", {
      mapping: JSON.stringify({ serial: "assetTag", assetTag: "serial" }),
    });
    expect(body).toMatchObject({ applied: true });
    expect((await it("GET", "/api/devices")).body.items).toMatchObject([{ assetTag: "LT-1", serial: "S-1" }]);
  });
});

describe("a field that somebody set by hand", () => {
  beforeEach(async () => {
    await it("POST", "/api/devices", { assetTag: "LT-1", type: "laptop", model: "ThinkPad" });
  });
  const file = "assetTag,model\nLT-1,Latitude\n";

  test("stops the file until somebody decides, by row or for all", async () => {
    const { body } = await apply(file);
    expect(body).toMatchObject({ applied: false, contested: 1, rows: { conflict: 1 } });
    expect(body.verdicts).toMatchObject([{ key: "LT-1", verdict: "conflict", contested: ["model"] }]);
    expect(body.problems[0]?.message).toContain("“ThinkPad”");
    expect((await apply(file, { keep: "2" })).body).toMatchObject({ applied: true, rows: { unchanged: 1 } });
    expect((await apply(file, { resolve: "take" })).body).toMatchObject({
      applied: true,
      rows: { update: 1 },
    });
  });

  test("is decided in words that exist only", async () => {
    for (const query of [{ resolve: "guess" }, { keep: "two" }, { take: "1;2" }]) {
      const { status, body } = await apply(file, query as unknown as Record<string, string>);
      expect(status).toBe(400);
      expect(body.errors.map(({ path }) => path)).toEqual(Object.keys(query));
    }
  });
});

describe("undoing an import", () => {
  test("takes it back once, and the list says so", async () => {
    const { body } = await apply("assetTag,type\nLT-1,laptop\n");
    expect((await it("GET", "/api/imports")).body.items).toMatchObject([
      { state: "applied", undoable: true },
    ]);
    const undone = await it("POST", `/api/imports/${body.id}/undo`);
    expect([undone.status, undone.body]).toMatchObject([200, { id: body.id, removed: 1, restored: 0 }]);
    expect((await it("GET", "/api/devices")).body.total).toBe(0);
    expect((await it("GET", "/api/imports")).body.items).toMatchObject([
      { state: "undone", undoable: false, undoneByName: "Iola Tudor" },
    ]);
    const again = await it("POST", `/api/imports/${body.id}/undo`);
    expect([again.status, again.body.detail]).toEqual([409, "This import has been undone already."]);
    expect((await it("POST", "/api/imports/none/undo")).status).toBe(404);
  });

  test("is told by the name of its file, its kind and source, its rows, and who imported it when", async () => {
    const fileName = "C:\\Users\\iola\\Dyfeisiau Tŷ Ŵyn.csv";
    const file = "assetTag,type\nLT-1,laptop\n";
    expect((await post({ mode: "preview", fileName }, file)).status).toBe(200);
    await apply(file, { fileName });
    await apply("assetTag,type\nLT-2,laptop\n");
    const { items } = (await it("GET", "/api/imports?sort=at")).body;
    expect(items).toMatchObject([
      {
        ...{ fileName: "Dyfeisiau Tŷ Ŵyn.csv", kind: "devices", source: "toolroll", rows: { create: 1 } },
        ...{ actorName: "Iola Tudor", at: expect.any(String), state: "applied" },
      },
      { fileName: null },
    ]);
    const found = (await it("GET", `/api/imports?q=${encodeURIComponent("ty wyn")}`)).body;
    expect(found).toMatchObject({ total: 1, items: [{ id: items[0]?.id }] });
    const long = await apply(file, { fileName: "x".repeat(501) });
    expect([long.status, long.body.errors.map(({ path }) => path)]).toEqual([400, ["fileName"]]);
  });

  test("is not offered where the import changed nothing, and the list can leave such imports out", async () => {
    const file = "assetTag,type\nLT-1,laptop\n";
    const first = await apply(file);
    const again = await apply(file);
    expect(again.body).toMatchObject({ applied: true, rows: { unchanged: 1 } });
    const ids = async (query: string) =>
      (await it("GET", `/api/imports?sort=at${query}`)).body.items.map(({ id, undoable }) => [id, undoable]);
    const [changing, empty] = [
      [first.body.id, true],
      [again.body.id, false],
    ];
    expect(await ids("")).toEqual([changing, empty]);
    expect(await ids("&changed=true")).toEqual([changing]);
    expect(await ids("&changed=false")).toEqual([empty]);
    const undone = await it("POST", `/api/imports/${again.body.id}/undo`);
    expect([undone.status, undone.body.detail]).toEqual([409, expect.stringContaining("changed nothing")]);
    expect((await it("GET", "/api/imports")).body.items[0]).toMatchObject({ state: "applied" });
  });

  test("is a conflict that names what was changed since", async () => {
    const { body } = await apply("assetTag,type\nLT-1,laptop\nLT-2,laptop\n");
    const [device] = (await it("GET", "/api/devices")).body.items;
    await it("PATCH", `/api/devices/${device?.id}`, { model: "X" }, { "If-Match": device?.etag ?? "" });
    const undone = await it("POST", `/api/imports/${body.id}/undo`);
    expect(undone.status).toBe(409);
    expect(undone.body.detail).toContain("LT-1");
    expect(undone.body.errors).toEqual([{ path: device?.id, message: "LT-1" }]);
    expect((await it("GET", "/api/devices")).body.total).toBe(2);
  });

  test.each([
    ["staff", "person-staff", 403],
    ["a manager", "person-housing-manager", 403],
    ["an auditor", "person-auditor", 403],
    ["nobody", null, 401],
  ])("is not for %s, and neither is asking about columns", async (_who, as, status) => {
    const { body } = await apply("assetTag,type\nLT-1,laptop\n");
    expect((await server.as(as)("POST", `/api/imports/${body.id}/undo`)).status).toBe(status);
    const columns = await server.as(as)("POST", "/api/imports/columns?kind=devices", "assetTag\nLT-1\n");
    expect(columns.status).toBe(status);
    expect((await it("GET", "/api/devices")).body.total).toBe(1);
  });
});
