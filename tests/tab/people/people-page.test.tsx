import { fireEvent, screen, waitFor } from "@testing-library/react";
import { PeoplePage } from "../../../tab/people/people-page";
import { type FakeServer, page, problem, startFakeServer } from "../fake-server";
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
  server = startFakeServer();
  server.answer("GET /api/people", page([sian, gwen]));
  server.answer("GET /api/teams", page([housing]));
});

const open = (at = "/people") => renderPage(<PeoplePage />, { me: somebody(["Toolroll.ItManager"]), at });

test("lists people with their team and what is in their name, and says who has left", async () => {
  open();
  const row = (await screen.findByRole("link", { name: "Siân Hughes" })).closest("tr");
  expect(screen.getByRole("link", { name: "Siân Hughes" }).getAttribute("href")).toBe("/people/p-7");
  expect((await screen.findByRole("link", { name: "Housing" })).getAttribute("href")).toBe("/teams/t-1");
  expect(row?.textContent).toContain("2");
  expect(screen.getByRole("link", { name: "Gwen Gone" }).closest("tr")?.textContent).toMatch(
    /Has left.*No team.*1/,
  );
  expect(screen.getByRole("status").textContent).toBe("2 people");
});

test("asks for what the address says, and for those below a team too", async () => {
  open("/people?q=si&team=t-1&presence=left");
  await screen.findByRole("link", { name: "Gwen Gone" });
  const { query } = server.askedFor("GET /api/people").at(-1) ?? { query: new URLSearchParams() };
  expect(Object.fromEntries(query)).toEqual({
    limit: "100",
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
