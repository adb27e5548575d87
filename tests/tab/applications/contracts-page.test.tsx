import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ContractsPage } from "../../../tab/applications/contracts/contracts-page";
import { type FakeServer, ok, page, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";
import { aContractAnswer } from "./application-answers";

const path = "/api/my/contract-calendar";
const address = "https://toolroll.example/api/calendars/tcal_secret/contracts.ics";
let server: FakeServer;

beforeEach(() => {
  server = startFakeServer();
  server.answer("GET /api/contracts", page([{ ...aContractAnswer({ start: null }), etag: '"1"' }]));
  server.answer(`GET ${path}`, ok({ calendar: null }));
  server.answer(`POST ${path}`, ok({ createdAt: "2027-01-02T09:00:00.000Z", language: "en", address }));
  server.answer(`DELETE ${path}`, { status: 204 });
});

async function opened() {
  const person = userEvent.setup();
  renderPage(<ContractsPage />, { at: "/applications/contracts", me: somebody() });
  await person.click(await screen.findByRole("button", { name: "Calendar address" }));
  return { person, dialog: within(await screen.findByRole("dialog")) };
}

test("the picture says of each contract what the table says, and opens its application", async () => {
  renderPage(<ContractsPage />, { at: "/applications/contracts", me: somebody() });
  const row = await screen.findByRole("button", {
    name: /^Tenantry: start (unknown|not recorded), notice by 31 Dec 2030, end 31 Mar 2031$/i,
  });
  expect(
    within(screen.getByRole("region", { name: "Contracts on a timeline" })).getByText(
      "Too late to give notice",
    ),
  ).toBeTruthy();
  await userEvent.setup().click(row);
  await waitFor(() => expect(server.askedFor("GET /api/applications/a-1")).toHaveLength(1));
});

test("an address is made, shown, and gone from the page once it is closed", async () => {
  const { person, dialog } = await opened();
  await dialog.findByText("You have no address yet.");
  await person.click(dialog.getByRole("button", { name: "Make an address" }));
  const shown = (await dialog.findByRole("textbox", { name: "Address of the calendar" })) as HTMLInputElement;
  expect(shown.value).toBe(address);
  await person.click(dialog.getByRole("button", { name: "Copy" }));
  expect(await dialog.findByText("Copied.")).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe(address);
  await person.click(dialog.getByRole("button", { name: "Close" }));
  await person.click(screen.getByRole("button", { name: "Calendar address", hidden: true }));
  const again = within(await screen.findByRole("dialog", { hidden: true }));
  expect(await again.findByText(/^You have an address since 2 Jan 2027/)).toBeTruthy();
  expect(document.body.innerHTML).not.toContain("tcal_secret");
});

test("a new address and an end are asked about first", async () => {
  server.answer(`GET ${path}`, ok({ calendar: { createdAt: "2027-01-02T09:00:00.000Z", language: "en" } }));
  const { person, dialog } = await opened();
  await person.click(await dialog.findByRole("button", { name: "Make a new address" }));
  expect(dialog.getByText(/^The old address ends at once/)).toBeTruthy();
  await person.click(dialog.getByRole("button", { name: "Cancel" }));
  expect(server.askedFor(`POST ${path}`)).toHaveLength(0);
  await person.click(dialog.getByRole("button", { name: "End the address" }));
  await person.click(dialog.getByRole("button", { name: "End the address" }));
  expect(await dialog.findByText("The address has ended.")).toBeTruthy();
  expect(server.askedFor(`DELETE ${path}`)).toHaveLength(1);
});
