import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { SyncPage } from "../../../tab/licences/sync-page";
import { type FakeServer, ok, page, problem, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";
import { overview, unread } from "./licence-answers";

let server: FakeServer;
const administrator = somebody(["Toolroll.Administrator"]);
const run = {
  id: "s-1",
  kind: "full",
  startedAt: "2026-11-20T02:00:00.000Z",
  finishedAt: "2026-11-20T02:04:00.000Z",
  state: "succeeded",
  requestedBy: null,
  parts: [],
  counts: {},
};

beforeEach(() => {
  server = startFakeServer();
  server.answer("GET /api/licences/overview", ok(overview));
  server.answer("GET /api/graph-sync", page([run]));
  const counts = { contested: 1, conflict: 0, new: 2 };
  server.answer("GET /api/graph-sync/devices", ok({ ...noDevices, counts }));
});
const noDevices = {
  items: [],
  total: 0,
  totalCapped: false,
  nextCursor: null,
  asOf: run.startedAt,
  names: {},
};

test("leads to what is decided upon elsewhere, and says how to do without a sync", async () => {
  open();
  expect(await screen.findByText("3 devices wait for a decision")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Devices from Intune" }).getAttribute("href")).toContain(
    "/inventory/intune",
  );
  expect(screen.getByRole("link", { name: "Where home teams come from" })).toBeTruthy();
  expect(screen.getByText(/What is not read can be imported/)).toBeTruthy();
});

const open = (me = administrator) => renderPage(<SyncPage />, { me, at: "/licences/sync" });

test("says of each part what it is, and what granting its permission would bring", async () => {
  server.answer("GET /api/licences/overview", ok(unread("not-permitted")));
  open();
  expect(
    await screen.findByText(
      "Grant Reports.Read.All, ReportSettings.Read.All to get: when each service was last used",
    ),
  ).toBeTruthy();
});

test("starts a sync by hand and shows how far it has come", async () => {
  server.answer("POST /api/graph-sync", () => {
    const running = { ...run, id: "s-2", state: "running", finishedAt: null, counts: { people: 1_200 } };
    server.answer("GET /api/graph-sync", page([running, run]));
    return ok({ id: "s-2" }, 202);
  });
  open();
  await userEvent.click(await screen.findByRole("button", { name: "Start a sync" }));
  expect(await screen.findByText("Read so far: People 1,200")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Start a sync" })).toBeNull();
});

test("says why a sync was not started", async () => {
  server.answer("POST /api/graph-sync", problem(409, "A sync is under way."));
  open();
  await userEvent.click(await screen.findByRole("button", { name: "Start a sync" }));
  expect(await screen.findByText("The sync was not started.")).toBeTruthy();
});

test("lets people leave only after asking once more", async () => {
  const waiting = { syncId: "s-1", gone: 31, before: 150 };
  server.answer("GET /api/licences/overview", ok({ ...overview, waiting }));
  server.answer("POST /api/graph-sync/s-1/approval", ok(run));
  open();
  expect(await screen.findByText("31 of 150 people are gone from Microsoft 365")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Approve that they have left" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  expect(dialog.getByText("Mark 31 people as having left?")).toBeTruthy();
  expect(server.askedFor("POST /api/graph-sync/s-1/approval")).toEqual([]);
  await userEvent.click(dialog.getByRole("button", { name: "Approve that they have left" }));
  await waitFor(() => expect(server.askedFor("POST /api/graph-sync/s-1/approval")).toHaveLength(1));
});

test("lets IT look, not start", async () => {
  open(somebody(["Toolroll.ItManager"]));
  expect(await screen.findByText("An administrator of Toolroll can start a sync.")).toBeTruthy();
});

test("says that there is nothing to read with", async () => {
  server.answer("GET /api/licences/overview", ok(unread(null, false)));
  open();
  expect(await screen.findByText(/there is nothing to read with/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Start a sync" })).toBeNull();
});
