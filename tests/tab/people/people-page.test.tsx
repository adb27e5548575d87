import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useLocation } from "react-router";
import { PeoplePage } from "../../../tab/people/people-page";
import { type FakeServer, ok, page, problem, startFakeServer } from "../fake-server";
import { layOut } from "../inventory/laid-out";
import { renderPage, somebody } from "../render-page";

let server: FakeServer;
const sian = {
  id: "p-7",
  name: "Siân Hughes",
  email: "sian@x.test",
  teamId: "t-1",
  active: true,
  devices: 2,
};
const gwen = { id: "p-8", name: "Gwen Gone", email: "gwen@x.test", teamId: null, active: false, devices: 1 };
const housing = { id: "t-1", name: "Housing", parentId: null, managerIds: [], etag: '"v1"' };

beforeEach(() => {
  layOut();
  server = startFakeServer();
  server.answer("GET /api/people", page([sian, gwen]));
  server.answer("GET /api/teams", page([housing]));
});

const open = (at = "/people") => renderPage(<PeoplePage />, { me: somebody(["Toolroll.ItManager"]), at });

test("lists people with their team and what is in their name, and says who has left", async () => {
  open();
  const row = (await screen.findByRole("link", { name: "Siân Hughes" })).closest("[role=row]");
  expect(screen.getByRole("link", { name: "Siân Hughes" }).getAttribute("href")).toBe("/people/p-7");
  expect((await screen.findByRole("link", { name: "Housing" })).getAttribute("href")).toBe("/teams/t-1");
  expect(row?.textContent).toContain("2");
  expect(screen.getByRole("link", { name: "Gwen Gone" }).closest("[role=row]")?.textContent).toMatch(
    /Has left.*No team.*1/,
  );
  expect(screen.getByRole("status").textContent).toBe("2 people");
});

test("asks for what the address says, and for those below a team too", async () => {
  open("/people?q=si&team=t-1&presence=left");
  await screen.findByRole("link", { name: "Gwen Gone" });
  const { query } = server.askedFor("GET /api/people").at(-1) ?? { query: new URLSearchParams() };
  expect(Object.fromEntries(query)).toEqual({
    limit: "200",
    sort: "name",
    q: "si",
    team: "t-1",
    below: "true",
    active: "false",
  });
});

test("asks anew for those who have left", async () => {
  open();
  await screen.findByRole("link", { name: "Siân Hughes" });
  fireEvent.change(screen.getByRole("combobox", { name: "Here or left" }), { target: { value: "left" } });
  await waitFor(() => expect(server.askedFor("GET /api/people").at(-1)?.query.get("active")).toBe("false"));
});

test("tells nobody yet from nobody that matches", async () => {
  server.answer("GET /api/people", page([]));
  const first = open();
  expect(await screen.findByText("No people yet")).toBeTruthy();
  first.unmount();
  open("/people?q=nobody");
  expect(await screen.findByText("Nobody matches")).toBeTruthy();
});

test("says what went wrong and tries again", async () => {
  server.answer("GET /api/people", problem(500, "The database is away."));
  open();
  expect(await screen.findByText("The list of people could not be loaded.")).toBeTruthy();
  server.answer("GET /api/people", page([sian]));
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: "Siân Hughes" })).toBeTruthy();
});

test("is not a page of those who look after nobody", async () => {
  renderPage(<PeoplePage />, { me: somebody([]), at: "/people" });
  expect(server.askedFor("GET /api/people")).toEqual([]);
  expect(screen.queryByRole("heading", { name: "People" })).toBeNull();
});

test("is sorted by name or team, either way, and says so", async () => {
  open();
  await screen.findByRole("link", { name: "Siân Hughes" });
  const asked = () => server.askedFor("GET /api/people").at(-1)?.query.get("sort");
  const heading = (name: string) => screen.findByRole("columnheader", { name });
  expect((await heading("Person")).getAttribute("aria-sort")).toBe("ascending");
  fireEvent.click(screen.getByRole("button", { name: "Team" }));
  await waitFor(() => expect(asked()).toBe("team"));
  expect((await heading("Team")).getAttribute("aria-sort")).toBe("ascending");
  fireEvent.click(screen.getByRole("button", { name: "Team" }));
  await waitFor(() => expect(asked()).toBe("-team"));
});

test("leaves the teams below out where that is said", async () => {
  open("/people?team=t-1");
  await screen.findByRole("link", { name: "Siân Hughes" });
  fireEvent.click(screen.getByRole("checkbox", { name: "Teams below too" }));
  await waitFor(() => expect(server.askedFor("GET /api/people").at(-1)?.query.get("below")).toBe("false"));
});

test("offers the teams below only with a team", async () => {
  open();
  await screen.findByRole("link", { name: "Siân Hughes" });
  expect(screen.queryByRole("checkbox")).toBeNull();
});

function Address() {
  return <output data-testid="address">{useLocation().pathname}</output>;
}

const many = Array.from({ length: 100 }, (_, at) => ({ ...sian, id: `m-${at}`, name: `Person ${at}` }));
/** By its text: to name every row anew until one fits takes seconds. */
const row = async (name: string) => (await screen.findByText(name)).closest<HTMLElement>("[role=row]");

test("draws the rows in sight only, says how many there are in all, and fetches on from where the first page ended", async () => {
  server.answer("GET /api/people", ({ query }) =>
    query.get("cursor") === null
      ? ok({ items: many, total: 101, totalCapped: false, nextCursor: "after-99" })
      : ok({ items: [gwen], total: 101, totalCapped: false, nextCursor: null }),
  );
  const person = userEvent.setup();
  open();
  const first = await row("Person 0");
  expect(screen.getByRole("grid", { name: "People" }).getAttribute("aria-rowcount")).toBe("102");
  expect(first?.getAttribute("aria-rowindex")).toBe("2");
  expect(screen.getAllByRole("row").length).toBeLessThan(60);
  first?.focus();
  await person.keyboard("{End}");
  await waitFor(() => expect(document.activeElement?.getAttribute("data-index")).toBe("99"));
  expect((await row("Gwen Gone"))?.getAttribute("aria-rowindex")).toBe("102");
  expect(server.askedFor("GET /api/people").at(-1)?.query.get("cursor")).toBe("after-99");
});

test("arrow keys move between rows, Tab goes on to the team of that row only, and Enter opens the person", async () => {
  const person = userEvent.setup();
  renderPage(
    <>
      <PeoplePage />
      <Address />
    </>,
    { me: somebody(["Toolroll.ItManager"]), at: "/people" },
  );
  const first = await row("Siân Hughes");
  const second = await row("Gwen Gone");
  await screen.findByRole("link", { name: "Housing" });
  expect([first?.tabIndex, second?.tabIndex]).toEqual([0, -1]);
  first?.focus();
  await person.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(second);
  await person.keyboard("{ArrowUp}{Tab}");
  expect(document.activeElement?.textContent).toBe("Housing");
  await person.keyboard("{Shift>}{Tab}{/Shift}{Enter}");
  expect(screen.getByTestId("address").textContent).toBe("/people/p-7");
});

test("on a phone the team stands with the name", async () => {
  layOut(() => 343);
  open();
  const phone = await row("Siân Hughes");
  expect((await screen.findByRole("link", { name: "Housing" })).closest("[role=row]")).toBe(phone);
  expect(screen.queryByRole("columnheader", { name: "Team" })).toBeNull();
});

test("says when the next people did not come, and tries again", async () => {
  server.answer("GET /api/people", ({ query }) =>
    query.get("cursor") === null
      ? ok({ items: many, total: 101, totalCapped: false, nextCursor: "after-99" })
      : problem(500, "The database is away."),
  );
  const person = userEvent.setup();
  open();
  (await row("Person 0"))?.focus();
  await person.keyboard("{End}");
  expect(await screen.findByText(/The next people could not be loaded/)).toBeTruthy();
  server.answer("GET /api/people", ok({ items: [gwen], total: 101, totalCapped: false, nextCursor: null }));
  await person.click(screen.getByRole("button", { name: "Try again" }));
  expect((await row("Gwen Gone"))?.getAttribute("aria-rowindex")).toBe("102");
});
