import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ApplicationDisclosure } from "../../../tab/disclosure/application-disclosure";
import { DisclosureButton } from "../../../tab/disclosure/disclosure-button";
import { type FakeServer, ok, problem, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";

const rules = "GET /api/disclosure-rules";
const put = "PUT /api/disclosure-rules";
const file = "GET /api/exports/freedom-of-information.csv";
const it_ = somebody(["Toolroll.ItManager"]);
let server: FakeServer;

beforeEach(() => {
  server = startFakeServer();
  server.answer(
    rules,
    ok({ rules: { supplier: "s.43(2)" }, reasons: { supplier: "Tender" }, exceptions: 2 }),
  );
});

async function opened() {
  const person = userEvent.setup();
  renderPage(<DisclosureButton query={{ lifecycle: "pilot" }} />, { me: it_ });
  await person.click(await screen.findByRole("button", { name: "Answer a request" }));
  const dialog = within(await screen.findByRole("dialog"));
  await dialog.findByRole("combobox", { name: "Supplier" });
  return { person, dialog };
}

test("begins with what was withheld last time, and says how many systems differ", async () => {
  const { dialog } = await opened();
  expect(dialog.getByRole<HTMLSelectElement>("combobox", { name: "Supplier" }).value).toBe("s.43(2)");
  expect(dialog.getByRole<HTMLSelectElement>("combobox", { name: "Purpose" }).value).toBe("");
  expect(dialog.getByText(/2 systems differ/)).toBeTruthy();
});

test("remembers the choice before it makes the file of what the list shows", async () => {
  const { person, dialog } = await opened();
  await person.selectOptions(dialog.getByRole("combobox", { name: "Hosting" }), "s.31(1)");
  expect(dialog.getByRole<HTMLInputElement>("textbox", { name: /^Supplier/ }).value).toBe("Tender");
  await person.selectOptions(dialog.getByRole("combobox", { name: "Supplier" }), "");
  expect(dialog.queryByRole("textbox", { name: /^Supplier/ })).toBeNull();
  await person.type(dialog.getByRole("textbox", { name: /^Hosting/ }), "A risk to the service");
  server.answer(put, ok({ rules: { hosting: "s.31(1)" }, reasons: {}, exceptions: 2 }));
  server.answer(file, problem(429, "That was a lot at once. Wait 10 seconds and try again."));
  await person.click(dialog.getByRole("button", { name: "Save as CSV" }));
  expect(await dialog.findByText(/Wait 10 seconds/)).toBeTruthy();
  expect(server.askedFor(put)).toMatchObject([
    { body: { rules: { hosting: "s.31(1)" }, reasons: { hosting: "A risk to the service" } } },
  ]);
  const [asked] = server.askedFor(file);
  expect(Object.fromEntries(asked?.query ?? [])).toEqual({ lifecycle: "pilot" });
});

test("makes no file when the choice could not be kept", async () => {
  const { person, dialog } = await opened();
  server.answer(put, problem(503, "The database is busy; nothing was changed."));
  await person.click(dialog.getByRole("button", { name: "Save as CSV" }));
  expect(await dialog.findByText(/database is busy/)).toBeTruthy();
  expect(server.askedFor(file)).toEqual([]);
});

test("is not offered to those who give no answers", () => {
  renderPage(<DisclosureButton query={{}} />, { me: somebody(["Toolroll.Auditor"]) });
  expect(screen.queryByRole("button")).toBeNull();
});

test("one system says for each field what holds for all, and may differ", async () => {
  const path = "/api/applications/a-1/disclosure-rules";
  const council = { defaults: { supplier: "s.43(2)" }, defaultReasons: {} };
  server.answer(`GET ${path}`, ok({ rules: {}, reasons: {}, ...council }));
  const person = userEvent.setup();
  renderPage(<ApplicationDisclosure id="a-1" />, { me: it_ });
  const supplier = await screen.findByRole("combobox", { name: "Supplier" });
  expect(within(supplier).getByText("As for every system (s.43(2) commercial interests)")).toBeTruthy();
  server.answer(`PUT ${path}`, ok({ rules: { supplier: "disclose" }, reasons: {}, ...council }));
  await person.selectOptions(supplier, "disclose");
  expect(await screen.findByText("Saved.")).toBeTruthy();
  expect(server.askedFor(`PUT ${path}`)).toMatchObject([{ body: { rules: { supplier: "disclose" } } }]);
});
