import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ImportAnswer } from "../../../src/contracts/import-contract";
import { ImportDialog } from "../../../tab/import/import-dialog";
import { type FakeServer, ok, page, problem, startFakeServer } from "../fake-server";
import { layOut } from "../inventory/laid-out";
import { renderPage, somebody } from "../render-page";

const run = "POST /api/imports";
const answer: ImportAnswer = {
  ...{ id: "i-1", kind: "devices", mode: "preview", source: "toolroll", encoding: "utf-8", delimiter: "," },
  rows: { total: 3, create: 1, update: 1, unchanged: 0, conflict: 1, error: 0 },
  ...{ problems: [], problemsCut: false, verdictsCut: false, contested: 1, mappingRemembered: false },
  ...{ ignoredColumns: [], applied: false, names: { "t-1": "Housing" } },
  verdicts: [
    {
      ...{ line: 2, key: "LT-1", verdict: "conflict", contested: ["model"], kept: [] },
      changes: [{ field: "model", from: "ThinkPad", to: "Latitude" }],
    },
    {
      ...{ line: 3, key: "LT-2", verdict: "update", contested: [], kept: ["model"] },
      changes: [
        { field: "teamId", from: null, to: "t-1" },
        { field: "model", from: "ThinkPad", to: "Latitude" },
      ],
    },
    {
      ...{ line: 4, key: "LT-3", verdict: "create", contested: [], kept: [] },
      changes: [{ field: "assetTag", from: null, to: "LT-3" }],
    },
  ],
};
const imported = {
  ...{ id: "i-0", at: "2026-11-24T09:00:00.000Z", actorId: "p-1", actorName: "Nia Davies", kind: "devices" },
  ...{
    source: "toolroll",
    fileName: "March.csv",
    rows: answer.rows,
    state: "applied",
    undoable: true,
    undoneAt: null,
  },
  undoneByName: null,
};

let server: FakeServer;
beforeAll(() => {
  layOut();
  // Tall enough for a few rows; the rows themselves are measured too.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 400 });
  Object.defineProperty(HTMLElement.prototype, "offsetHeight", {
    configurable: true,
    get(this: HTMLElement) {
      return this.tagName === "LI" ? 64 : 400;
    },
  });
});
beforeEach(() => {
  server = startFakeServer();
  server.answer(run, ok(answer));
  server.answer("GET /api/imports", page([imported]));
});

function aFile(): File {
  const file = new File(["x"], "devices.csv", { type: "text/csv" });
  Object.defineProperty(file, "arrayBuffer", { value: async () => new TextEncoder().encode("x").buffer });
  return file;
}
async function show(): Promise<ReturnType<typeof userEvent.setup>> {
  const person = userEvent.setup();
  renderPage(<ImportDialog kind="devices" onClose={() => undefined} />, {
    me: somebody(["Toolroll.ItManager"]),
  });
  await screen.findByText("Import from a file");
  return person;
}
const upload = async (person: ReturnType<typeof userEvent.setup>) =>
  person.upload(document.querySelector("input[type=file]") as HTMLInputElement, aFile());
const button = (name: string | RegExp) => screen.findByRole("button", { name });
const lastQuery = () => Object.fromEntries(server.askedFor(run).at(-1)?.query ?? []);

test("every row says what would happen to it, from what to what", async () => {
  const person = await show();
  await upload(person);
  const region = await screen.findByRole("region", { name: "What would happen to each row" });
  const rows = within(region).getAllByRole("listitem");
  expect(within(region).getByText("Model: from ThinkPad to Latitude")).toBeTruthy();
  expect(within(region).getByText("Team: set to Housing")).toBeTruthy();
  expect(within(region).getByText("Stays as it is in Toolroll: Model.")).toBeTruthy();
  expect(rows.length).toBeGreaterThan(2);
  await person.selectOptions(screen.getByLabelText("Show"), "create");
  expect(within(region).queryByText("LT-1")).toBeNull();
  expect(within(region).getByText("LT-3")).toBeTruthy();
  await person.type(screen.getByRole("searchbox"), "LT-9");
  expect(within(region).getByText("No row fits.")).toBeTruthy();
});

test("a field set by hand keeps the file waiting until it is decided, by row or for all", async () => {
  const person = await show();
  await upload(person);
  expect(await screen.findByText("1 row waits for your decision.")).toBeTruthy();
  const decision = await screen.findByRole("radiogroup", { name: "Decision for LT-1" });
  await person.click(within(decision).getByRole("radio", { name: "Keep" }));
  expect(lastQuery()).toEqual({ kind: "devices", mode: "preview", source: "auto", keep: "2" });
  await person.click(within(decision).getByRole("radio", { name: "Take the file's" }));
  expect(lastQuery()).toMatchObject({ take: "2" });
  await person.click(await button("Keep what Toolroll has"));
  expect(lastQuery()).toEqual({ kind: "devices", mode: "preview", source: "auto", resolve: "keep" });
});

test("a file that is not understood asks what its columns mean, and says so to the server", async () => {
  server.answer(run, problem(400, "Line 1 has no column that Toolroll knows."));
  server.answer(
    "POST /api/imports/columns",
    ok({
      ...{ source: "toolroll", missing: [["id", "assetTag"]], mappingRemembered: false },
      columns: [
        { header: "Rhif", field: null, sample: "LT-1" },
        { header: "Lliw", field: null, sample: null },
      ],
      fields: [
        { field: "assetTag", needed: true },
        { field: "model", needed: false },
      ],
    }),
  );
  const person = await show();
  await upload(person);
  expect(await screen.findByText(/Still needed, to tell rows apart/)).toBeTruthy();
  await person.selectOptions(screen.getByLabelText("Rhif is"), "assetTag");
  server.answer(run, ok({ ...answer, contested: 0 }));
  await person.click(await button("Check with these columns"));
  expect(JSON.parse(lastQuery().mapping ?? "")).toEqual({ Rhif: "assetTag", Lliw: "ignore" });
});

test("an earlier import is told by its file, and one that changed nothing is not asked for", async () => {
  server.answer(
    "GET /api/imports",
    page([imported, { ...imported, id: "i-9", fileName: null, source: "intune" }]),
  );
  await show();
  const list = await screen.findByRole("region", { name: "Earlier imports" });
  const [named, nameless] = await within(list).findAllByRole("listitem");
  expect(named?.textContent).toMatch(
    /^March\.csvDevices, .*, Nia DaviesHeadings: Toolroll\. Added: 1\. Changed: 1\. As/,
  );
  expect(nameless?.textContent).toMatch(/^Devices, .*Headings: Intune\./);
  expect(await button(/^Undo: Devices, March\.csv, /)).toBeTruthy();
  expect(server.askedFor("GET /api/imports").at(-1)?.query.get("changed")).toBe("true");
});

test("an earlier import is undone after one more question, and what stands in the way is told", async () => {
  server.answer("POST /api/imports/i-0/undo", problem(409, "This import cannot be undone: LT-1."));
  const person = await show();
  await person.click(await button(/^Undo: Devices/));
  expect(server.askedFor("POST /api/imports/i-0/undo")).toHaveLength(0);
  await person.click(await button("Undo the import"));
  expect(await screen.findByText(/cannot be undone: LT-1/)).toBeTruthy();
  server.answer(
    "POST /api/imports/i-0/undo",
    ok({ id: "i-0", undoneAt: imported.at, removed: 1, restored: 1 }),
  );
  server.answer(
    "GET /api/imports",
    page([
      { ...imported, state: "undone", undoable: false, undoneAt: imported.at, undoneByName: "Nia Davies" },
    ]),
  );
  await person.click(await button("Undo the import"));
  expect(await screen.findByText(/Undone .* by Nia Davies/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Undo: Devices/ })).toBeNull();
});
