import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { FindingAnswer } from "../../../src/contracts/finding-contract";
import { FindingsPage } from "../../../tab/findings/findings-page";
import { type FakeServer, ok, page, problem, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";

const finding: FindingAnswer = {
  ...{ id: "f-1", kind: "seats-to-give-up", severity: "high", teamId: null, count: 3, state: "open" },
  subject: { kind: "licence", id: "s-1", name: "Microsoft 365 E3" },
  ...{ title: "3 seats of Microsoft 365 E3 can be given up", action: "Reduce the seats." },
  evidence: [
    { kind: "licence", id: "s-1", title: "Microsoft 365 E3", day: null, figure: 3 },
    { kind: "renewal", id: "b-1", title: null, day: "2026-12-15", figure: null },
    { kind: "person", id: "p-7", title: null, day: null, figure: null },
  ],
  ...{ monthlySaving: { amount: "90.00", currency: "GBP" }, savesFrom: "2027-01-01", actBy: "2026-12-15" },
  ...{ ownerId: null, ownerName: null, reason: null, present: true, etag: '"v1"' },
  ...{ firstSeenAt: "2026-11-20T03:00:00.000Z", lastSeenAt: "2026-11-20T03:00:00.000Z" },
  ...{ decidedBy: null, decidedByName: null, decidedAt: null },
};
const path = "/api/findings";
const patch = `PATCH ${path}/f-1`;
const summary = { total: 1, counts: [], monthlySaving: { known: [], unknown: 0 }, lookedAt: null };
let server: FakeServer;

beforeEach(() => {
  server = startFakeServer();
  server.answer(`GET ${path}`, page([finding]));
  server.answer(`GET ${path}/f-1`, ok(finding));
  server.answer(`GET ${path}/summary`, ok(summary));
});

const it = somebody(["Toolroll.ItManager"]);
async function open() {
  renderPage(<FindingsPage />, { at: "/findings", me: it });
  const opener = await screen.findByRole("button", { name: finding.title });
  await userEvent.click(opener);
  const dialog = within(await screen.findByRole("dialog"));
  await dialog.findByText("What shows it");
  return { opener, dialog };
}

test("starts with what is to do, and narrows by kind, severity, state and mine", async () => {
  renderPage(<FindingsPage />, { at: "/findings", me: it });
  expect(await screen.findByText("1 finding")).toBeTruthy();
  expect(server.askedFor(`GET ${path}`)[0]?.query.toString()).toBe("state=active");
  await userEvent.selectOptions(screen.getByLabelText("Kind"), "Train before reclaim");
  await userEvent.selectOptions(screen.getByLabelText("Severity"), "High");
  await userEvent.selectOptions(screen.getByLabelText("State"), "Dismissed");
  await userEvent.click(screen.getByLabelText("Only mine"));
  await waitFor(() =>
    expect(Object.fromEntries(server.askedFor(`GET ${path}`).at(-1)?.query ?? [])).toEqual({
      ...{ state: "dismissed", kind: "train-before-reclaim", severity: "high", owner: "p-1" },
    }),
  );
});

test("tells the saving with its first day, the day to act by, and what shows it", async () => {
  const { dialog } = await open();
  expect(dialog.getByText("£90.00 a month from 1 Jan 2027")).toBeTruthy();
  expect(dialog.getByText("Renewal: act by 15 Dec 2026")).toBeTruthy();
  expect(dialog.getByText("A record that is gone or not yours to see")).toBeTruthy();
  expect(dialog.getByRole("link", { name: "Microsoft 365 E3" }).getAttribute("href")).toContain(
    "/licences/s-1",
  );
});

test("tells when a device was confirmed only where that is what was looked at", async () => {
  const device = { kind: "device", id: "d-1", title: "LT-1", day: null, figure: null };
  server.answer(`GET ${path}/f-1`, ok({ ...finding, kind: "devices-too-old", evidence: [device] }));
  const old = renderPage(<FindingsPage />, { at: "/findings?finding=f-1", me: it });
  await screen.findByRole("link", { name: "LT-1" });
  expect(screen.queryByText(/never confirmed/)).toBeNull();
  old.unmount();
  server.answer(`GET ${path}/f-1`, ok({ ...finding, kind: "not-confirmed", evidence: [device] }));
  renderPage(<FindingsPage />, { at: "/findings?finding=f-1", me: it });
  expect(await screen.findByText(/never confirmed/)).toBeTruthy();
});

test("is planned with a reason, under its tag, and the focus goes back", async () => {
  const planned = {
    ...finding,
    state: "planned",
    reason: "At the renewal",
    etag: '"v2"',
    decidedByName: "Nia",
  };
  server.answer(patch, ok({ ...planned, decidedAt: finding.lastSeenAt }));
  const { opener, dialog } = await open();
  await userEvent.type(dialog.getByLabelText("Reason or plan"), "At the renewal");
  await userEvent.click(dialog.getByRole("button", { name: "Plan it" }));
  expect(await dialog.findByText(/^Nia, /)).toBeTruthy();
  const [asked] = server.askedFor(patch);
  expect(asked?.body).toEqual({ state: "planned", reason: "At the renewal" });
  expect(asked?.headers.get("if-match")).toBe('"v1"');
  await userEvent.click(dialog.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(document.activeElement).toBe(opener));
});

test("is opened again at once, while lists are still read", async () => {
  server.answer(patch, ok({ ...finding, state: "done", etag: '"v2"' }));
  const { dialog } = await open();
  server.answer(`GET ${path}`, () => new Promise(() => undefined));
  await userEvent.click(dialog.getByRole("button", { name: "Done" }));
  await userEvent.click(await dialog.findByRole("button", { name: "Open again" }));
  await waitFor(() => expect(server.askedFor(patch)).toHaveLength(2));
});

test("is not dismissed without a reason", async () => {
  const { dialog } = await open();
  await userEvent.click(dialog.getByRole("button", { name: "Dismiss" }));
  expect(await dialog.findByText("Say why before you dismiss it.")).toBeTruthy();
  expect(server.askedFor(patch)).toEqual([]);
});

test("a manager reads and decides nothing; staff have no such page", async () => {
  const view = renderPage(<FindingsPage />, { at: "/findings?finding=f-1", me: somebody([], ["t-1"]) });
  const dialog = within(await screen.findByRole("dialog"));
  await dialog.findByText("What shows it");
  expect(dialog.queryByRole("button", { name: /Plan|Dismiss|Done/ })).toBeNull();
  expect(screen.queryByText("Look now")).toBeNull();
  view.unmount();
  renderPage(<FindingsPage />, { at: "/findings" });
  expect(screen.queryByText("Findings")).toBeNull();
});

test("looks through everything on demand, and says what came of it", async () => {
  server.answer(`POST ${path}/round`, ok({ appeared: 2, gone: 0, showing: 2 }));
  renderPage(<FindingsPage />, { at: "/findings", me: it });
  await userEvent.click(await screen.findByRole("button", { name: "Look now" }));
  expect(await screen.findByText("Looked through everything: 2 findings show.")).toBeTruthy();
});

test("says when there is nothing to do, when nothing matches, and when it cannot be loaded", async () => {
  server.answer(`GET ${path}`, page([]));
  const empty = renderPage(<FindingsPage />, { at: "/findings", me: it });
  expect(await screen.findByText("Nothing to do")).toBeTruthy();
  empty.unmount();
  const narrowed = renderPage(<FindingsPage />, { at: "/findings?severity=low", me: it });
  await userEvent.click(await screen.findByRole("button", { name: "Clear filters" }));
  expect(await screen.findByText("Nothing to do")).toBeTruthy();
  narrowed.unmount();
  server.answer(`GET ${path}`, problem(500, "Broken"));
  renderPage(<FindingsPage />, { at: "/findings", me: it });
  expect(await screen.findByRole("button", { name: /again/i })).toBeTruthy();
});
