import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ApplicationsPage } from "../../../tab/applications/applications-page";
import { type FakeServer, historyPage, ok, page, problem, startFakeServer } from "../fake-server";
import { layOut } from "../inventory/laid-out";
import { renderPage, somebody } from "../render-page";
import { anApplicationAnswer, anApplicationDetail } from "./application-answers";

const list = "GET /api/applications";
const one = "GET /api/applications/a-1";
const patch = "PATCH /api/applications/a-1";
const it_ = somebody(["Toolroll.ItManager"]);

let server: FakeServer;

beforeEach(() => {
  layOut();
  server = startFakeServer();
  server.answer(list, page([anApplicationAnswer()]));
  server.answer(one, ok(anApplicationDetail()));
  server.answer("GET /api/applications/a-1/history", historyPage([]));
  server.answer("GET /api/teams", page([]));
  server.answer("GET /api/applications/a-1/disclosure-rules", ok({ rules: {}, defaults: {} }));
});

async function opened() {
  renderPage(<ApplicationsPage />, { at: "/applications?application=a-1", me: it_ });
  const drawer = await screen.findByRole("dialog");
  await within(drawer).findByText("Legacy risk");
  return within(drawer);
}

test("the list says who owns what, until when, and what to do with it", async () => {
  renderPage(<ApplicationsPage />, { at: "/applications", me: it_ });
  const row = within(await screen.findByRole("row", { name: /Tenantry/ }));
  for (const words of ["Owain Rees", "31 Dec 2030", "Migrate", "Red"]) {
    expect(row.getByText(words)).toBeTruthy();
  }
  expect(screen.getByText("1 application")).toBeTruthy();
});

test("a filter asks the server, and nothing found offers to clear it", async () => {
  const person = userEvent.setup();
  renderPage(<ApplicationsPage />, { at: "/applications", me: it_ });
  await screen.findByRole("row", { name: /Tenantry/ });
  server.answer(list, page([]));
  await person.selectOptions(screen.getByRole("combobox", { name: "Lifecycle" }), "pilot");
  await person.click(await screen.findByRole("button", { name: "Clear filters" }));
  expect(await screen.findByRole("row", { name: /Tenantry/ })).toBeTruthy();
  expect(server.askedFor(list).map(({ query }) => query.get("lifecycle"))).toEqual([null, "pilot"]);
});

test("the export asks for what the list shows, and the import opens for applications", async () => {
  const person = userEvent.setup();
  renderPage(<ApplicationsPage />, { at: "/applications?lifecycle=pilot&q=ten&sort=-name", me: it_ });
  await screen.findByRole("row", { name: /Tenantry/ });
  server.answer("GET /api/exports/applications.csv", problem(429, "That was a lot at once."));
  await person.click(screen.getByRole("button", { name: "Export" }));
  await person.click(await screen.findByRole("menuitem", { name: "As CSV" }));
  expect(await screen.findByText("That was a lot at once.")).toBeTruthy();
  const [asked] = server.askedFor("GET /api/exports/applications.csv");
  expect(Object.fromEntries(asked?.query ?? [])).toEqual({ lifecycle: "pilot", q: "ten", sort: "-name" });
  server.answer("GET /api/imports", page([]));
  await person.click(screen.getByRole("button", { name: "Import" }));
  const kind = await screen.findByRole<HTMLSelectElement>("combobox", { name: "What is in the file?" });
  expect(kind.value).toBe("applications");
});

test("who may only read is offered no change", async () => {
  renderPage(<ApplicationsPage />, {
    at: "/applications?application=a-1",
    me: somebody(["Toolroll.Auditor"]),
  });
  const drawer = within(await screen.findByRole("dialog"));
  await drawer.findByText("Legacy risk");
  expect(screen.queryByRole("button", { name: "Add application", hidden: true })).toBeNull();
  for (const name of ["Edit", "Add team", "Judge Out of support"]) {
    expect(drawer.queryByRole("button", { name })).toBeNull();
  }
});

test("the details say where each score comes from and who uses it", async () => {
  const drawer = await opened();
  expect(drawer.getByText("From the register: support ends on 31 Jan 2026")).toBeTruthy();
  expect(drawer.getAllByText("Nobody has judged it")).toHaveLength(6);
  expect(drawer.getByText("Housing Options")).toBeTruthy();
  expect(drawer.getByText("In use · High · 12 people")).toBeTruthy();
  expect(drawer.getByText("£42,000.00")).toBeTruthy();
});

test("what is gone or out of reach is said to be so", async () => {
  server.answer(one, problem(404, "There is nothing here."));
  renderPage(<ApplicationsPage />, { at: "/applications?application=a-1", me: it_ });
  expect(await screen.findByText("This application cannot be shown")).toBeTruthy();
});

test("a change sends only what was changed, on top of the version that was read", async () => {
  const person = userEvent.setup();
  const drawer = await opened();
  server.answer(patch, ok(anApplicationDetail({ purpose: "Rents", etag: '"4"' })));
  await person.click(drawer.getByRole("button", { name: "Edit" }));
  const purpose = await drawer.findByRole("textbox", { name: "Purpose" });
  await person.clear(purpose);
  await person.type(purpose, "Rents");
  await person.click(drawer.getByRole("button", { name: "Save" }));
  expect(await drawer.findByText("Saved.")).toBeTruthy();
  const [asked] = server.askedFor(patch);
  expect(asked?.body).toEqual({ purpose: "Rents" });
  expect(asked?.headers.get("if-match")).toBe('"3"');
});

test("when somebody else was faster, what was typed goes on top of their version", async () => {
  const person = userEvent.setup();
  const drawer = await opened();
  server.answer(patch, problem(412, "Somebody changed this in the meantime."));
  await person.click(drawer.getByRole("button", { name: "Edit" }));
  await person.type(await drawer.findByRole("textbox", { name: "Notes" }), "Mine");
  await person.click(drawer.getByRole("button", { name: "Save" }));
  await drawer.findByText("Somebody changed this application while you were editing");
  const theirs = anApplicationDetail({ serviceArea: "Homes", etag: '"4"' });
  server.answer(one, ok(theirs));
  await person.click(drawer.getByRole("button", { name: "Load their version, keep what I typed" }));
  await waitFor(() =>
    expect(drawer.getByRole("textbox", { name: "Service area" })).toHaveProperty("value", "Homes"),
  );
  server.answer(patch, ok({ ...theirs, notes: "Mine", etag: '"5"' }));
  await person.click(drawer.getByRole("button", { name: "Save" }));
  expect(await drawer.findByText("Saved.")).toBeTruthy();
  expect(server.askedFor(patch).at(-1)?.body).toEqual({ notes: "Mine" });
  expect(server.askedFor(patch).at(-1)?.headers.get("if-match")).toBe('"4"');
});

test("a judgement needs a reason and is sent with it", async () => {
  const person = userEvent.setup();
  const drawer = await opened();
  server.answer(patch, ok(anApplicationDetail({ etag: '"4"' })));
  await person.click(drawer.getByRole("button", { name: "Judge Lack of skills" }));
  const hidden = true;
  await person.selectOptions(await screen.findByRole("combobox", { name: /Score/, hidden }), "5");
  await person.click(screen.getByRole("button", { name: "Save", hidden }));
  expect(await screen.findByText("Say why.")).toBeTruthy();
  expect(server.askedFor(patch)).toHaveLength(0);
  await person.type(screen.getByRole("textbox", { name: /Why/, hidden }), "One person left");
  await person.click(screen.getByRole("button", { name: "Save", hidden }));
  await waitFor(() => expect(server.askedFor(patch)).toHaveLength(1));
  expect(server.askedFor(patch)[0]?.body).toEqual({
    riskOverrides: { L3: { score: 5, reason: "One person left" } },
  });
});

test("a team that does not use it any more is taken off", async () => {
  const person = userEvent.setup();
  const drawer = await opened();
  const remove = "DELETE /api/applications/a-1/teams/t-1";
  server.answer(remove, { status: 204 });
  server.answer(one, ok(anApplicationDetail({ teams: [] })));
  await person.click(drawer.getByRole("button", { name: "Not used by Housing Options any more" }));
  expect(await drawer.findByText("No team of yours is recorded as using it.")).toBeTruthy();
  expect(server.askedFor(remove)).toHaveLength(1);
});

test("a new application is added and its refusal is shown", async () => {
  const person = userEvent.setup();
  renderPage(<ApplicationsPage />, { at: "/applications", me: it_ });
  await person.click(await screen.findByRole("button", { name: "Add application" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  await person.click(dialog.getByRole("button", { name: "Add application" }));
  expect(await dialog.findByText("Give the application a name.")).toBeTruthy();
  server.answer("POST /api/applications", problem(409, "There is an application named Tenantry."));
  await person.type(dialog.getByRole("textbox", { name: /^Name/ }), "Tenantry");
  await person.click(dialog.getByRole("button", { name: "Add application" }));
  expect(await dialog.findByText(/There is an application named Tenantry\./)).toBeTruthy();
  server.answer("POST /api/applications", ok(anApplicationDetail(), 201));
  await person.click(dialog.getByRole("button", { name: "Add application" }));
  expect(await screen.findByText("Legacy risk", { selector: "h3" })).toBeTruthy();
  expect(server.askedFor("POST /api/applications").at(-1)?.body).toEqual({
    name: "Tenantry",
    kind: "line-of-business",
  });
});
