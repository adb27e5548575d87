import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type {
  LicenceCostsAnswer,
  OverlapAnswer,
  PricedLicenceAnswer,
  RenewalAnswer,
} from "../../../src/contracts/licence-money-contract";
import { daysAfter } from "../../../src/domain/instant";
import { CostsPage } from "../../../tab/licences/costs-page";
import { OverlapsPage } from "../../../tab/licences/overlaps-page";
import { PriceBookPage } from "../../../tab/licences/price-book-page";
import { RenewalsPage } from "../../../tab/licences/renewals-page";
import { type FakeServer, ok, page, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";
import { overview, renewal, unread } from "./licence-answers";

const gbp = (amount: string) => ({ amount, currency: "GBP" });
const entered = {
  price: gbp("30.00"),
  per: "month",
  from: "2026-01-01",
  until: null,
  setAt: "2026-01-02T09:00:00.000Z",
  setByName: "Iola Tudor",
} as const;
const e3: PricedLicenceAnswer = {
  skuId: "sku-e3",
  skuPartNumber: "SPE_E3",
  productName: "Microsoft 365 E3",
  free: false,
  current: entered,
  prices: [entered],
};
const visio = { ...e3, skuId: "sku-visio", productName: "Visio Plan 2", current: null, prices: [] };
let server: FakeServer;

beforeEach(() => {
  server = startFakeServer();
  server.answer("GET /api/licence-prices", ok({ items: [e3, visio] }));
  server.answer("GET /api/licences/overview", ok(overview));
  server.answer("GET /api/teams", page([]));
});
const me = { me: somebody(["Toolroll.ItManager"]) };

test("the price book says what is unknown, and who entered what is known", async () => {
  renderPage(<PriceBookPage />, me);
  const known = (await screen.findByRole("link", { name: "Microsoft 365 E3" })).closest("tr");
  expect(known?.textContent).toMatch(/£30\.00 a month/);
  expect(known?.textContent).toMatch(/by Iola Tudor/);
  const row = screen.getByRole("link", { name: "Visio Plan 2" }).closest("tr");
  expect(row?.textContent).toMatch(/No price/);
});

test("a price is added with its last day, and not with one before its first", async () => {
  server.answer("PUT /api/licences/sku-visio/price", ok({}));
  renderPage(<PriceBookPage />, me);
  await userEvent.click(await screen.findByRole("button", { name: "Add a price for Visio Plan 2" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  await userEvent.type(dialog.getByLabelText(/Price of one seat/), "12.5");
  const [from, until] = [dialog.getByLabelText(/From this day/), dialog.getByLabelText(/Last day/)];
  await userEvent.clear(from);
  await userEvent.type(from, "2026-04-01");
  await userEvent.type(until, "2026-03-31");
  expect(dialog.getByText(/cannot be before the first/)).toBeTruthy();
  await userEvent.clear(until);
  await userEvent.type(until, "2027-03-31");
  await userEvent.click(dialog.getByRole("button", { name: "Set the price" }));
  expect(server.askedFor("PUT /api/licences/sku-visio/price").map(({ body }) => body)).toEqual([
    { amount: "12.5", currency: "GBP", per: "month", from: "2026-04-01", until: "2027-03-31" },
  ]);
});

test("a price that was a mistake is removed after a question", async () => {
  server.answer("DELETE /api/licences/sku-e3/prices/2026-01-01", ok({ removed: true }));
  renderPage(<PriceBookPage />, me);
  await userEvent.click(await screen.findByRole("button", { name: "All prices of Microsoft 365 E3" }));
  await userEvent.click(await screen.findByRole("button", { name: /Remove the price from/ }));
  await userEvent.click(await screen.findByRole("button", { name: "Remove" }));
  expect(server.askedFor("DELETE /api/licences/sku-e3/prices/2026-01-01")).toHaveLength(1);
});

test("costs stand in the tree of teams, and say of how much the price is unknown", async () => {
  const team = { held: 5, unused: 1, waste: { known: [], unknown: 1 } };
  const costs: LicenceCostsAnswer = {
    cost: { known: [gbp("110.00")], unknown: 1 },
    waste: { known: [gbp("30.00")], unknown: 1 },
    teams: [
      { ...team, teamId: "b", name: "Housing", parentId: "a", cost: { known: [gbp("40.00")], unknown: 0 } },
      { ...team, teamId: "a", name: "Places", parentId: null, cost: { known: [gbp("110.00")], unknown: 1 } },
      { ...team, teamId: null, name: null, parentId: null, cost: { known: [], unknown: 1 } },
    ],
  };
  server.answer("GET /api/licences/costs", ok(costs));
  renderPage(<CostsPage />, me);
  const table = await screen.findByRole("table", { name: "By team" });
  const rows = within(table).getAllByRole("row").slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^Places.*£110\.00and 1 product without a price/),
    expect.stringMatching(/^Housing.*£40\.00/),
    expect.stringMatching(/^People without a team.*No prices yet/),
  ]);
  await userEvent.click(screen.getByRole("checkbox", { name: "Directorates only" }));
  expect(within(table).queryByText("Housing")).toBeNull();
});

test("what is paid for twice names the people, and what it costs", async () => {
  const overlap: OverlapAnswer = {
    skuId: "sku-visio",
    productName: "Visio Plan 2",
    withinSkuId: "sku-e5",
    withinName: "Microsoft 365 E5",
    people: 1,
    monthlySaving: gbp("10.00"),
  };
  server.answer("GET /api/licences/overlaps", ok({ items: [overlap] }));
  const people = [{ personId: "p-1", name: "Siân Hughes", teamId: null }];
  server.answer("GET /api/licences/sku-visio/overlaps/sku-e5", ok({ total: 3, people }));
  renderPage(<OverlapsPage />, me);
  await userEvent.click(await screen.findByRole("button", { name: /Who holds Visio Plan 2 beside/ }));
  expect(await screen.findByRole("link", { name: "Siân Hughes" })).toBeTruthy();
  expect(screen.getByText("and 2 more people")).toBeTruthy();
  expect(screen.getByText("£10.00")).toBeTruthy();
});

test("renewals say by when to act, and when that is over", async () => {
  const contract: RenewalAnswer = {
    ...renewal,
    supplier: "Ledgers Ltd",
    value: gbp("1200.00"),
    reminder: 60,
  };
  const over = {
    ...contract,
    source: "subscription" as const,
    id: "s-1",
    name: "Microsoft 365 E3",
    skuId: "sku-e3",
    certain: false,
    window: null,
    reminder: null,
  };
  server.answer("GET /api/licences/renewals", ok({ items: [contract, over] }));
  renderPage(<RenewalsPage />, me);
  const row = (await screen.findByRole("link", { name: "Ledger" })).closest("tr")?.textContent;
  expect(row).toMatch(/Ledgers Ltd/);
  expect(row).toMatch(/in [\d,]+ days/);
  const gone = screen.getByRole("link", { name: "Microsoft 365 E3" }).closest("tr")?.textContent;
  expect(gone).toMatch(/Notice is over/);
  expect(gone).toMatch(/whether it renews is not known/);
});

const reminder: NonNullable<RenewalAnswer["lastReminder"]> = {
  ...{ daysAhead: 30, state: "sent" as const, reason: null },
  ...{ decidedAt: "2098-12-01T04:00:00.000Z", sentAt: "2098-12-01T08:00:00.000Z" },
};

test.each<[string, Partial<RenewalAnswer>, RegExp]>([
  ["who sees to it and when they are reminded", {}, /Seen to by Nia Hughes.*Next reminder .*2098/],
  ["that a reminder is due", { reminder: 60 }, /Reminder comes with the next working day/],
  ["that there is nobody to remind", { owner: null, nextReminder: null }, /Nobody to remind/],
  [
    "that its owner has left",
    { owner: { id: "p-gwen", name: "Gwen Gone", active: false }, nextReminder: null },
    /Gwen Gone has left: nobody to remind/,
  ],
  ["that a reminder was sent, never that it was read", { lastReminder: reminder }, /Reminder sent on .*2098/],
  [
    "why a reminder was not sent",
    { lastReminder: { ...reminder, state: "blocked", reason: "not-installed", sentAt: null } },
    /Reminder not sent: .*Toolroll/,
  ],
  [
    "that its owner wants none",
    { lastReminder: { ...reminder, state: "skipped", reason: "opted-out", sentAt: null } },
    /Reminder not sent: /,
  ],
  [
    "that a reminder waits",
    { lastReminder: { ...reminder, state: "queued", sentAt: null } },
    /Reminder waits to be sent/,
  ],
  [
    "that it was too late",
    { lastReminder: { ...reminder, state: "expired", sentAt: null } },
    /Reminder was not sent in time/,
  ],
  [
    "that nobody knows whether one arrived",
    { lastReminder: { ...reminder, state: "uncertain", sentAt: null } },
    /nobody knows whether it arrived/,
  ],
  [
    "that another contract has taken its place",
    { settled: "replaced" },
    /taken its place: nobody is reminded/,
  ],
  [
    "what is not used, and that its price is unknown",
    { unused: { count: 12, unknownUse: 0 } },
    /12 seats not used · price unknown/,
  ],
])("a renewal says %s", async (_, more, words) => {
  server.answer("GET /api/licences/renewals", ok({ items: [{ ...renewal, ...more }] }));
  renderPage(<RenewalsPage />, me);
  const row = (await screen.findByRole("link", { name: "Ledger" })).closest("tr")?.textContent;
  expect(row).toMatch(words);
  expect(row).not.toMatch(/\bread\b/i);
});

test("IT says that a renewal is decided, and that it is not after all", async () => {
  const actBy = daysAfter(new Date().toISOString().slice(0, 10), 100);
  const near = { ...renewal, actBy };
  server.answer("GET /api/licences/renewals", ok({ items: [near] }));
  server.answer("PUT /api/licences/renewals/contract/c-1/decision", ok({ decided: true }));
  renderPage(<RenewalsPage />, me);
  const decide = await screen.findByRole("button", { name: "It is decided what becomes of Ledger" });
  server.answer("GET /api/licences/renewals", ok({ items: [{ ...near, settled: "decided" }] }));
  await userEvent.click(decide);
  expect(await screen.findByText(/Decided: nobody is reminded/)).toBeTruthy();
  expect(server.askedFor("PUT /api/licences/renewals/contract/c-1/decision").at(-1)?.body).toEqual({
    actBy,
    decided: true,
  });
  expect(screen.getByRole("button", { name: /It is not decided after all/ })).toBeTruthy();
});

test("what is far ahead is not asked to be decided, and whoever may only read decides nothing", async () => {
  const near = { ...renewal, id: "c-2", actBy: daysAfter(new Date().toISOString().slice(0, 10), 100) };
  server.answer("GET /api/licences/renewals", ok({ items: [renewal] }));
  const far = renderPage(<RenewalsPage />, me);
  expect(await screen.findByText(/Seen to by Nia Hughes/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /decided/ })).toBeNull();
  far.unmount();
  server.answer("GET /api/licences/renewals", ok({ items: [near] }));
  renderPage(<RenewalsPage />, { me: somebody(["Toolroll.Auditor"]) });
  expect(await screen.findByText(/Seen to by Nia Hughes/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /decided/ })).toBeNull();
});

describe("without anything read from Microsoft 365", () => {
  const nothing: LicenceCostsAnswer = {
    cost: { known: [], unknown: 0 },
    waste: { known: [], unknown: 0 },
    teams: [],
  };

  beforeEach(() => {
    server.answer("GET /api/licences/overview", ok(unread("not-permitted")));
    server.answer("GET /api/licence-prices", ok({ items: [] }));
    server.answer("GET /api/licences/costs", ok(nothing));
    server.answer("GET /api/licences/overlaps", ok({ items: [] }));
    server.answer("GET /api/licences/renewals", ok({ items: [] }));
  });

  test.each([
    ["costs", <CostsPage key="costs" />, "Licences, People", "LicenseAssignment.Read.All, User.Read.All"],
    [
      "overlaps",
      <OverlapsPage key="overlaps" />,
      "Licences, People",
      "LicenseAssignment.Read.All, User.Read.All",
    ],
    ["prices", <PriceBookPage key="prices" />, "Licences", "LicenseAssignment.Read.All"],
    ["renewals", <RenewalsPage key="renewals" />, "Subscriptions", "Organization.Read.All"],
  ])(
    "the page of %s says what is missing and how to go on by import, not that there is nothing",
    async (_, shown, parts, permissions) => {
      renderPage(shown, me);
      const title = await screen.findByRole("heading", { name: /^Not read from Microsoft 365 yet/ });
      const named = title.textContent
        ?.replace(/^.*yet: /, "")
        .split(", ")
        .sort();
      expect(named).toEqual(parts.split(", ").sort());
      const page = document.body.textContent;
      for (const permission of permissions.split(", ")) expect(page).toContain(permission);
      expect(page).toMatch(/come in by import/);
      expect(page).not.toMatch(/Nobody holds|Nothing renews/);
      expect(screen.getByRole("link", { name: "Open the sync" })).toBeTruthy();
      expect(screen.getByRole("button", { name: "Import" })).toBeTruthy();
    },
  );

  test("renewals of contracts are shown, and that subscriptions are missing is said", async () => {
    const contract: RenewalAnswer = { ...renewal, name: "Planning System" };
    server.answer("GET /api/licences/renewals", ok({ items: [contract] }));
    renderPage(<RenewalsPage />, me);
    expect(await screen.findByText("Planning System")).toBeTruthy();
    expect(await screen.findByText(/Subscriptions are missing here/)).toBeTruthy();
  });
});

test("pages say of made-up licences that they are", async () => {
  server.answer("GET /api/licences/overview", ok({ ...overview, demonstration: true }));
  renderPage(<PriceBookPage />, me);
  expect(await screen.findByText(/made up for the demonstration council/)).toBeTruthy();
});
