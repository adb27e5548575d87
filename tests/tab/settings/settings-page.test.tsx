import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { shippedTable } from "../../../src/domain/lifecycle/os-shipped";
import { addWords } from "../../../tab/language/i18n";
import { settingWords } from "../../../tab/language/words-of-settings";
import { SettingsPage } from "../../../tab/settings/settings-page";
import { type FakeServer, ok, problem, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";

const administrator = somebody(["Toolroll.Administrator"]);
const shipped = { own: false, changedAt: null, changedByName: null };
const own = { own: true, changedAt: "2026-11-20T09:00:00.000Z", changedByName: "Amir Khan" };
const calendar = {
  ...shipped,
  hours: { days: [1, 2, 3, 4, 5], from: "08:00", until: "18:00" },
  nation: "england",
  closedDays: ["2026-12-29"],
  messageBudget: 4,
  timeZone: "Europe/London",
  bankHolidays: [{ day: "2026-12-25", name: "Christmas Day" }],
  bankHolidaysKnownUntil: "2030-12-26",
  goodTimeNow: false,
  nextGoodTime: "2026-11-27T08:00:00.000Z",
};
const onLoan = { id: "l-1", name: "On loan", status: "pending", retired: false, devices: 2, etag: '"v3"' };
const unused = { id: "l-2", name: "Unused", status: "archived", retired: true, devices: 0, etag: '"v1"' };
const labels = [onLoan, unused];
const laptop = { type: "laptop", years: 4, defaultYears: 4 };
const homeTeams = { ...shipped, by: "department", groupIds: [], groups: [], groupsKnown: null };
let server: FakeServer;

beforeEach(() => {
  addWords(settingWords);
  server = startFakeServer();
  server.answer("GET /api/settings/os-support", ok({ ...shippedTable, ...shipped }));
  server.answer("GET /api/settings/calendar", ok(calendar));
  server.answer("GET /api/settings/replacement-ages", ok({ ...shipped, items: [laptop] }));
  server.answer("GET /api/settings/home-team", ok(homeTeams));
  server.answer("GET /api/device-labels", ok({ items: labels }));
});

const show = (me = administrator) => renderPage(<SettingsPage />, { me });
const pick = (text: string) =>
  userEvent.upload(
    screen.getByLabelText("Replace with a file", { selector: "input" }),
    new File([text], "table.json", { type: "application/json" }),
  );

test("every end of support stands there with its source, and which publishers state none", async () => {
  show();
  const row = within(await screen.findByRole("row", { name: /Windows 11 23H2 Enterprise/ }));
  expect(row.getByText("10 Nov 2026")).toBeTruthy();
  expect(row.getByRole("link").getAttribute("href")).toContain("learn.microsoft.com/lifecycle");
  expect(screen.getByText(/No days are published for: macOS/)).toBeTruthy();
});

test("a file takes the place of the table, and how many devices are judged otherwise is said", async () => {
  server.answer("PUT /api/settings/os-support", ok({ ...shippedTable, ...own, devices: 12 }));
  show();
  await screen.findByText("End of support of operating systems");
  await screen.findByRole("button", { name: "Download" });
  await pick(JSON.stringify(shippedTable));
  expect(await screen.findByText("Saved. 12 devices are judged otherwise now.")).toBeTruthy();
  expect(server.askedFor("PUT /api/settings/os-support")[0]?.body).toEqual(shippedTable);
  expect(screen.getByText(/This is your own\. Last changed .* by Amir Khan/)).toBeTruthy();
});

test("a file that is not JSON is never sent, and what the server refuses is said", async () => {
  server.answer(
    "PUT /api/settings/os-support",
    problem(400, "Some lines of the table are not as they should be."),
  );
  show();
  await screen.findByRole("button", { name: "Download" });
  await pick("system;version");
  expect(await screen.findByText(/That file is not JSON/)).toBeTruthy();
  expect(server.askedFor("PUT /api/settings/os-support")).toEqual([]);
  await pick("{}");
  expect(await screen.findByText(/Some lines of the table/)).toBeTruthy();
});

test("one's own table is given up only after asking", async () => {
  server.answer("GET /api/settings/os-support", ok({ ...shippedTable, ...own }));
  server.answer("DELETE /api/settings/os-support", ok({ ...shippedTable, ...shipped, devices: 3 }));
  show();
  await userEvent.click(await screen.findByRole("button", { name: /Use the one that comes/ }));
  const dialog = within(await screen.findByRole("alertdialog"));
  expect(server.askedFor("DELETE /api/settings/os-support")).toEqual([]);
  await userEvent.click(dialog.getByRole("button", { name: /Use the one that comes/ }));
  expect(await screen.findByText("Saved. 3 devices are judged otherwise now.")).toBeTruthy();
});

test("hours, nation, closed days and budget are saved together, with what follows from them", async () => {
  server.answer("PUT /api/settings/calendar", ok({ ...calendar, ...own, goodTimeNow: true }));
  show();
  expect(await screen.findByText(/The next good time is .* Next bank holiday: Christmas Day/)).toBeTruthy();
  await userEvent.click(screen.getByRole("checkbox", { name: "Friday" }));
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Bank holidays" }), "Scotland");
  await userEvent.click(screen.getByRole("button", { name: "Remove 29 Dec 2026" }));
  const budget = screen.getByRole("spinbutton", { name: "Messages per person in 30 days" });
  await userEvent.clear(budget);
  await userEvent.type(budget, "2");
  await userEvent.click(screen.getByRole("button", { name: "Save hours" }));
  expect(await screen.findByText("Saved. What waits is planned anew.")).toBeTruthy();
  expect(server.askedFor("PUT /api/settings/calendar")[0]?.body).toEqual({
    hours: { days: [1, 2, 3, 4], from: "08:00", until: "18:00" },
    nation: "scotland",
    closedDays: [],
    messageBudget: 2,
  });
  expect(screen.getByText(/It is a good time now/)).toBeTruthy();
});

test("hours without a day are not sent", async () => {
  server.answer("GET /api/settings/calendar", ok({ ...calendar, hours: { ...calendar.hours, days: [1] } }));
  show();
  await userEvent.click(await screen.findByRole("checkbox", { name: "Monday" }));
  await userEvent.click(screen.getByRole("button", { name: "Save hours" }));
  expect(server.askedFor("PUT /api/settings/calendar")).toEqual([]);
});

test("ages are saved with a reason", async () => {
  const after = { ...own, items: [{ ...laptop, years: 5 }], devices: 7 };
  server.answer("PUT /api/settings/replacement-ages", ok(after));
  show();
  const years = await screen.findByRole("spinbutton", { name: "Laptop" });
  await userEvent.clear(years);
  await userEvent.type(years, "5");
  await userEvent.type(screen.getByRole("textbox", { name: "Reason" }), "Budget");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Saved. 7 devices are judged otherwise now.")).toBeTruthy();
  expect(server.askedFor("PUT /api/settings/replacement-ages")[0]?.body).toEqual({
    items: [{ type: "laptop", years: 5 }],
    reason: "Budget",
  });
});

test("an IT manager reads the rules and is offered nothing to change", async () => {
  show(somebody(["Toolroll.ItManager"]));
  expect(await screen.findByRole("button", { name: "Download" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Replace with a file" })).toBeNull();
  expect((await screen.findByRole("spinbutton", { name: "Laptop" })).hasAttribute("readonly")).toBe(true);
});

test("labels stand there with their status and devices, which follow a new one once that is confirmed", async () => {
  server.answer("PATCH /api/device-labels/l-1", ok({ ...onLoan, status: "deployable" }));
  show();
  const row = within(await screen.findByRole("row", { name: /On loan Pending 2/ }));
  await userEvent.click(row.getByRole("button", { name: "Change On loan" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Change a label" }));
  await userEvent.selectOptions(dialog.getByLabelText("Stands for"), "deployable");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  expect(await dialog.findByText(/Confirm that first/)).toBeTruthy();
  expect(server.askedFor("PATCH /api/device-labels/l-1")).toEqual([]);
  await userEvent.click(dialog.getByLabelText("Change 2 devices that carry it too"));
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const [asked] = server.askedFor("PATCH /api/device-labels/l-1");
  expect(asked?.headers.get("if-match")).toBe('"v3"');
  expect(asked?.body).toEqual({ name: "On loan", status: "deployable", retired: false, confirmDevices: 2 });
});

test("a label is added once it has a name", async () => {
  server.answer("POST /api/device-labels", ok({ ...unused, id: "l-3", name: "In the van" }, 201));
  show();
  await userEvent.click(await screen.findByRole("button", { name: "Add a label" }));
  const added = within(await screen.findByRole("dialog", { name: "Add a label" }));
  await userEvent.click(added.getByRole("button", { name: "Save" }));
  expect(await added.findByText("Give the label a name.")).toBeTruthy();
  await userEvent.type(added.getByLabelText(/Name/), "In the van");
  await userEvent.click(added.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(server.askedFor("POST /api/device-labels")[0]?.body).toEqual({
    name: "In the van",
    status: "pending",
  });
});

test("a label that no device carries can be removed", async () => {
  server.answer("DELETE /api/device-labels/l-2", { status: 204 });
  show();
  await userEvent.click(await screen.findByRole("button", { name: "Change Unused" }));
  const changed = within(await screen.findByRole("dialog", { name: "Change a label" }));
  await userEvent.click(changed.getByRole("button", { name: "Remove" }));
  await waitFor(() => expect(server.askedFor("DELETE /api/device-labels/l-2")).toHaveLength(1));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});
