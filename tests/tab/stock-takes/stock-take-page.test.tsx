import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import type { Role } from "../../../src/domain/permission";
import { StockTakeReportPage } from "../../../tab/stock-takes/report-page";
import { StockTakePage } from "../../../tab/stock-takes/stock-take-page";
import { StockTakesPage } from "../../../tab/stock-takes/stock-takes-page";
import { type FakeServer, historyPage, ok, page, problem, startFakeServer } from "../fake-server";
import { aHistoryItem } from "../inventory/device-answers";
import { renderPage, somebody } from "../render-page";
import { anItem, aStockTake } from "./stock-take-answers";

const one = "GET /api/stock-takes/s-1";
const items = "GET /api/stock-takes/s-1/items";
const scans = "POST /api/stock-takes/s-1/scans";
const patch = "PATCH /api/stock-takes/s-1/items/i-1";
let server: FakeServer;

beforeEach(() => {
  server = startFakeServer();
  server.answer("GET /api/stock-takes", page([aStockTake()]));
  server.answer(one, ok(aStockTake()));
  server.answer(items, page([anItem()]));
  server.answer("GET /api/stock-takes/s-1/history", historyPage([]));
  server.answer(
    "GET /api/teams",
    page([{ id: "t-1", name: "Housing Options", parentId: null, managerIds: [], etag: '"v1"' }]),
  );
});

function show(at: string, roles: readonly Role[] = ["Toolroll.ItManager"], managed: readonly string[] = []) {
  renderPage(
    <Routes>
      <Route path="stock-takes" element={<StockTakesPage />} />
      <Route path="stock-takes/:id" element={<StockTakePage />} />
      <Route path="stock-takes/:id/report" element={<StockTakeReportPage />} />
    </Routes>,
    { at, me: somebody(roles, managed) },
  );
  return userEvent.setup();
}

test("the list says how far each stock-take is", async () => {
  show("/stock-takes");
  const list = within(await screen.findByRole("list", { name: "Stock-takes, newest first" }));
  expect(list.getByText("2 of 4 looked for")).toBeTruthy();
  expect(list.getByText("Started 2 Jan 2027 by Nia Davies")).toBeTruthy();
});

test("starting one sends the teams and how holders are asked, and leads to it", async () => {
  server.answer("POST /api/stock-takes", ok(aStockTake(), 201));
  const person = show("/stock-takes");
  await person.click(await screen.findByRole("button", { name: "New stock-take" }));
  const dialog = within(await screen.findByRole("dialog"));
  await person.click(dialog.getByRole("button", { name: "Start" }));
  expect(dialog.getByText("Choose at least one team.")).toBeTruthy();
  await person.click(await dialog.findByRole("button", { name: /Add.*Housing Options|Housing Options/ }));
  await person.click(dialog.getByRole("checkbox", { name: /^Ask the holders/ }));
  await person.click(dialog.getByRole("button", { name: "Start" }));
  expect(await screen.findByRole("heading", { name: "Spring count", level: 1, hidden: true })).toBeTruthy();
  const [sent] = server.askedFor("POST /api/stock-takes");
  expect(sent?.body).toEqual({ title: "Stock-take", teamIds: ["t-1"], includeBelow: true });
});

test("a scanner's typing is taken by Enter, one after the other, and each outcome is told", async () => {
  server.answer(scans, ({ body }) => {
    const { code } = body as { code: string };
    return ok({ outcome: code === "XX" ? "unexpected" : "found", item: anItem({ assetTag: code }) });
  });
  const person = show("/stock-takes/s-1");
  const field = await screen.findByRole("textbox", { name: "Asset tag or serial" });
  await person.type(field, "LL-1{Enter}XX{Enter}");
  expect(await screen.findByText("XX: not on the list, noted as unexpected")).toBeTruthy();
  expect(screen.getByText("LL-1: found")).toBeTruthy();
  expect(server.askedFor(scans).map(({ body }) => body)).toEqual([
    { code: "LL-1", team: null },
    { code: "XX", team: null },
  ]);
  expect(document.activeElement).toBe(field);
});

test("a scan that was not taken says so and why", async () => {
  server.answer(scans, problem(409, "This stock-take is closed. Nothing was changed."));
  const person = show("/stock-takes/s-1");
  await person.type(await screen.findByRole("textbox", { name: "Asset tag or serial" }), "LL-1{Enter}");
  expect(await screen.findByText(/^LL-1 was not taken: This stock-take is closed/)).toBeTruthy();
});

test("an item is marked found at once, and missing with a note, on the version that was read", async () => {
  server.answer(patch, ok(anItem({ state: "found" })));
  const person = show("/stock-takes/s-1");
  await person.click(await screen.findByRole("button", { name: "Found: LL-1" }));
  await waitFor(() => expect(server.askedFor(patch)).toHaveLength(1));
  await person.click(await screen.findByRole("button", { name: "Missing: LL-1" }));
  const dialog = within(await screen.findByRole("alertdialog", { name: "LL-1 is missing" }));
  await person.type(dialog.getByRole("textbox", { name: "Note for IT" }), "Not in the cupboard");
  await person.click(dialog.getByRole("button", { name: "Missing" }));
  await waitFor(() => expect(server.askedFor(patch)).toHaveLength(2));
  expect(server.askedFor(patch).map(({ body, headers }) => [body, headers.get("if-match")])).toEqual([
    [{ state: "found", note: null }, '"v1"'],
    [{ state: "missing", note: "Not in the cupboard" }, '"v1"'],
  ]);
});

test("when somebody else was faster, it says so and reads again", async () => {
  server.answer(patch, problem(412, "Somebody has changed this in the meantime."));
  const person = show("/stock-takes/s-1");
  await person.click(await screen.findByRole("button", { name: "Found: LL-1" }));
  expect(await screen.findByText(/Somebody has changed this in the meantime/)).toBeTruthy();
  await waitFor(() => expect(server.askedFor(items).length).toBeGreaterThan(1));
});

test("closing says what stays open, and leads to the report", async () => {
  server.answer("POST /api/stock-takes/s-1/close", ok(aStockTake({ state: "closed" })));
  const person = show("/stock-takes/s-1");
  await person.click(await screen.findByRole("button", { name: "Close" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  expect(dialog.getByText(/^2 devices have not been looked for/)).toBeTruthy();
  await person.click(dialog.getByRole("button", { name: "Close" }));
  expect(await screen.findByRole("heading", { name: "Report: Spring count", hidden: true })).toBeTruthy();
});

test("the report lists what is missing, unexpected and not seen, and is printed from the page", async () => {
  server.answer(items, ({ query }) => {
    const state = query.get("state") ?? "";
    if (state === "missing")
      return page([anItem({ id: "i-2", assetTag: "LL-2", state, note: "Lost on the train" })]);
    return page(
      state === "unexpected" ? [anItem({ id: "i-3", assetTag: "ODD", deviceId: null, state })] : [],
    );
  });
  const print = jest.fn();
  window.print = print;
  const person = show("/stock-takes/s-1/report", ["Toolroll.Auditor"]);
  const missing = within(await screen.findByRole("table", { name: "Missing (1)" }));
  expect(missing.getByText("Lost on the train")).toBeTruthy();
  expect(
    within(screen.getByRole("table", { name: "Unexpected (1)" })).getByText("not in the register"),
  ).toBeTruthy();
  expect(within(screen.getByRole("region", { name: "Not seen yet (0)" })).getByText("None.")).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Print" }));
  expect(print).toHaveBeenCalledTimes(1);
});

test("a manager reads, and is offered nothing to change", async () => {
  show("/stock-takes/s-1", [], ["t-1"]);
  await screen.findByRole("table", { name: "Items" });
  expect(screen.queryByRole("textbox", { name: "Asset tag or serial" })).toBeNull();
  for (const name of ["Close", "Found: LL-1"]) expect(screen.queryByRole("button", { name })).toBeNull();
});

test("staff have no such page", async () => {
  show("/stock-takes", []);
  expect(screen.queryByRole("heading", { name: "Stock-takes" })).toBeNull();
});

test("the history says in words what it began with, and whom it asked", async () => {
  const set = Object.entries({
    title: "Spring count",
    teamIds: ["t-1", "t-2"],
    includeBelow: true,
    checkInId: "c-1",
    state: "open",
    items: 1_200,
  });
  const changes = set.map(([field, to]) => ({ field, from: null, to }));
  const started = aHistoryItem({ action: "stock-take.started", changes });
  const names = { "t-1": "Housing Options", "t-2": "Planning" };
  server.answer("GET /api/stock-takes/s-1/history", historyPage([started], names));
  show("/stock-takes/s-1");
  expect(await screen.findByText("Teams: set to Housing Options, Planning")).toBeTruthy();
  for (const words of [
    "Title: set to Spring count",
    "With the teams below them",
    "The holders were asked",
    "State: set to Open",
    "Items: set to 1,200",
  ]) {
    expect(screen.getByText(words)).toBeTruthy();
  }
});
