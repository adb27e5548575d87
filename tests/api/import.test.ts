import { readFileSync } from "node:fs";
import { join } from "node:path";
import { head, mb, unreadable } from "../services/import/bad-files";
import { type Answer, startTestServer, type TestServer } from "../support/server";

let server: TestServer;

beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

type Options = { readonly as?: string; readonly language?: string };
const send = (
  query: string,
  file: string | Uint8Array,
  { as = "person-administrator", language = "en" }: Options = {},
) => server.as(as)("POST", `/api/imports?${query}`, file, { "Accept-Language": language });
const preview = (file: string | Uint8Array, options?: Options) =>
  send("kind=devices&mode=preview", file, options);
const apply = (file: string | Uint8Array, options?: Options) =>
  send("kind=devices&mode=apply", file, options);
const devices = async (): Promise<Answer["body"][]> =>
  (await server.as("person-it")("GET", "/api/devices?limit=200")).body.items;
const fixture = (name: string) => readFileSync(join(__dirname, "../fixtures/imports", name));

describe("an import over HTTP", () => {
  test("answers with encoding, delimiter, counts and problems", async () => {
    const { status, body } = await preview(fixture("council-list-windows-1252.csv"), { as: "person-it" });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.any(String),
      kind: "devices",
      mode: "preview",
      source: "toolroll",
      encoding: "windows-1252",
      delimiter: ";",
      rows: { total: 3, create: 2, update: 0, unchanged: 0, conflict: 0, error: 1 },
      problems: [
        {
          line: 2,
          column: "User",
          code: "person-unknown",
          severity: "error",
          message: "Nobody in the directory is “Megan Price”. Correct it or import the person first.",
        },
        ...body.problems.slice(1),
      ],
      problemsCut: false,
      verdicts: [
        { line: 2, key: "CYN-001", verdict: "error", changes: [], contested: [], kept: [] },
        { line: 3, key: "CYN-002", verdict: "create", changes: expect.any(Array), contested: [], kept: [] },
        { line: 4, key: "CYN-003", verdict: "create", changes: expect.any(Array), contested: [], kept: [] },
      ],
      verdictsCut: false,
      contested: 0,
      names: {},
      mappingRemembered: false,
      ignoredColumns: ["Rhif"],
      applied: false,
      unknownLabels: [],
      unsureDays: [],
      undated: 0,
    });
  });

  test("is applied once: the same file again changes nothing", async () => {
    const file =
      "Asset tag,Serial number,Type,Email,Team\nLT-1,S1,laptop,sioned.staff@council.example,Housing\nLT-2,S2,phone,,\n";
    const first = await apply(file, { as: "person-it" });
    expect(first.body).toMatchObject({ applied: true, rows: { create: 2 }, problems: [] });
    const before = await devices();
    expect(
      before.map(({ assetTag, assigneeName, teamName, source }) => [
        assetTag,
        assigneeName,
        teamName,
        source,
      ]),
    ).toEqual([
      ["LT-1", "Sioned Staff", "Housing", "toolroll"],
      ["LT-2", null, null, "toolroll"],
    ]);
    const second = await apply(file, { as: "person-it" });
    expect(second.body).toMatchObject({ applied: true, rows: { create: 0, update: 0, unchanged: 2 } });
    expect(await devices()).toEqual(before);
  });

  test("stands in the device's history and in the list of imports", async () => {
    const { body } = await apply("assetTag,type\nLT-1,laptop\n", { as: "person-it" });
    const [device] = await devices();
    const history = await server.as("person-it")("GET", `/api/devices/${device?.id}/history`);
    expect(history.body.items).toMatchObject([{ door: "import", actorName: "Iola Tudor" }]);
    const list = await server.as("person-it")("GET", "/api/imports");
    expect(list.body).toMatchObject({
      total: 1,
      items: [
        { id: body.id, kind: "devices", source: "toolroll", actorName: "Iola Tudor", rows: { create: 1 } },
      ],
    });
  });

  test("of the list as the API answers it, written as CSV, is unchanged", async () => {
    await apply(fixture("snipe-it-assets.csv"));
    await apply(fixture("intune-devices.csv"));
    const items = await devices();
    expect(items.length).toBeGreaterThan(5);
    const fields = Object.keys(items[0] ?? {});
    const cell = (value: unknown) => {
      const text =
        value === null
          ? ""
          : typeof value === "object"
            ? Object.values(value as object).join(" ")
            : String(value);
      return `"${(/^[=+\-@]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
    };
    const file = [
      fields.join(","),
      ...items.map((item) => fields.map((field) => cell(item[field])).join(",")),
    ].join("\r\n");
    const { body } = await apply(file);
    expect(body.problems).toEqual([]);
    expect(body).toMatchObject({
      source: "toolroll",
      applied: true,
      rows: { total: items.length, unchanged: items.length },
    });
    expect(await devices()).toEqual(items);
  });

  test.each([
    ["a member of staff", "person-staff", "kind=devices", 403],
    ["a manager", "person-housing-manager", "kind=devices", 403],
    ["an auditor", "person-auditor", "kind=devices", 403],
    ["a manager, of people", "person-housing-manager", "kind=people", 403],
    ["an auditor, of teams", "person-auditor", "kind=teams", 403],
    ["nobody", null, "kind=devices", 401],
  ])("is not for %s", async (_who, as, kind, status) => {
    const answer = await server.as(as)(
      "POST",
      `/api/imports?${kind}&mode=apply`,
      "id,name,email\nx,X,x@y.example\n",
    );
    expect(answer.status).toBe(status);
    expect((await server.as("person-it")("GET", "/api/imports")).body.total).toBe(0);
  });

  test("of applications makes the register of systems, with suppliers and owners", async () => {
    const file =
      "System,Kind,Supplier,Business owner,Hosting,Users,AI features\n" +
      'Uniform,line of business,Idox,sioned.staff@council.example,on premises,"1,200",none\n' +
      "Teams,Productivity tool,Microsoft,,cloud,,live\n";
    const first = await send("kind=applications&mode=apply", file);
    expect(first.body).toMatchObject({ applied: true, problems: [], rows: { create: 2 } });
    const list = await server.as("person-it")("GET", "/api/applications?sort=-name");
    expect(list.body.items).toMatchObject([
      { name: "Uniform", supplier: "Idox", hosting: "on-premises", userCount: 1200 },
      { name: "Teams", supplier: "Microsoft", kind: "productivity-tool", userCount: null },
    ]);
    expect((await send("kind=applications&mode=apply", file)).body).toMatchObject({ rows: { unchanged: 2 } });
    const undone = await server.as("person-it")("POST", `/api/imports/${first.body.id}/undo`);
    expect([undone.status, undone.body.removed]).toEqual([200, 2]);
    expect((await server.as("person-it")("GET", "/api/applications")).body.total).toBe(0);
    const wrong = await send("kind=applications&mode=preview", "System,Hosting,Users\nA,moon,many\n");
    expect(wrong.body.problems.map(({ column }) => column)).toEqual(["Hosting", "Users"]);
  });

  test("asks whether day or month comes first where a column does not tell, and takes the answer", async () => {
    const file =
      "Asset tag,Type,Purchased,Warranty expires\nLT-1,laptop,01/04/2024,31/03/2027\nLT-2,laptop,01/05/2024,\n";
    const asked = await preview(file);
    expect(asked.body).toMatchObject({
      rows: { conflict: 2, error: 0 },
      unsureDays: [{ column: "Purchased", sample: "01/04/2024" }],
      undated: 2,
    });
    expect(asked.body.problems).toMatchObject([
      { line: 2, column: "Purchased", code: "date-ambiguous" },
      { line: 3, column: "Purchased", code: "date-ambiguous" },
    ]);
    for (const { message } of asked.body.problems) expect(message).not.toContain("YYYY-MM-DD");
    const said = await send("kind=devices&mode=apply&days=day-first", file);
    expect(said.body).toMatchObject({ applied: true, rows: { create: 2 }, undated: 0, problems: [] });
    expect((await devices()).map(({ purchaseDate, warrantyEnd }) => [purchaseDate, warrantyEnd])).toEqual([
      ["2024-04-01", "2027-03-31"],
      ["2024-05-01", null],
    ]);
    const american = await send("kind=devices&mode=preview&days=month-first", file);
    const changes = [{ field: "purchaseDate", from: "2024-04-01", to: "2024-01-04" }];
    expect(american.body).toMatchObject({ verdicts: [{ line: 2, changes }, { line: 3 }] });
    const odd = await send("kind=devices&mode=preview&days=any", file);
    expect(odd).toMatchObject({ status: 400, body: { errors: [{ path: "days" }] } });
  });

  test("of nonsense is refused", async () => {
    const nonsense = await send("kind=spoons&mode=eat", "name\nx\n");
    expect(nonsense.status).toBe(400);
    expect(nonsense.body.errors.map(({ path }: { path: string }) => path)).toEqual(["kind", "mode"]);
  });
});

/** Tables that can be read, but must not be taken: file, line, column and a word of what is said. */
const wrong: readonly (readonly [what: string, file: string, line: number, column: string, word: string])[] =
  [
    ["a tag twice", `${head}LT-1,a\nLT-2,b\nlt-1 ,c\n`, 4, "assetTag", "Line 2"],
    ["a tag that looks the same", `${head}LT-1,a\nLT\u20111,b\n`, 3, "assetTag", "looks like"],
    ["a Cyrillic letter", `${head}L\u0422-1,a\n`, 2, "assetTag", "alphabet"],
    ["an invisible character", `${head}LT\u200b-1,a\n`, 2, "assetTag", "<U+200B>"],
    ["no tag", `${head},a\n`, 2, "assetTag", "empty"],
    ["a day that is not there", "assetTag,purchaseDate\nLT-1,31/04/2024\n", 2, "purchaseDate", "31/04/2024"],
    [
      "a day of two readings",
      "assetTag,purchaseDate\nLT-1,03/04/2024\n",
      2,
      "purchaseDate",
      "once for the whole file",
    ],
    ["words for a day", "assetTag,purchaseDate\nLT-1,yesterday\n", 2, "purchaseDate", "not a date"],
    ["a type nobody has", "assetTag,type\nLT-1,toaster\n", 2, "type", "laptop"],
    ["dollars of some country", "assetTag,cost\nLT-1,$12\n", 2, "cost", "currency"],
    ["a missing separator", `${head}LT-1\n`, 2, "model", "separator"],
    ["one too many", `${head}LT-1,a,b\n`, 2, "3", "quotation marks"],
    ["an unknown holder", "assetTag,assigneeEmail\nLT-1,who@where.example\n", 2, "assigneeEmail", "Nobody"],
    ["an unknown team", "assetTag,teamName\nLT-1,Spoons\n", 2, "teamName", "team"],
  ];

describe("a table with something wrong in it", () => {
  test.each(wrong)(
    "%s is told by line and column, and nothing changes",
    async (_what, file, line, column, word) => {
      for (const answer of [await preview(file), await apply(file)]) {
        expect(answer.status).toBe(200);
        expect(answer.body.applied).toBe(false);
        expect(answer.body.problems.filter(({ severity }) => severity !== "warning")).toMatchObject([
          { line, column, message: expect.stringContaining(word) },
        ]);
      }
      expect(await devices()).toEqual([]);
      expect((await server.as("person-it")("GET", "/api/imports")).body.total).toBe(0);
    },
  );

  test("is told in Welsh to whoever reads Welsh", async () => {
    const { body } = await preview("assetTag,purchaseDate\nLT-1,31/04/2024\n", {
      language: "cy-GB,cy;q=0.9",
    });
    expect(body.problems[0]?.message).toBe("Nid yw'r dyddiad “31/04/2024” yn bod. Cywirwch ef.");
  });

  test("lists a thousand problems at most and counts all", async () => {
    const { body } = await preview(`assetTag,type\n${"LT-1,toaster\n".repeat(3_000)}`);
    expect(body.problems).toHaveLength(1_000);
    expect(body).toMatchObject({ problemsCut: true, rows: { total: 3_000, error: 3_000 } });
  });
});

const headers: readonly (readonly [what: string, file: string, words: readonly string[]])[] = [
  ["no header", "LT-1,laptop\nLT-2,phone\n", ["Line 1", "Asset tag, Serial number"]],
  ["a header below a title", "Devices of the council\n\nassetTag,type\nLT-1,laptop\n", ["line 3"]],
  ["no column to tell devices apart", "type,model\nlaptop,Latitude\n", ["Line 1", "assetTag"]],
  ["a column twice", "assetTag,type,Asset tag,ASSETTAG\nLT-1,laptop,LT-1,LT-1\n", ["Line 1", "ASSETTAG"]],
  ["a column without a name", "assetTag,,type\nLT-1,x,laptop\n", ["Line 1", "column 2"]],
];

describe("a file that is no table", () => {
  test.each(headers)("with %s is refused", async (_what, file, words) => {
    const { status, headers: sent, body } = await apply(file);
    expect(status).toBe(400);
    expect(sent.get("content-type")).toContain("application/problem+json");
    for (const word of words) expect(body.detail).toContain(word);
    expect(await devices()).toEqual([]);
  });

  test("whatever it is, is refused with a sentence and leaves nothing behind", async () => {
    for (const [what, file, said] of unreadable) {
      const bytes = Buffer.from(file());
      // The large ones are read one by one beside the reader; over HTTP the largest stands for them.
      if (bytes.length > mb && what !== "a cell of 30 MB") continue;
      const { status, body } = await apply(bytes);
      expect([what, status]).toEqual([what, said.startsWith("import-too-large") ? 413 : 400]);
      const [, line] = said.split(" ");
      if (line !== undefined)
        expect([what, body.detail]).toEqual([what, expect.stringContaining(`ine ${line}`)]);
      expect(body.detail).not.toContain("{{");
    }
    expect(await devices()).toEqual([]);
    expect((await server.as("person-it")("GET", "/api/imports")).body.total).toBe(0);
    expect((await server.as("person-it")("GET", "/api/me")).status).toBe(200);
  });
});
