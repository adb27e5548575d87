import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { TeamsPage } from "../../../tab/teams/teams-page";
import { type FakeServer, historyPage, ok, page, problem, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";
import { anOverview, teams } from "./team-answers";

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer();
  server.answer("GET /api/teams", page(teams));
  server.answer("GET /api/teams/t-2/history", historyPage([]));
  server.answer("GET /api/teams/t-2/overview", ok(anOverview()));
  const sian = {
    id: "p-7",
    name: "Siân Hughes",
    email: "sian@x.test",
    teamId: "t-3",
    active: true,
    devices: 1,
  };
  server.answer("GET /api/people", page([sian]));
});

function open(at = "/teams/t-2", me = somebody(["Toolroll.ItManager"])) {
  renderPage(
    <Routes>
      <Route path="/teams" element={<TeamsPage />} />
      <Route path="/teams/:id" element={<TeamsPage />} />
    </Routes>,
    { me, at },
  );
  return userEvent.setup();
}

const tree = async () =>
  within((await screen.findAllByRole("navigation", { name: "Teams" }))[0] as HTMLElement);
const names = (links: HTMLElement[]) => links.map((link) => link.textContent);

test("shows what a team has, who manages it and where it stands", async () => {
  open();
  expect(await screen.findByRole("heading", { level: 1, name: "Housing" })).toBeTruthy();
  expect(screen.getByText("Managed by Huw Housing")).toBeTruthy();
  const path = within(screen.getByRole("navigation", { name: "Where the team stands" }));
  expect(path.getByRole("link", { name: "Places" }).getAttribute("href")).toBe("/teams/t-1");
  expect(screen.getByText("1 has left")).toBeTruthy();
  expect(screen.getByText("and 5 unknown")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Deployable" }).getAttribute("href")).toBe(
    "/inventory?team=t-2&status=deployable",
  );
  expect(await screen.findByRole("link", { name: "Siân Hughes" })).toBeTruthy();
  expect(screen.getByText("Tenancy Support", { selector: "span" })).toBeTruthy();
});

test("what nobody has read yet is said to be unknown, not none", async () => {
  open();
  expect(await screen.findByText(/^Not known yet/)).toBeTruthy();
  expect(
    screen.getByText("No gaps found. Everybody who is here holds a device, and nothing is overdue."),
  ).toBeTruthy();
});

test("gaps open to what shows them", async () => {
  const evidence = Array.from({ length: 7 }, (_, n) => ({
    kind: "device" as const,
    id: `d-${n}`,
    title: `LT-${n}`,
    about: "Siân Hughes",
    since: n === 0 ? null : "2025-03-01T09:00:00.000Z",
  }));
  const gaps = [{ kind: "unconfirmed" as const, count: 90, evidence }];
  server.answer("GET /api/teams/t-2/overview", ok(anOverview({ gaps })));
  const person = open();
  await person.click(await screen.findByText("90 devices not confirmed for a year"));
  const gap = within(screen.getByRole("group"));
  expect(names(gap.getAllByRole("link"))).toEqual(["LT-0", "LT-1", "LT-2", "LT-3", "LT-4"]);
  expect(gap.getByRole("link", { name: "LT-0" }).getAttribute("href")).toBe("/inventory?device=d-0");
  expect(gap.getByText("· Siân Hughes · never confirmed")).toBeTruthy();
  await person.click(gap.getByRole("button", { name: "Show all 7" }));
  expect(gap.getAllByRole("link")).toHaveLength(7);
  expect(gap.getByText("The first 7 of 90.")).toBeTruthy();
});

test("without the teams below, the figures are asked for again and no longer lead to the inventory", async () => {
  const person = open();
  await person.click(await screen.findByRole("switch", { name: "With the 1 team below" }));
  await screen.findByText("sian@x.test");
  const asked = server.askedFor("GET /api/teams/t-2/overview").map(({ query }) => query.get("below"));
  expect(asked).toEqual(["true", "false"]);
  expect(screen.queryByRole("link", { name: "Deployable" })).toBeNull();
});

test("the tree is open down to the team that is shown, and opens further", async () => {
  const person = open();
  await screen.findByRole("heading", { level: 1, name: "Housing" });
  const nav = await tree();
  expect(names(nav.getAllByRole("link"))).toEqual(["Places", "Highways", "Housing", "Tenancy Support"]);
  expect(nav.getByRole("link", { name: "Housing" }).getAttribute("aria-current")).toBe("page");
  await person.click(nav.getByRole("button", { name: "Hide the teams below Housing" }));
  expect(nav.queryByRole("link", { name: "Tenancy Support" })).toBeNull();
});

test("a manager starts at their own team and is shown no other", async () => {
  open("/teams", somebody([], ["t-2"]));
  expect(await screen.findByRole("heading", { level: 1, name: "Housing" })).toBeTruthy();
  expect(names((await tree()).getAllByRole("link"))).toEqual(["Housing", "Tenancy Support"]);
});

test("a team that is not there, and staff who look after nobody, are told that there is no such page", async () => {
  server.answer("GET /api/teams/t-9/overview", problem(404, "There is nothing here."));
  open("/teams/t-9");
  expect(await screen.findByRole("heading", { name: "There is no such page" })).toBeTruthy();
});

test("staff have no team page", () => {
  open("/teams", somebody());
  expect(screen.getByRole("heading", { name: "There is no such page" })).toBeTruthy();
});

test("what could not be loaded can be tried again", async () => {
  server.answer("GET /api/teams/t-2/overview", problem(500, "It broke."));
  const person = open();
  const again = await screen.findByRole("button", { name: "Try again" });
  server.answer("GET /api/teams/t-2/overview", ok(anOverview()));
  await person.click(again);
  expect(await screen.findByRole("heading", { level: 1, name: "Housing" })).toBeTruthy();
});

test("before there are any teams the page says where they come from", async () => {
  server.answer("GET /api/teams", page([]));
  open("/teams");
  expect(await screen.findByRole("heading", { name: "There are no teams yet" })).toBeTruthy();
});

const held = {
  state: "synced" as const,
  items: [
    { skuId: "sku-1", productName: "Microsoft 365 E5", held: 12, unused: 3 },
    { skuId: "sku-2", productName: "Visio Plan 2", held: 1, unused: 0 },
  ],
};

test("licences that were read are listed with who may look into them as links", async () => {
  server.answer("GET /api/teams/t-2/overview", ok(anOverview({ licences: held })));
  open();
  const link = await screen.findByRole("link", { name: "Microsoft 365 E5" });
  expect(link.getAttribute("href")).toBe("/licences/sku-1");
  expect(screen.getByText("Held: 12 · known not to be used: 3")).toBeTruthy();
  expect(screen.getByText("Held: 1")).toBeTruthy();
});

test("a manager reads what is held without a way to who holds it", async () => {
  const items = held.items.map((each) => ({ ...each, unused: null }));
  server.answer("GET /api/teams/t-2/overview", ok(anOverview({ licences: { ...held, items } })));
  open("/teams/t-2", somebody([], ["t-2"]));
  expect(await screen.findByText("Microsoft 365 E5")).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Microsoft 365 E5" })).toBeNull();
  expect(screen.getByText("Held: 12")).toBeTruthy();
});

test("nobody holding a licence is told from nobody knowing", async () => {
  server.answer("GET /api/teams/t-2/overview", ok(anOverview({ licences: { state: "synced", items: [] } })));
  open();
  expect(await screen.findByText("Nobody here holds a licence of Microsoft 365.")).toBeTruthy();
});

test("rollouts say how far the people of the team are, and lead to themselves", async () => {
  const items = [{ id: "r-1", name: "Office suite", people: 12, confirmed: 4, blocked: 1 }];
  server.answer("GET /api/teams/t-2/overview", ok(anOverview({ rollouts: { state: "planned", items } })));
  open();
  const link = await screen.findByRole("link", { name: "Office suite" });
  expect(link.getAttribute("href")).toBe("/rollouts/r-1");
  expect(screen.getByText("Confirmed: 4 of 12 · blocked: 1")).toBeTruthy();
});
