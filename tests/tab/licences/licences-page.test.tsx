import { screen, within } from "@testing-library/react";
import { LicencesPage } from "../../../tab/licences/licences-page";
import { type FakeServer, ok, page, problem, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";
import { e3, overview, unread } from "./licence-answers";

let server: FakeServer;
const it = somebody(["Toolroll.ItManager"]);

beforeEach(() => {
  server = startFakeServer();
  server.answer("GET /api/licences/overview", ok(overview));
  server.answer("GET /api/licences", page([e3]));
});

const open = (at = "/licences") => renderPage(<LicencesPage />, { me: it, at });

test("shows each product with its seats in numbers, and says where no price is known", async () => {
  open();
  const product = await screen.findByRole("link", { name: "Microsoft 365 E3" });
  expect(product.getAttribute("href")).toBe("/licences/sku-e3");
  const row = within(product.closest("tr") as HTMLElement);
  expect(row.getAllByRole("listitem").map(({ textContent }) => textContent?.trim())).toEqual([
    "In use 57",
    "Not used 12",
    "Use unknown 5",
    "Account disabled 4",
    "Spare 20",
  ]);
  expect(row.getByText("100 usable")).toBeTruthy();
  expect(row.getAllByText("No price").length).toBeGreaterThan(0);
});

test("adds up what is known, and says of how much it is not", async () => {
  open();
  expect(await screen.findByText(/£1,234.50/)).toBeTruthy();
  expect(screen.getByText("and 2 products without a price")).toBeTruthy();
  expect(screen.getByText("No prices yet")).toBeTruthy();
});

test("says that more are assigned than bought, and what is not permitted", async () => {
  const parts = overview.parts.map((part) =>
    part.name === "reports" ? { ...part, state: "not-permitted" as const } : part,
  );
  server.answer("GET /api/licences/overview", ok({ ...overview, parts }));
  server.answer("GET /api/licences", page([{ ...e3, available: -2 }]));
  open();
  expect(await screen.findByText("2 more assigned than bought")).toBeTruthy();
  expect(screen.getByText("Not permitted, so unknown: Usage reports.")).toBeTruthy();
});

test.each([
  ["no app registration is set up", unread(null, false), /No app registration is set up/],
  ["nothing was read", unread(null), /Start a sync/],
  ["it is not permitted", unread("not-permitted"), /has to grant LicenseAssignment\.Read\.All/],
])("says why there is nothing when %s", async (_, answer, words) => {
  server.answer("GET /api/licences/overview", ok(answer));
  open();
  expect(await screen.findByText(words)).toBeTruthy();
  expect(server.askedFor("GET /api/licences")).toEqual([]);
});

test("asks for the words in the address, and tells when none matches", async () => {
  server.answer("GET /api/licences", page([]));
  open("/licences?q=visio");
  expect(await screen.findByText("No licence matches")).toBeTruthy();
  expect(server.askedFor("GET /api/licences").at(-1)?.query.get("q")).toBe("visio");
});

test("says what went wrong", async () => {
  server.answer("GET /api/licences/overview", problem(500, "The database is away."));
  open();
  expect(await screen.findByText("The licences could not be loaded.")).toBeTruthy();
});

test("is not a page of staff", () => {
  renderPage(<LicencesPage />, { me: somebody([]), at: "/licences" });
  expect(server.asked).toEqual([]);
});

test("says how old the names of products are", async () => {
  open();
  expect(
    await screen.findByText("Products have their names from Microsoft's list as of 30 Jun 2026."),
  ).toBeTruthy();
});
