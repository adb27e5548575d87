import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useLocation } from "react-router";
import { InventoryPage } from "../../../tab/inventory/inventory-page";
import { WaitingNotice } from "../../../tab/shell/waiting-notice";
import { type FakeServer, ok, page, problem, startFakeServer, tooFast } from "../fake-server";
import { renderPage, somebody } from "../render-page";
import { aDeviceAnswer } from "./device-answers";
import { layOut } from "./laid-out";

const laptop = aDeviceAnswer();
const spare = aDeviceAnswer({
  id: "d-2",
  assetTag: "MON-7",
  type: "monitor",
  manufacturer: null,
  model: null,
  status: "pending",
  label: "Out for repair",
  teamId: null,
  teamName: null,
  assigneeId: null,
  assigneeName: null,
  warrantyEnd: "2020-03-31",
  lastConfirmedAt: new Date().toISOString(),
});
const teams = [{ id: "t-1", name: "Housing", parentId: null, managerIds: [], etag: '"1"' }];
const it = somebody(["Toolroll.ItManager"]);

let server: FakeServer;
let width = 1280;

beforeEach(() => {
  width = 1280;
  layOut(() => width);
  server = startFakeServer();
  server.answer("GET /api/devices", page([laptop, spare], 1500));
  server.answer("GET /api/teams", page(teams));
  server.answer(
    "GET /api/devices/summary",
    ok({
      groups: [
        { status: "deployable", count: 1400 },
        { status: "pending", count: 100 },
      ],
      total: 1500,
    }),
  );
});

function Address() {
  return <output data-testid="address">{useLocation().search}</output>;
}

function show(at = "/inventory", me = it) {
  renderPage(
    <>
      <InventoryPage />
      <Address />
    </>,
    { at, me },
  );
}

const address = () => screen.getByTestId("address").textContent;
const lastQuery = () => Object.fromEntries(server.askedFor("GET /api/devices").at(-1)?.query ?? []);
const row = (name: RegExp) => screen.findByRole("row", { name });

test("a row says what is known and names what is not", async () => {
  show();
  const known = within(await row(/LT-0041/));
  expect(known.getByText("Dell Latitude 5440")).toBeTruthy();
  expect(known.getByText("Deployable")).toBeTruthy();
  expect(known.getByText("In use")).toBeTruthy();
  expect(known.getByText("Siân Hughes")).toBeTruthy();
  // The end of its warranty, and whether its operating system is supported.
  expect(known.getAllByText("Unknown")).toHaveLength(2);
  expect(known.getByText("Not confirmed yet")).toBeTruthy();
  const bare = within(await row(/MON-7/));
  for (const words of ["Monitor", "Model unknown", "Out for repair", "No team", "In stock", "31 Mar 2020"]) {
    expect(bare.getByText(words)).toBeTruthy();
  }
  expect(bare.getByText("Overdue")).toBeTruthy();
  expect(bare.getByText("Confirmed today")).toBeTruthy();
});

test("the grid tells how many rows there are in all, and the total is said aloud", async () => {
  show();
  expect((await row(/LT-0041/)).getAttribute("aria-rowindex")).toBe("2");
  expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("1501");
  expect(screen.getByText("1,500 devices").getAttribute("role")).toBe("status");
});

test("a total that nobody counted to its end is said to be more", async () => {
  const body = { items: [laptop], total: 10_000, totalCapped: true, nextCursor: null };
  server.answer("GET /api/devices", ok(body));
  show();
  expect(await screen.findByText("More than 10,000 devices")).toBeTruthy();
  expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("-1");
});

test("filters chosen on the page stand in the address and reach the server", async () => {
  const person = userEvent.setup();
  show("/inventory?as=p-1");
  await row(/LT-0041/);
  await person.selectOptions(screen.getByRole("combobox", { name: "Type" }), "Laptop");
  await person.click(screen.getByRole("button", { name: /Pending/ }));
  await waitFor(() => expect(lastQuery()).toMatchObject({ type: "laptop", status: "pending" }));
  expect(address()).toBe("?as=p-1&status=pending&type=laptop");
  await person.click(screen.getByRole("button", { name: "Remove filter: Status: Pending" }));
  expect(address()).toBe("?as=p-1&type=laptop");
  await person.click(screen.getByRole("button", { name: "Clear filters" }));
  expect(address()).toBe("?as=p-1");
});

test("an address with filters shows them, the team by its name", async () => {
  show("/inventory?team=t-1&status=pending&q=dell&sort=-model");
  await row(/LT-0041/);
  expect(lastQuery()).toMatchObject({
    team: "t-1",
    below: "true",
    status: "pending",
    q: "dell",
    sort: "-model",
  });
  expect(await screen.findByRole("button", { name: "Remove filter: Team: Housing and below" })).toBeTruthy();
  expect(screen.getByRole("searchbox")).toHaveProperty("value", "dell");
  expect(screen.getByRole("columnheader", { name: "Model" }).getAttribute("aria-sort")).toBe("descending");
});

test("a team is found by typing a part of its path", async () => {
  const person = userEvent.setup();
  show();
  await row(/LT-0041/);
  await person.click(await screen.findByRole("button", { name: "Team: Any team" }));
  await person.type(await screen.findByRole("combobox", { name: "Team" }), "hous");
  await person.click(await screen.findByRole("option", { name: /Housing/ }));
  expect(address()).toBe("?team=t-1");
});

test("the search asks once when the typing pauses", async () => {
  const person = userEvent.setup();
  show();
  await row(/LT-0041/);
  await person.type(screen.getByRole("searchbox"), "thinkpad");
  await waitFor(() => expect(address()).toBe("?q=thinkpad"));
  const asked = server.askedFor("GET /api/devices").map(({ query }) => query.get("q"));
  expect(asked).toEqual([null, "thinkpad"]);
});

test("headings sort, and a second press turns the order", async () => {
  const person = userEvent.setup();
  show();
  await row(/LT-0041/);
  await person.click(screen.getByRole("button", { name: "Warranty ends" }));
  await waitFor(() => expect(lastQuery().sort).toBe("warrantyEnd"));
  await person.click(screen.getByRole("button", { name: "Warranty ends" }));
  await waitFor(() => expect(lastQuery().sort).toBe("-warrantyEnd"));
  expect(screen.queryByRole("button", { name: "Held by" })).toBeNull();
});

test("the next page is fetched from where the first ended", async () => {
  const many = Array.from({ length: 100 }, (_, index) =>
    aDeviceAnswer({ id: `m-${index}`, assetTag: `M-${index}` }),
  );
  server.answer("GET /api/devices", ({ query }) =>
    query.get("cursor") === null
      ? ok({ items: many, total: 101, totalCapped: false, nextCursor: "after-99" })
      : ok({ items: [laptop], total: 101, totalCapped: false, nextCursor: null }),
  );
  const person = userEvent.setup();
  show();
  (await row(/M-0 /)).focus();
  expect(server.askedFor("GET /api/devices")).toHaveLength(1);
  await person.keyboard("{End}");
  await waitFor(() => expect(document.activeElement?.getAttribute("data-index")).toBe("99"));
  await waitFor(() => expect(lastQuery().cursor).toBe("after-99"));
  expect(await row(/LT-0041/)).toBeTruthy();
});

test("a page brings as much as one call may, and asking too fast is waited out while the person is told", async () => {
  const many = Array.from({ length: 100 }, (_, index) =>
    aDeviceAnswer({ id: `m-${index}`, assetTag: `M-${index}` }),
  );
  let refusals = 1;
  server.answer("GET /api/devices", ({ query }) => {
    if (query.get("cursor") === null) {
      return ok({ items: many, total: 101, totalCapped: false, nextCursor: "after-99" });
    }
    return refusals-- > 0
      ? tooFast("1")
      : ok({ items: [laptop], total: 101, totalCapped: false, nextCursor: null });
  });
  const person = userEvent.setup();
  renderPage(
    <>
      <WaitingNotice />
      <InventoryPage />
    </>,
    { at: "/inventory", me: it },
  );
  (await row(/M-0 /)).focus();
  expect(lastQuery().limit).toBe("200");
  const before = Date.now();
  await person.keyboard("{End}");
  expect(await screen.findByText(/carries on by itself/)).toBeTruthy();
  await waitFor(() => expect(server.askedFor("GET /api/devices")).toHaveLength(3));
  expect(Date.now() - before).toBeGreaterThanOrEqual(1_000);
  await waitFor(() => expect(screen.queryByText(/carries on by itself/)).toBeNull());
  expect(screen.queryByRole("alert")).toBeNull();
});

test("arrow keys move between rows, one of which Tab reaches, and Enter opens it", async () => {
  const person = userEvent.setup();
  show();
  const first = await row(/LT-0041/);
  const second = await row(/MON-7/);
  expect([first.tabIndex, second.tabIndex]).toEqual([0, -1]);
  first.focus();
  await person.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(second);
  expect([first.tabIndex, second.tabIndex]).toEqual([-1, 0]);
  server.answer("GET /api/devices/d-2", ok(spare));
  await person.keyboard("{Enter}");
  expect(address()).toBe("?device=d-2");
  expect(await screen.findByRole("heading", { name: "MON-7" })).toBeTruthy();
  await person.keyboard("{Escape}");
  await waitFor(() => expect(address()).toBe(""));
  await waitFor(() => expect(document.activeElement?.getAttribute("data-index")).toBe("1"));
});

test("on a phone rows are cards with the same facts, and the filters fold away", async () => {
  width = 351;
  const person = userEvent.setup();
  show("/inventory?type=laptop");
  const card = within(await row(/LT-0041/));
  expect(card.getByRole("img", { name: "Laptop" })).toBeTruthy();
  expect(screen.queryByRole("columnheader")).toBeNull();
  await person.click(screen.getByRole("button", { name: "Filters, 1 active" }));
  await person.selectOptions(await screen.findByRole("combobox", { name: "Sort by" }), "Model");
  await waitFor(() => expect(address()).toBe("?type=laptop&sort=model"));
});

test("nothing in the register leads to importing or adding, for those who may", async () => {
  server.answer("GET /api/devices", page([]));
  server.answer("GET /api/devices/summary", ok({ groups: [], total: 0 }));
  show();
  const empty = (await screen.findByRole("heading", { name: "No devices yet" })).closest("section");
  expect(within(empty as HTMLElement).getByRole("button", { name: "Import" })).toBeTruthy();
});

test("a manager reads, and is offered nothing else", async () => {
  server.answer("GET /api/devices", page([]));
  show("/inventory", somebody([], ["t-1"]));
  expect(await screen.findByText(/When IT adds devices/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Import" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Add device" })).toBeNull();
});

test("no match offers to clear the filters", async () => {
  const person = userEvent.setup();
  server.answer("GET /api/devices", ({ query }) => (query.has("q") ? page([]) : page([laptop])));
  show("/inventory?q=zzz");
  const none = (await screen.findByRole("heading", { name: "No device matches" })).closest("section");
  await person.click(within(none as HTMLElement).getByRole("button", { name: "Clear filters" }));
  expect(await row(/LT-0041/)).toBeTruthy();
});

test("what failed is said, and trying again brings the list", async () => {
  const person = userEvent.setup();
  server.answer("GET /api/devices", problem(500, ""));
  show();
  expect(await screen.findByRole("heading", { name: "The devices could not be loaded" })).toBeTruthy();
  server.answer("GET /api/devices", page([laptop]));
  await person.click(screen.getByRole("button", { name: "Try again" }));
  expect(await row(/LT-0041/)).toBeTruthy();
});
