import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { LicencePage } from "../../../tab/licences/licence-page";
import { type FakeServer, ok, page, startFakeServer } from "../fake-server";
import { layOut } from "../inventory/laid-out";
import { renderPage, somebody } from "../render-page";
import { e3 } from "./licence-answers";

let server: FakeServer;
const housing = { id: "t-1", name: "Housing", parentId: null, managerIds: [], etag: '"v1"' };
const sian = {
  personId: "p-7",
  name: "Siân Hughes",
  email: "sian@x.test",
  teamId: "t-1",
  assignedBy: ["direct", "g-1"],
  groups: [{ id: "g-1", name: "Office licences" }],
  state: "Active",
  useBand: "dormant",
  lastUsedAt: "2026-07-01T09:00:00.000Z",
  accountEnabled: false,
};
const details = {
  ...e3,
  owner: null,
  teams: [{ teamId: "t-1", held: 7, unused: 2, monthlyCost: null, monthlyWaste: null }],
  snapshots: [{ day: "2026-11-20", usable: 100, held: 78, unused: null }],
  prices: [],
};

beforeEach(() => {
  layOut();
  server = startFakeServer();
  server.answer("GET /api/licences/sku-e3", ok(details));
  server.answer("GET /api/licences/sku-e3/holders", page([sian]));
  server.answer("GET /api/teams", page([housing]));
});

const open = (role: "Toolroll.ItManager" | "Toolroll.Auditor" = "Toolroll.ItManager") =>
  renderPage(
    <Routes>
      <Route path="licences/:skuId" element={<LicencePage />} />
    </Routes>,
    { me: somebody([role]), at: "/licences/sku-e3" },
  );

test("names the holders, how the licence came, and what a disabled account may be", async () => {
  open();
  const person = await screen.findByRole("link", { name: "Siân Hughes" });
  const row = person.closest("[role=row]")?.textContent;
  expect(row).toMatch(/directly and through Office licences/);
  expect(row).toMatch(/Taking away the direct one frees nothing/);
  expect(row).toMatch(/Not used lately/);
  expect(row).toMatch(/shared mailbox or a room/);
});

test("keeps apart what Microsoft counts from people, and what was unknown on a night", async () => {
  open();
  expect(await screen.findByText(/These two can differ/)).toBeTruthy();
  const nights = within(screen.getByRole("table", { name: "The figures of each night" }));
  expect(nights.getByRole("row", { name: "20 Nov 2026 100 78 Unknown" })).toBeTruthy();
});

test("keeps deleted accounts apart from disabled ones, and says where they were not read", async () => {
  const shown = open();
  const seats = (await screen.findByRole("heading", { name: "Seats" })).closest("section");
  expect(seats?.textContent).toMatch(/Account disabled 4/);
  expect(seats?.textContent).toMatch(/Deleted accounts that still show one2/);
  expect(seats?.textContent).toMatch(/A deleted account holds no seat/);
  shown.unmount();
  server.answer("GET /api/licences/sku-e3", ok({ ...details, holdersDeleted: null }));
  open();
  const unread = (await screen.findByRole("heading", { name: "Seats" })).closest("section");
  expect(unread?.textContent).toMatch(/Deleted accounts that still show oneUnknown/);
  expect(unread?.textContent).not.toMatch(/holds no seat/);
});

test("asks for holders of one kind of use", async () => {
  open();
  await screen.findByRole("link", { name: "Siân Hughes" });
  fireEvent.change(screen.getByRole("combobox", { name: "Use" }), { target: { value: "never" } });
  await waitFor(() =>
    expect(server.askedFor("GET /api/licences/sku-e3/holders").at(-1)?.query.get("useBand")).toBe("never"),
  );
});

test("sets a price from a day on, and only with an amount that is one", async () => {
  server.answer("PUT /api/licences/sku-e3/price", ({ body }) => ok({ skuId: "sku-e3", ...(body as object) }));
  open();
  await userEvent.click(await screen.findByRole("button", { name: "Set the price" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  const amount = dialog.getByLabelText("Price of one seat, in pounds");
  fireEvent.change(amount, { target: { value: "ten" } });
  expect(dialog.getByText("Write an amount like 12.34.")).toBeTruthy();
  fireEvent.change(amount, { target: { value: "10.50" } });
  fireEvent.change(dialog.getByLabelText("From this day on"), { target: { value: "2026-12-01" } });
  await userEvent.click(dialog.getByRole("button", { name: "Set the price" }));
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(server.askedFor("PUT /api/licences/sku-e3/price").at(-1)?.body).toEqual({
    amount: "10.50",
    currency: "GBP",
    per: "month",
    from: "2026-12-01",
  });
});

test("lets IT choose who sees to its renewals, from the people who are here", async () => {
  const nia = {
    id: "p-nia",
    name: "Nia Hughes",
    email: "nia@x.test",
    teamId: "t-1",
    active: true,
    devices: 0,
  };
  server.answer("GET /api/people", page([nia]));
  server.answer("PUT /api/licences/sku-e3/owner", ({ body }) => {
    server.answer(
      "GET /api/licences/sku-e3",
      ok({ ...details, owner: { ...nia, chosenAt: "2026-11-20T09:00:00.000Z", chosenByName: "Iola Tudor" } }),
    );
    expect(body).toEqual({ personId: "p-nia" });
    return ok({ owner: nia });
  });
  open();
  expect(await screen.findByText("Nobody yet")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Choose who sees to it" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByRole("combobox", { name: "Person" }), "nia");
  await userEvent.click(await screen.findByRole("option", { name: /Nia Hughes/, hidden: true }));
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(await screen.findByText("Nia Hughes")).toBeTruthy();
  expect(screen.getByText("Chosen by hand by Iola Tudor on 20 Nov 2026")).toBeTruthy();
});

test("says of an owner who has left that there is nobody to remind", async () => {
  const chosen = { chosenAt: "2026-11-20T09:00:00.000Z", chosenByName: null };
  const owner = { id: "p-gwen", name: "Gwen Gone", active: false, ...chosen };
  server.answer("GET /api/licences/sku-e3", ok({ ...details, owner }));
  open("Toolroll.Auditor");
  expect(await screen.findByText("Gwen Gone has left: nobody to remind")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Change" })).toBeNull();
});

test("offers an auditor no price to set", async () => {
  open("Toolroll.Auditor");
  await screen.findByRole("link", { name: "Siân Hughes" });
  expect(screen.queryByRole("button", { name: "Set the price" })).toBeNull();
});

test("says that a licence comes through a group also where no group is known by name", async () => {
  const unnamed = { ...sian, assignedBy: ["g-1"], groups: [{ id: "g-1", name: null }] };
  server.answer("GET /api/licences/sku-e3/holders", page([unnamed]));
  open();
  const person = await screen.findByRole("link", { name: "Siân Hughes" });
  expect(person.closest("[role=row]")?.textContent).toMatch(/through a group/);
});

test("draws of very many holders only those in sight, and fetches on near the end", async () => {
  const many = Array.from({ length: 100 }, (_, at) => ({
    ...sian,
    personId: `p-${at}`,
    name: `Holder ${at}`,
  }));
  server.answer(
    "GET /api/licences/sku-e3/holders",
    ok({ items: many, total: 100_000, totalCapped: false, nextCursor: "on" }),
  );
  open();
  await screen.findByRole("link", { name: "Holder 0" });
  const grid = screen.getByRole("grid", { name: "Holders" });
  expect(grid.getAttribute("aria-rowcount")).toBe("100001");
  expect(within(grid).getAllByRole("row").length).toBeLessThan(60);
});

test("lists the teams with the most seats, and all of them when asked", async () => {
  const teams = Array.from({ length: 12 }, (_, at) => ({
    ...details.teams[0],
    teamId: `t-${at}`,
    held: 50 - at,
  }));
  server.answer("GET /api/licences/sku-e3", ok({ ...details, teams }));
  open();
  const table = await screen.findByRole("table", { name: "By team" });
  expect(within(table).getAllByRole("row")).toHaveLength(1 + 8);
  await userEvent.click(screen.getByRole("button", { name: "Show all 12 teams" }));
  expect(within(table).getAllByRole("row")).toHaveLength(1 + 12);
  expect(screen.queryByRole("button", { name: /Show all/ })).toBeNull();
});
