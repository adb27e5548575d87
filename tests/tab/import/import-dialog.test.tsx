import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ImportAnswer } from "../../../src/contracts/import-contract";
import { ImportDialog } from "../../../tab/import/import-dialog";
import { type FakeServer, ok, problem, type Reply, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";

const run = "POST /api/imports";
const preview: ImportAnswer = {
  id: "i-1",
  kind: "devices",
  mode: "preview",
  source: "snipe-it",
  encoding: "windows-1252",
  delimiter: ";",
  rows: { total: 1482, create: 1200, update: 120, unchanged: 162, conflict: 0, error: 0 },
  problems: [],
  problemsCut: false,
  verdicts: [],
  verdictsCut: false,
  contested: 0,
  names: {},
  mappingRemembered: false,
  ignoredColumns: ["Colour"],
  applied: false,
};
const flawed: ImportAnswer = {
  ...preview,
  rows: { ...preview.rows, create: 1198, conflict: 1, error: 1 },
  problems: [
    { line: 7, column: "Purchase Date", message: "31/02/2026 is not a day that exists.", severity: "error" },
    { line: 9, column: null, message: "Line 3 names the same device.", severity: "conflict" },
  ],
  problemsCut: true,
};

let server: FakeServer;
const onClose = jest.fn();

beforeEach(() => {
  onClose.mockClear();
  server = startFakeServer();
  server.answer(run, ({ query }) =>
    ok(query.get("mode") === "apply" ? { ...preview, mode: "apply", applied: true } : preview),
  );
});

/** jsdom reads no files by itself. */
function aFile(
  name = "devices.csv",
  read = async () => new TextEncoder().encode("Asset Tag\nLT-1\n").buffer,
): File {
  return Object.assign(new File(["Asset Tag\nLT-1\n"], name, { type: "text/csv" }), { arrayBuffer: read });
}

function show(role: "Toolroll.ItManager" | "Toolroll.Administrator" = "Toolroll.ItManager") {
  renderPage(<ImportDialog kind="devices" onClose={onClose} />, { me: somebody([role]) });
  return userEvent.setup();
}

const input = () => document.querySelector<HTMLInputElement>('input[type="file"]') as HTMLInputElement;
const asked = () => server.askedFor(run).map(({ query }) => Object.fromEntries(query));
const button = (name: string | RegExp) => screen.findByRole("button", { name });

test("a chosen file is checked at once and nothing is applied before it is asked for", async () => {
  const person = show();
  expect((await button("Import")).getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByText("Choose a file first.")).toBeTruthy();
  await person.upload(input(), aFile());
  expect(await button("Import 1,320 rows")).toBeTruthy();
  expect(screen.getByText("1,482 rows")).toBeTruthy();
  expect(
    screen.getByText(/Read as Windows-1252, separated by semicolons, with the headings of Snipe-IT/),
  ).toBeTruthy();
  expect(screen.getByText(/leaves out: Colour/)).toBeTruthy();
  expect(asked()).toEqual([{ kind: "devices", mode: "preview", source: "auto" }]);
});

test("applying sends the very bytes that were checked and tells what came of it", async () => {
  const person = show();
  await person.upload(input(), aFile());
  await person.click(await button("Import 1,320 rows"));
  expect(await screen.findByText("The file was imported")).toBeTruthy();
  expect(screen.getByText(/Added: 1,200\. Changed: 120\. As before: 162\./)).toBeTruthy();
  const [checked, applied] = server.askedFor(run);
  expect(applied?.query.get("mode")).toBe("apply");
  expect(applied?.body).toBe(checked?.body);
  expect(applied?.headers.get("content-type")).toBe("text/csv");
  await person.click(await button("Import another file"));
  expect(await button("Choose a file")).toBeTruthy();
});

test("problems are listed by line, and keep the file from being applied", async () => {
  server.answer(run, ok(flawed));
  const person = show();
  await person.upload(input(), aFile());
  expect(await screen.findByRole("row", { name: /7 Purchase Date Error 31\/02\/2026/ })).toBeTruthy();
  expect(screen.getByRole("row", { name: /9 Whole row Conflict Line 3/ })).toBeTruthy();
  expect(screen.getByText(/The first 2 are listed/)).toBeTruthy();
  expect(screen.getByText(/2 rows have errors or conflicts/)).toBeTruthy();
  const apply = await button("Import");
  expect(apply.getAttribute("aria-disabled")).toBe("true");
  await person.click(apply);
  expect(asked()).toHaveLength(1);
});

test("another kind or source checks the same file again", async () => {
  const person = show("Toolroll.Administrator");
  await person.upload(input(), aFile("people.csv"));
  await button("Import 1,320 rows");
  await person.selectOptions(screen.getByRole("combobox", { name: /What is in the file/ }), "People");
  await person.selectOptions(screen.getByRole("combobox", { name: /Where does the file/ }), "Toolroll");
  await waitFor(() =>
    expect(asked().at(-1)).toEqual({ kind: "people", mode: "preview", source: "toolroll" }),
  );
  expect(screen.getByText(/people\.csv/)).toBeTruthy();
});

test("devices, people and teams are offered", () => {
  show();
  expect(screen.getByRole("option", { name: "People" })).toBeTruthy();
  expect(screen.getByRole("option", { name: "Teams" })).toBeTruthy();
  expect(screen.getByRole("option", { name: "Devices" })).toBeTruthy();
});

test("a refusal is told in the server's words and the file stays", async () => {
  server.answer(run, problem(422, "This is not a CSV text file. Save it as CSV (UTF-8) and try again."));
  const person = show();
  await person.upload(input(), aFile("list.csv"));
  expect(await screen.findByText(/This is not a CSV text file/)).toBeTruthy();
  expect(screen.getByText(/list\.csv/)).toBeTruthy();
  server.answer(run, ok(preview));
  await person.click(await button("Check again"));
  expect(await button("Import 1,320 rows")).toBeTruthy();
});

test("when applying fails nothing is lost: the file and what was found stand", async () => {
  const person = show();
  await person.upload(input(), aFile());
  server.answer(run, problem(503, "Somebody else is importing. Try again in a minute."));
  await person.click(await button("Import 1,320 rows"));
  expect(await screen.findByText("Nothing was imported")).toBeTruthy();
  expect(screen.getByText(/Somebody else is importing/)).toBeTruthy();
  expect(await button("Import 1,320 rows")).toBeTruthy();
});

test("rows that went wrong between check and apply are shown, not passed over", async () => {
  const person = show();
  await person.upload(input(), aFile());
  await button("Import 1,320 rows");
  server.answer(run, ok({ ...flawed, mode: "apply" }));
  await person.click(await button("Import 1,320 rows"));
  expect(await screen.findByRole("row", { name: /7 Purchase Date/ })).toBeTruthy();
  expect(screen.queryByText("The file was imported")).toBeNull();
});

test("a file may be dropped", async () => {
  show();
  fireEvent.drop(screen.getByRole("group", { name: "CSV file" }), {
    dataTransfer: { files: [aFile("dropped.csv")] },
  });
  expect(await screen.findByText(/dropped\.csv/)).toBeTruthy();
  expect(await button("Import 1,320 rows")).toBeTruthy();
});

test("a file that cannot be read is said to be so", async () => {
  const person = show();
  const locked = aFile("locked.csv", () => Promise.reject(new Error("locked")));
  await person.upload(input(), locked);
  expect(await screen.findByText("The file could not be read")).toBeTruthy();
  expect(asked()).toEqual([]);
});

const underWay = (asked: { path: string }) => asked.path.startsWith("/api/imports/progress/");

/** Answers whatever key the dialog made. */
function answerProgress(reply: () => Reply): void {
  const others = globalThis.fetch;
  globalThis.fetch = async (address, request) => {
    const path = new URL(String(address), "http://tab.test").pathname;
    if (underWay({ path })) server.answer(`GET ${path}`, reply);
    return others(address, request);
  };
}

test("how far an import has come is counted by the server and shown", async () => {
  let finish: (reply: Reply) => void = () => {};
  server.answer(run, ({ query }) =>
    query.get("mode") === "preview"
      ? ok(preview)
      : new Promise<Reply>((resolve) => {
          finish = resolve;
        }),
  );
  answerProgress(() => ok({ phase: "writing", rowsDone: 500, rowsTotal: 1320, applied: null }));
  const person = show();
  await person.upload(input(), aFile());
  await person.click(await button("Import 1,320 rows"));
  expect(await screen.findByText("Writing to the register: 500 of 1,320")).toBeTruthy();
  const bar = screen.getByRole("progressbar", { name: "Importing" });
  expect(bar.getAttribute("aria-valuenow")).toBe("500");
  expect(bar.getAttribute("aria-valuemax")).toBe("1320");
  finish(ok({ ...preview, mode: "apply", applied: true }));
  expect(await screen.findByText("The file was imported")).toBeTruthy();
  const key = server.askedFor(run).at(-1)?.query.get("key");
  expect(server.asked.find(underWay)?.path).toBe(`/api/imports/progress/${key}`);
});

test("when the connection is lost on the way, the server says whether the file was imported", async () => {
  server.answer(run, ({ query }) => {
    if (query.get("mode") === "preview") return ok(preview);
    throw new TypeError("Failed to fetch");
  });
  answerProgress(() =>
    ok({ phase: "done", rowsDone: 1482, rowsTotal: 1482, applied: { id: "i-2", rows: preview.rows } }),
  );
  const person = show();
  await person.upload(input(), aFile());
  await person.click(await button("Import 1,320 rows"));
  expect(await screen.findByText("The file was imported")).toBeTruthy();
});

test("when the connection is lost and nothing was written, that is said", async () => {
  server.answer(run, ({ query }) => {
    if (query.get("mode") === "preview") return ok(preview);
    throw new TypeError("Failed to fetch");
  });
  answerProgress(() => ok({ phase: "stopped", rowsDone: 0, rowsTotal: 0, applied: null }));
  const person = show();
  await person.upload(input(), aFile());
  await person.click(await button("Import 1,320 rows"));
  expect(await screen.findByText("Nothing was imported")).toBeTruthy();
});

test("a label that nobody has mapped is asked about, and what was said goes with the import", async () => {
  const unmapped: ImportAnswer = {
    ...flawed,
    unknownLabels: [
      { label: "On loan", rows: 12 },
      { label: "Spare", rows: 1 },
    ],
  };
  server.answer(run, ({ query }) =>
    ok(
      query.has("labels")
        ? { ...preview, mode: query.get("mode"), applied: query.get("mode") === "apply", unknownLabels: [] }
        : unmapped,
    ),
  );
  const person = show();
  await person.upload(input(), aFile());
  const loan = await screen.findByRole("combobox", { name: "On loan stands for" });
  expect(screen.getByText("On 12 rows")).toBeTruthy();
  await person.selectOptions(loan, "Deployable");
  await person.selectOptions(screen.getByRole("combobox", { name: "Spare stands for" }), "Pending");
  await person.click(await button("Check with these labels"));
  const apply = await button("Import 1,320 rows");
  expect(screen.getAllByText("Joins your labels with the import")).toHaveLength(2);
  await person.click(apply);
  expect(await screen.findByText("The file was imported")).toBeTruthy();
  const labels = JSON.stringify({ "On loan": "deployable", Spare: "pending" });
  expect(asked().map((query) => query.labels)).toEqual([undefined, labels, labels]);
});

test("days that could be read both ways are asked about once for the file", async () => {
  const unsure: ImportAnswer = {
    ...preview,
    rows: { ...preview.rows, create: 0, conflict: 1200 },
    unsureDays: [{ column: "Purchase Date", sample: "01/04/2024" }],
    undated: 1200,
  };
  server.answer(run, ({ query }) =>
    ok(
      query.has("days")
        ? { ...unsure, rows: preview.rows, undated: 0, applied: query.get("mode") === "apply" }
        : unsure,
    ),
  );
  const person = show();
  await person.upload(input(), aFile());
  expect(await screen.findByText(/Dates in Purchase Date can be read both ways/)).toBeTruthy();
  expect(screen.getByText("Say above whether the day or the month comes first.")).toBeTruthy();
  expect(screen.getByRole("button", { name: /^The month: 01\/04\/2024 is 4 Jan 2024/ })).toBeTruthy();
  await person.click(await button("The day: 01/04/2024 is 1 Apr 2024"));
  await person.click(await button("Import 1,320 rows"));
  expect(await screen.findByText("The file was imported")).toBeTruthy();
  expect(asked().map((query) => query.days)).toEqual([undefined, "day-first", "day-first"]);
});
