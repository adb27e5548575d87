import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { DeviceProblemAnswer } from "../../../src/contracts/device-problem-contract";
import { ReportsPage } from "../../../tab/reports/reports-page";
import { type FakeServer, ok, page, problem, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";

const report: DeviceProblemAnswer = {
  ...{ id: "r-1", kind: "missing", deviceId: "d-1", assetTag: "LT-0041", model: "Latitude 5440" },
  ...{ teamId: "t-1", teamName: "Housing", personId: "p-7", personName: "Siân Hughes", text: null },
  ...{ state: "open", ownerId: null, ownerName: null, reason: null, etag: '"v1"' },
  ...{ raisedAt: "2026-11-20T09:00:00.000Z", resolvedAt: null },
};
const path = "/api/device-problems";
const patch = `PATCH ${path}/r-1`;
let server: FakeServer;

beforeEach(() => {
  server = startFakeServer();
  server.answer(`GET ${path}`, page([report]));
  server.answer(`GET ${path}/r-1`, ok(report));
  server.answer("GET /api/teams", page([]));
});

const it = somebody(["Toolroll.ItManager"]);
async function open() {
  renderPage(<ReportsPage />, { at: "/reports", me: it });
  const opener = await screen.findByRole("button", { name: "Reported missing · LT-0041, Latitude 5440" });
  await userEvent.click(opener);
  const dialog = within(await screen.findByRole("dialog"));
  await dialog.findByText("Siân Hughes");
  // Until the focus is in it a dialog is hidden from screen readers.
  await dialog.findByRole("button", { name: "Take in hand" });
  return { opener, dialog };
}

test("starts with what is to do, and narrows by kind, state and mine", async () => {
  renderPage(<ReportsPage />, { at: "/reports", me: it });
  expect(await screen.findByText("1 report")).toBeTruthy();
  expect(server.askedFor(`GET ${path}`)[0]?.query.toString()).toBe("open=true");
  await userEvent.selectOptions(screen.getByLabelText("Kind"), "broken");
  await userEvent.selectOptions(screen.getByLabelText("State"), "In hand");
  await userEvent.click(screen.getByLabelText("Only mine"));
  await waitFor(() =>
    expect(Object.fromEntries(server.askedFor(`GET ${path}`).at(-1)?.query ?? [])).toEqual({
      ...{ kind: "broken", state: "in-hand", owner: "p-1" },
    }),
  );
});

test("a report is confirmed lost with a reason, under its tag, and the focus goes back", async () => {
  const lost = { ...report, state: "done", reason: "On a bus", resolvedAt: report.raisedAt, etag: '"v2"' };
  server.answer(patch, ok(lost));
  const { opener, dialog } = await open();
  expect(dialog.getByText(/taken off its holder and marked as lost/)).toBeTruthy();
  await userEvent.type(dialog.getByLabelText(/Reason or result/), "On a bus");
  await userEvent.click(dialog.getByRole("button", { name: "Confirm lost" }));
  expect(await dialog.findByRole("button", { name: "Open again" })).toBeTruthy();
  const [asked] = server.askedFor(patch);
  expect(asked?.body).toEqual({ action: "lost", reason: "On a bus" });
  expect(asked?.headers.get("if-match")).toBe('"v1"');
  await userEvent.click(dialog.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(document.activeElement).toBe(opener));
});

test("is opened again at once, while lists are still read", async () => {
  server.answer(patch, ok({ ...report, state: "done", resolvedAt: report.raisedAt, etag: '"v2"' }));
  const { dialog } = await open();
  server.answer(`GET ${path}`, () => new Promise(() => undefined));
  await userEvent.click(dialog.getByRole("button", { name: "Confirm lost" }));
  await userEvent.click(await dialog.findByRole("button", { name: "Open again" }));
  await waitFor(() => expect(server.askedFor(patch)).toHaveLength(2));
});

test("is not dismissed without a reason", async () => {
  const { dialog } = await open();
  await userEvent.click(dialog.getByRole("button", { name: "Dismiss" }));
  expect(await dialog.findByText("Say why before you dismiss it.")).toBeTruthy();
  expect(server.askedFor(patch)).toEqual([]);
});

test("shows what somebody else did meanwhile", async () => {
  const { dialog } = await open();
  server.answer(patch, problem(412, "Somebody changed this in the meantime."));
  const theirs = { ...report, state: "in-hand", ownerId: "p-2", ownerName: "Ivy Rees", etag: '"v2"' };
  server.answer(`GET ${path}/r-1`, ok(theirs));
  await userEvent.click(dialog.getByRole("button", { name: "Take in hand" }));
  expect(await dialog.findByText("Ivy Rees")).toBeTruthy();
  expect(dialog.getByText(/Somebody else worked on this report/)).toBeTruthy();
});

test("a manager and an auditor read and do nothing; staff have no such page", async () => {
  const view = renderPage(<ReportsPage />, { at: "/reports?report=r-1", me: somebody([], ["t-1"]) });
  const dialog = within(await screen.findByRole("dialog"));
  await dialog.findByText("Siân Hughes");
  expect(dialog.queryByRole("button", { name: /Take in hand|Dismiss|Confirm lost/ })).toBeNull();
  view.unmount();
  renderPage(<ReportsPage />, { at: "/reports" });
  expect(screen.queryByText("Reports")).toBeNull();
});

test("says when there is nothing to do, when nothing matches, and when it cannot be loaded", async () => {
  server.answer(`GET ${path}`, page([]));
  const empty = renderPage(<ReportsPage />, { at: "/reports", me: it });
  expect(await screen.findByText("Nothing to do")).toBeTruthy();
  empty.unmount();
  const narrowed = renderPage(<ReportsPage />, { at: "/reports?kind=broken", me: it });
  await userEvent.click(await screen.findByRole("button", { name: "Clear filters" }));
  expect(await screen.findByText("Nothing to do")).toBeTruthy();
  narrowed.unmount();
  server.answer(`GET ${path}`, problem(500, "Broken"));
  renderPage(<ReportsPage />, { at: "/reports", me: it });
  expect(await screen.findByRole("button", { name: /again/i })).toBeTruthy();
});
