import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { InventoryPage } from "../../../tab/inventory/inventory-page";
import { type FakeServer, historyPage, ok, page, problem, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";
import { aDeviceAnswer, aHistoryItem } from "./device-answers";
import { layOut } from "./laid-out";

const device = aDeviceAnswer({ serial: "5CG1", etag: '"7"' });
const theirs = { ...device, label: "Lost", status: "undeployable" as const, etag: '"8"' };
const patch = "PATCH /api/devices/d-1";
const reported = {
  id: "pr-1",
  kind: "broken",
  deviceId: "d-1",
  assetTag: "LT-0041",
  model: "Latitude 5440",
  teamId: "t-1",
  teamName: "Housing",
  state: "open",
  ownerId: null,
  ownerName: null,
  reason: null,
  etag: '"v1"',
  personId: "p-7",
  personName: "Siân Hughes",
  text: "The hinge has gone",
  raisedAt: "2026-11-20T09:00:00.000Z",
  resolvedAt: null,
};

let server: FakeServer;

beforeEach(() => {
  layOut();
  server = startFakeServer();
  server.answer("GET /api/devices", page([device]));
  server.answer("GET /api/devices/d-1", ok(device));
  server.answer("GET /api/devices/d-1/history", historyPage([]));
  server.answer("GET /api/device-problems", page([]));
  server.answer("GET /api/teams", page([]));
  server.answer("GET /api/devices/summary", ok({ groups: [{ status: "deployable", count: 1 }], total: 1 }));
});

async function open(me = somebody(["Toolroll.ItManager"])) {
  renderPage(<InventoryPage />, { at: "/inventory?device=d-1", me });
  const drawer = await screen.findByRole("dialog");
  await waitFor(() => expect(drawer.contains(document.activeElement)).toBe(true));
  return within(drawer);
}

async function edit() {
  const person = userEvent.setup();
  const drawer = await open();
  const button = await drawer.findByRole("button", { name: "Edit" });
  await waitFor(() => expect(button.getAttribute("aria-disabled")).not.toBe("true"));
  await person.click(button);
  await drawer.findByRole("textbox", { name: /Asset tag/ });
  return { person, drawer };
}

// Which of two dialogs is the upper one Fluent finds out from what can be seen, and jsdom shows nothing: now and then it
// leaves the upper one marked as hidden. Browsers do not (tried thirty times over).
const hidden = true;

const field = (name: RegExp) => screen.getByRole("textbox", { name });
const label = () => screen.getByRole("combobox", { name: /Label/ });

test("shows every field, and the history in words", async () => {
  const changes = [
    { field: "label", from: "In use", to: "Lost" },
    { field: "assigneeId", from: "p-4", to: "p-5" },
  ];
  const item = aHistoryItem({ door: "import", changes, reason: "Stock-take" });
  server.answer("GET /api/devices/d-1/history", historyPage([item], { "p-4": "Owain Rees" }));
  const drawer = await open();
  expect(await drawer.findByText("Label: from In use to Lost")).toBeTruthy();
  expect(drawer.getByText("Held by: from Owain Rees to another person")).toBeTruthy();
  expect(drawer.getByText("Nia Davies by import")).toBeTruthy();
  expect(drawer.getByText("Reason: Stock-take")).toBeTruthy();
  expect(drawer.getByText("5CG1")).toBeTruthy();
  expect(drawer.getByText("Imported from Snipe-IT")).toBeTruthy();
});

test("a change sends only what was changed, on top of the version that was read", async () => {
  server.answer(patch, ok({ ...device, serial: null, model: "Latitude 7450", etag: '"8"' }));
  const { person, drawer } = await edit();
  await person.clear(field(/Serial number/));
  await person.clear(field(/Model/));
  await person.type(field(/Model/), "Latitude 7450");
  await person.type(field(/Reason for the change/), "Swapped");
  await person.click(drawer.getByRole("button", { name: "Save" }));
  expect(await drawer.findByText("Saved.")).toBeTruthy();
  const [asked] = server.askedFor(patch);
  expect(asked?.body).toEqual({ serial: null, model: "Latitude 7450", reason: "Swapped" });
  expect(asked?.headers.get("if-match")).toBe('"7"');
});

test("what is wrong is said at its field and nothing is sent", async () => {
  const { person, drawer } = await edit();
  await person.clear(field(/Asset tag/));
  await person.click(drawer.getByRole("button", { name: "Save" }));
  expect(await drawer.findByText("Give the device an asset tag.")).toBeTruthy();
  expect(server.askedFor(patch)).toHaveLength(0);
});

test("when somebody else was faster, their version comes underneath and what was typed stays", async () => {
  server.answer(patch, problem(412, "Somebody changed this in the meantime."));
  const { person, drawer } = await edit();
  await person.selectOptions(label(), "Out for repair");
  await person.type(field(/Notes/), "Hinge gone");
  await person.click(drawer.getByRole("button", { name: "Save" }));
  expect(await drawer.findByText("Somebody changed this device while you were editing")).toBeTruthy();
  server.answer("GET /api/devices/d-1", ok(theirs));
  await person.click(drawer.getByRole("button", { name: "Load their version, keep what I typed" }));
  expect(await drawer.findByText(/yours is kept: .*Label/)).toBeTruthy();
  expect(label()).toHaveProperty("value", "Out for repair");
  server.answer(patch, ok({ ...theirs, etag: '"9"' }));
  await person.click(drawer.getByRole("button", { name: "Save" }));
  expect(await drawer.findByText("Saved.")).toBeTruthy();
  const again = server.askedFor(patch).at(-1);
  expect(again?.headers.get("if-match")).toBe('"8"');
  expect(again?.body).toMatchObject({ label: "Out for repair", notes: "Hinge gone" });
});

test("leaving with changes asks first, and keeps them unless told otherwise", async () => {
  const { person, drawer } = await edit();
  await person.type(field(/Notes/), "Half a thought");
  await person.keyboard("{Escape}");
  await person.click(await drawer.findByRole("button", { name: "Go on editing" }));
  expect(field(/Notes/)).toHaveProperty("value", "Half a thought");
  await person.click(drawer.getByRole("button", { name: "Close" }));
  await person.click(await drawer.findByRole("button", { name: "Discard them" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("a device is handed to somebody found by name, and the refusal is shown", async () => {
  const person = userEvent.setup();
  server.answer(
    "GET /api/people",
    page([{ id: "p-9", name: "Owain Rees", email: "o@x.test", teamId: null, active: true, devices: 0 }]),
  );
  server.answer("POST /api/devices/d-1/assign", problem(409, "Owain Rees has left."));
  const drawer = await open();
  await person.click(await drawer.findByRole("button", { name: "Pass on" }));
  await person.type(await screen.findByRole("combobox", { name: /Who gets it/, hidden }), "owa");
  await person.click(await screen.findByRole("option", { name: /Owain Rees/, hidden }));
  await person.click(screen.getByRole("button", { name: "Hand out", hidden }));
  expect(await screen.findByText(/Owain Rees has left\./)).toBeTruthy();
  expect(server.askedFor("GET /api/people").at(-1)?.query.get("q")).toBe("owa");
  server.answer(
    "POST /api/devices/d-1/assign",
    ok({ ...device, assigneeId: "p-9", assigneeName: "Owain Rees" }),
  );
  await person.click(screen.getByRole("button", { name: "Hand out", hidden }));
  expect(await drawer.findByText("LT-0041 was handed to Owain Rees.")).toBeTruthy();
  expect(server.askedFor("POST /api/devices/d-1/assign").at(-1)?.body).toEqual({ personId: "p-9" });
});

test("a device is taken back after a question", async () => {
  const person = userEvent.setup();
  server.answer("POST /api/devices/d-1/return", ok({ ...device, assigneeId: null, assigneeName: null }));
  const drawer = await open();
  await person.click(await drawer.findByRole("button", { name: "Take back" }));
  await screen.findByRole("alertdialog", { hidden });
  await person.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Take back"));
  await person.keyboard("{Enter}");
  const question = within(await screen.findByRole("alertdialog", { hidden }));
  await person.click(question.getByRole("button", { name: "Take back", hidden }));
  expect(await drawer.findByText("LT-0041 was taken back.")).toBeTruthy();
  expect(drawer.getByRole("button", { name: "Assign" })).toBeTruthy();
});

test("what may not be handed out says why", async () => {
  server.answer("GET /api/devices/d-1", ok(theirs));
  const drawer = await open();
  expect(await drawer.findByText(/Not fit to be handed out/)).toBeTruthy();
  expect(drawer.getByRole("button", { name: "Pass on" }).getAttribute("aria-disabled")).toBe("true");
});

test("a reported problem is shown, dealt with, and gone", async () => {
  const person = userEvent.setup();
  server.answer("GET /api/device-problems", page([reported]));
  server.answer("POST /api/device-problems/pr-1/resolve", () => {
    server.answer("GET /api/device-problems", page([]));
    return ok({ ...reported, resolvedAt: "2026-11-24T09:00:00.000Z" });
  });
  const drawer = await open();
  expect(await drawer.findByText("The hinge has gone")).toBeTruthy();
  await person.click(drawer.getByRole("button", { name: "Dealt with: Reported broken" }));
  expect(await drawer.findByText("Marked as dealt with.")).toBeTruthy();
  await waitFor(() => expect(drawer.queryByText("The hinge has gone")).toBeNull());
});

test("an auditor sees problems and history but changes nothing; a manager is not asked about problems", async () => {
  server.answer("GET /api/device-problems", page([reported]));
  const drawer = await open(somebody(["Toolroll.Auditor"]));
  expect(await drawer.findByText("The hinge has gone")).toBeTruthy();
  expect(drawer.queryByRole("button", { name: /Edit|Assign|Take back|Dealt/ })).toBeNull();
});

test("a link to a device out of reach says so and offers no retry", async () => {
  server.answer("GET /api/devices", page([]));
  server.answer("GET /api/devices/d-1", problem(404, "There is nothing here, or you cannot see it."));
  const drawer = await open();
  expect(await drawer.findByText("This device cannot be shown")).toBeTruthy();
  expect(drawer.queryByRole("button", { name: "Try again" })).toBeNull();
});

test("a new device is added with what was filled in and its details open", async () => {
  const person = userEvent.setup();
  renderPage(<InventoryPage />, { at: "/inventory", me: somebody(["Toolroll.ItManager"]) });
  await person.click(await screen.findByRole("button", { name: "Add device" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  await person.type(await dialog.findByRole("textbox", { name: /Asset tag/ }), "LT-0041");
  server.answer("POST /api/devices", problem(409, "The asset tag LT-0041 is already in use."));
  await person.click(dialog.getByRole("button", { name: "Add device" }));
  expect(await dialog.findByText(/already in use/)).toBeTruthy();
  server.answer("POST /api/devices", ok(device, 201));
  await person.click(dialog.getByRole("button", { name: "Add device" }));
  expect(await screen.findByRole("heading", { name: "LT-0041" })).toBeTruthy();
  expect(server.askedFor("POST /api/devices").at(-1)?.body).toEqual({
    assetTag: "LT-0041",
    type: "laptop",
    status: "deployable",
  });
});

test("is disposed of with a certificate where it is destroyed, once nobody holds it", async () => {
  const person = userEvent.setup();
  const stock = { ...device, assigneeId: null, assigneeName: null };
  const gone = { ...stock, status: "archived", disposedOn: "2026-11-20", disposalMethod: "destroyed" };
  server.answer("GET /api/devices/d-1", ok(stock));
  server.answer("POST /api/devices/d-1/dispose", ok({ ...gone, disposalReference: "C-17" }));
  const drawer = await open();
  const dispose = await drawer.findByRole("button", { name: "Dispose of" });
  // The list's row, in which somebody still holds it, shows until the device itself is read.
  await waitFor(() => expect(dispose.getAttribute("aria-disabled")).not.toBe("true"));
  await person.click(dispose);
  const dialog = within(await screen.findByRole("dialog", { name: "Dispose of LT-0041" }));
  await person.selectOptions(dialog.getByLabelText(/^How/), "destroyed");
  await person.click(dialog.getByRole("button", { name: "Dispose of it" }));
  expect(await dialog.findByText("A destruction needs the number of its certificate.")).toBeTruthy();
  await person.type(dialog.getByLabelText(/^Certificate/), "C-17");
  await person.click(dialog.getByRole("button", { name: "Dispose of it" }));
  expect(await drawer.findByText("LT-0041 was disposed of.")).toBeTruthy();
  expect(drawer.getByText("C-17")).toBeTruthy();
  expect(drawer.getByRole("button", { name: "Restore" })).toBeTruthy();
  expect(server.askedFor("POST /api/devices/d-1/dispose")[0]?.body).toMatchObject({
    ...{ method: "destroyed", reference: "C-17" },
  });
});

test("a held device says why it is not disposed of", async () => {
  const drawer = await open();
  expect(await drawer.findByText(/Take it back from its holder before/)).toBeTruthy();
  expect(drawer.getByRole("button", { name: "Dispose of" }).getAttribute("aria-disabled")).toBe("true");
});
