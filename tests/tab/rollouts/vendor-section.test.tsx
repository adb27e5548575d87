import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import type { VendorChangeAnswer } from "../../../src/contracts/vendor-change-contract";
import type { Role } from "../../../src/domain/permission";
import { RolloutsPage } from "../../../tab/rollouts/rollouts-page";
import { type FakeServer, ok, page, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";
import { aRollout } from "./rollout-answers";

const list = "GET /api/vendor-changes";
let server: FakeServer;

function aChange(more: Partial<VendorChangeAnswer> = {}): VendorChangeAnswer {
  return {
    id: "MC1",
    title: "Classic meetings retire",
    body: "They retire.\n<b>Soon</b>",
    services: ["Microsoft Teams"],
    severity: "high",
    isMajor: true,
    actionBy: "2027-06-30",
    startsOn: null,
    endsOn: null,
    changedAt: "2027-03-01T10:00:00.000Z",
    state: "open",
    reason: null,
    rolloutId: null,
    rolloutName: null,
    decidedBy: null,
    decidedByName: null,
    decidedAt: null,
    applications: [{ id: "a-1", name: "Teams" }],
    licences: [{ skuId: "s-1", name: "Microsoft 365 E3" }],
    teams: [{ id: "t-1", name: "Housing" }],
    etag: '"v1"',
    ...more,
  };
}

beforeEach(() => {
  server = startFakeServer();
  server.answer("GET /api/rollouts", page([]));
  server.answer(list, page([aChange()]));
});

function show(roles: readonly Role[] = ["Toolroll.ItManager"]) {
  renderPage(
    <Routes>
      <Route path="rollouts" element={<RolloutsPage />} />
      <Route path="rollouts/:id" element={<p>One rollout</p>} />
    </Routes>,
    { at: "/rollouts", me: somebody(roles) },
  );
  return userEvent.setup();
}

test("an announcement says how pressing it is and whom it touches, and is read as text", async () => {
  const person = show();
  const card = within(await screen.findByRole("list", { name: "Vendor changes" }));
  expect(card.getByText("Microsoft Teams · 1 team")).toBeTruthy();
  expect(card.getByText("Act by 30 Jun 2027")).toBeTruthy();
  expect(card.getByText("Major change")).toBeTruthy();
  await person.click(card.getByRole("button", { name: "Classic meetings retire" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/<b>Soon<\/b>/)).toBeTruthy();
  expect(dialog.getByText("Housing")).toBeTruthy();
  expect(dialog.getByText("Microsoft 365 E3")).toBeTruthy();
});

test("a rollout is made of it with what it says filled in, and the announcement goes along", async () => {
  server.answer("POST /api/rollouts", ok(aRollout()));
  const person = show();
  await person.click(
    await screen.findByRole("button", { name: "Make a rollout of Classic meetings retire" }),
  );
  const dialog = within(await screen.findByRole("alertdialog"));
  const value = (name: RegExp) => (dialog.getByRole("textbox", { name }) as HTMLInputElement).value;
  expect(value(/Name/)).toBe("Classic meetings retire");
  expect(value(/Goal/)).toBe("MC1: Classic meetings retire (Microsoft wants it done by 30 Jun 2027)");
  await person.click(dialog.getByRole("button", { name: "Plan it" }));
  expect(await screen.findByText("One rollout")).toBeTruthy();
  expect(server.askedFor("POST /api/rollouts")[0]?.body).toMatchObject({
    vendorChangeId: "MC1",
    subject: { applicationId: "a-1" },
  });
});

test("it is dismissed with a reason only", async () => {
  server.answer("PATCH /api/vendor-changes/MC1", ok(aChange({ state: "dismissed", reason: "Not here" })));
  const person = show();
  await person.click(await screen.findByRole("button", { name: "Dismiss Classic meetings retire" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  await person.click(dialog.getByRole("button", { name: "Dismiss" }));
  expect(dialog.getByText("Say why.")).toBeTruthy();
  await person.type(dialog.getByRole("textbox", { name: /Why it is no rollout/ }), "Not here");
  await person.click(dialog.getByRole("button", { name: "Dismiss" }));
  const [sent] = server.askedFor("PATCH /api/vendor-changes/MC1");
  expect(sent?.body).toEqual({ state: "dismissed", reason: "Not here" });
});

test("what was decided is shown when it is asked for, and whoever may change nothing is offered nothing", async () => {
  const person = show(["Toolroll.Auditor"]);
  await screen.findByRole("list", { name: "Vendor changes" });
  expect(screen.queryByRole("button", { name: /Dismiss|Make a rollout/ })).toBeNull();
  const taken = aChange({ state: "taken-up", rolloutId: "r-1", rolloutName: "New meetings" });
  server.answer(list, page([taken]));
  await person.selectOptions(screen.getByRole("combobox", { name: "Show" }), "taken-up");
  expect(await screen.findByRole("link", { name: "New meetings" })).toBeTruthy();
  const asked = server.askedFor(list).map(({ query }) => query.get("state"));
  expect(asked).toEqual(["open", "taken-up"]);
});

test("staff and managers are told nothing of it", async () => {
  show([]);
  expect(await screen.findByText("No rollout yet")).toBeTruthy();
  expect(server.askedFor(list)).toEqual([]);
});
