import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ApplicationsPage } from "../../../tab/applications/applications-page";
import { type FakeServer, historyPage, ok, page, problem, startFakeServer } from "../fake-server";
import { layOut } from "../inventory/laid-out";
import { renderPage, somebody } from "../render-page";
import { aContractAnswer, anApplicationAnswer, anApplicationDetail } from "./application-answers";

const list = "GET /api/applications";
const one = "GET /api/applications/a-1";
const patch = "PATCH /api/applications/a-1";
const it_ = somebody(["Toolroll.ItManager"]);

let server: FakeServer;

const aPersonAnswer = (id: string, name: string) => ({
  id,
  name,
  email: "owain@aberwen.test",
  teamId: null,
  teamName: null,
  active: true,
  manages: [],
});

beforeEach(() => {
  layOut();
  server = startFakeServer();
  server.answer(list, page([anApplicationAnswer()]));
  server.answer(one, ok(anApplicationDetail()));
  server.answer("GET /api/applications/a-1/history", historyPage([]));
  server.answer("GET /api/teams", page([]));
  server.answer("GET /api/applications/a-1/disclosure-rules", ok({ rules: {}, defaults: {} }));
});

/** Over an open drawer jsdom may leave a dialog hidden, whose name then cannot be asked for. */
async function overDrawer(title: string) {
  const heading = await screen.findByText(title, { selector: "h2" }, { timeout: 5_000 });
  return within(heading.closest<HTMLElement>("[role=alertdialog]") ?? heading);
}

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

test("a long form leads to the field that is wrong", async () => {
  const person = userEvent.setup();
  renderPage(<ApplicationsPage />, { at: "/applications", me: it_ });
  await person.click(await screen.findByRole("button", { name: "Add application" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  await person.type(dialog.getByLabelText(/^Name/), "Grantbook");
  const notice = dialog.getByLabelText("Notice in days");
  await person.type(notice, "9999");
  await person.click(dialog.getByRole("button", { name: "Add application" }));
  expect(dialog.getByText(/^Write a whole number of days, 3,650 at most/)).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(notice));
  expect(server.askedFor("POST /api/applications")).toEqual([]);
});

test("what was entered by mistake is removed with a reason, and says what goes along", async () => {
  const remove = "DELETE /api/applications/a-1";
  server.answer(one, ok(anApplicationDetail({ contracts: [], contract: null })));
  server.answer(remove, { status: 204 });
  const person = userEvent.setup();
  const drawer = await opened();
  await person.click(drawer.getByRole("button", { name: "Remove" }));
  const dialog = await overDrawer("Remove Tenantry?");
  expect(dialog.getByText("It goes from what these teams use: Housing Options")).toBeTruthy();
  await person.type(dialog.getByRole("textbox", { name: "Why?", hidden: true }), "Entered twice");
  await person.click(dialog.getByRole("button", { name: "Remove", hidden: true }));
  await waitFor(() => expect(server.askedFor(remove)).toHaveLength(1));
  expect(server.askedFor(remove)[0]?.query.get("reason")).toBe("Entered twice");
});

test("an application with contracts is not offered to be removed, and says why", async () => {
  const person = userEvent.setup();
  const drawer = await opened();
  await person.click(drawer.getByRole("button", { name: "Remove" }));
  const dialog = await overDrawer("Remove Tenantry?");
  expect(dialog.getByText(/^It cannot be removed while these hang on it/)).toBeTruthy();
  expect(dialog.getByText("1 contract")).toBeTruthy();
  expect(dialog.queryByRole("button", { name: "Remove", hidden: true })).toBeNull();
});

test("a second contract is added, and one of several is changed on the version that was read", async () => {
  server.answer("POST /api/contracts", ok({ ...aContractAnswer(), etag: '"1"' }, 201));
  server.answer("PATCH /api/contracts/c-1", ok({ ...aContractAnswer(), etag: '"2"' }));
  const person = userEvent.setup();
  const drawer = await opened();
  await person.click(drawer.getByRole("button", { name: "Add contract" }));
  let dialog = await overDrawer("Another contract for Tenantry");
  await person.type(dialog.getByRole("textbox", { name: "Contract reference", hidden: true }), "LC-2");
  await person.type(dialog.getByRole("textbox", { name: /^Contract value/, hidden: true }), "12,50");
  await person.click(dialog.getByRole("button", { name: "Save", hidden: true }));
  expect(dialog.getByText(/^Write the amount like/)).toBeTruthy();
  await person.clear(dialog.getByRole("textbox", { name: /^Contract value/, hidden: true }));
  await person.click(dialog.getByRole("button", { name: "Save", hidden: true }));
  await waitFor(() => expect(server.askedFor("POST /api/contracts")).toHaveLength(1));
  expect(server.askedFor("POST /api/contracts")[0]?.body).toEqual({
    applicationId: "a-1",
    reference: "LC-2",
  });
  await person.click(
    await screen.findByRole("button", { name: "Change the contract LC-2024-001", hidden: true }),
  );
  dialog = await overDrawer("Contract of Tenantry");
  await person.selectOptions(dialog.getByRole("combobox", { hidden: true }), "express");
  await person.type(dialog.getByRole("textbox", { name: "Reason for the change", hidden: true }), "Renewed");
  await person.click(dialog.getByRole("button", { name: "Save", hidden: true }));
  await waitFor(() => expect(server.askedFor("PATCH /api/contracts/c-1")).toHaveLength(1));
  const [changed] = server.askedFor("PATCH /api/contracts/c-1");
  expect([changed?.body, changed?.headers.get("if-match")]).toEqual([
    { renewal: "express", reason: "Renewed" },
    '"1"',
  ]);
});

test("the list is narrowed by owner, supplier and the end of the contract, which the address keeps", async () => {
  server.answer("GET /api/people/p-4", ok(aPersonAnswer("p-4", "Owain Rees")));
  server.answer(
    "GET /api/suppliers",
    ok({ items: [{ id: "s-1", name: "Acorn", applications: 1 }], total: 1, nextCursor: null }),
  );
  const person = userEvent.setup();
  renderPage(<ApplicationsPage />, { at: "/applications?owner=p-4", me: it_ });
  expect(await screen.findByDisplayValue("Owain Rees")).toBeTruthy();
  await person.click(screen.getByRole("combobox", { name: "Supplier" }));
  await person.click(await screen.findByRole("option", { name: "Acorn" }));
  fireEvent.change(screen.getByLabelText("Contract ends before"), { target: { value: "2027-01-01" } });
  await waitFor(() => {
    const last = server.askedFor(list).at(-1)?.query;
    expect([last?.get("owner"), last?.get("supplier"), last?.get("contractEndsBefore")]).toEqual([
      "p-4",
      "s-1",
      "2027-01-01",
    ]);
  });
});

test("the history says what was done with teams, integrations and contracts", async () => {
  const event = (id: string, action: string) => ({
    id,
    at: "2027-01-02T09:00:00.000Z",
    actorId: "p-1",
    actorName: "Nia Davies",
    door: "tab",
    action: `application.${action}`,
    changes: [{ field: "toId", from: null, to: "a-2" }],
    reason: null,
  });
  const events = ["used", "unused", "integration-added", "integration-removed", "contract-added"];
  const names = { "a-2": "Payments" };
  server.answer(
    "GET /api/applications/a-1/history",
    historyPage(
      events.map((what, n) => event(String(n), what)),
      names,
    ),
  );
  const drawer = await opened();
  const words = [
    "Used by a team",
    "No longer used by a team",
    "Integration added",
    "Integration removed",
    "Contract added",
  ];
  for (const said of words) expect(await drawer.findByText(said)).toBeTruthy();
  expect(drawer.getAllByText(/Payments/).length).toBe(5);
});
