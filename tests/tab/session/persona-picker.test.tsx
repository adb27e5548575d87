import { FluentProvider, teamsLightTheme } from "@fluentui/react-components";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { SessionProvider } from "../../../tab/session/session-provider";
import { Entrance } from "../../../tab/shell/entrance";
import { type FakeServer, ok, problem, startFakeServer } from "../fake-server";
import { somebody } from "../render-page";

const person = (id: string, name: string, roles: string[] = [], manages: string[] = []) => ({
  id,
  name,
  email: `${id}@aberwen.test`,
  teamId: "t-1",
  teamName: "Housing",
  roles,
  manages,
});
const people = [
  person("p-it", "Angharad Pugh", ["Toolroll.ItManager"]),
  person("p-m", "Dafydd Llywelyn", [], ["t-1"]),
  person("p-1", "Nia Davies"),
];

let server: FakeServer;

beforeEach(() => {
  window.history.replaceState(null, "", "/tab/my-kit");
  server = startFakeServer();
  server.answer("GET /local/people", ({ query }) => {
    const wanted = (query.get("q") ?? "").toLowerCase();
    return ok({ items: people.filter(({ name }) => name.toLowerCase().includes(wanted)) });
  });
  server.answer("POST /local/sign-in", ok({ token: "token-of-nia", person: people[2] }));
  server.answer("GET /api/me", ({ headers }) =>
    headers.get("authorization") === "Bearer token-of-nia" ? ok(somebody()) : problem(401, "Sign in first."),
  );
  server.answer("GET /api/my/kit", ok({ devices: [] }));
  server.answer("GET /api/my/check-ins", ok({ items: [] }));
});

function open() {
  render(
    <FluentProvider theme={teamsLightTheme}>
      <SessionProvider host={null}>
        <Entrance />
      </SessionProvider>
    </FluentProvider>,
  );
  return userEvent.setup();
}

test("offers people with a role first, each with it in words", async () => {
  open();
  const withRole = (await screen.findByRole("heading", { name: "With a role" })).closest("section");
  expect(withRole?.textContent).toMatch(/Angharad Pugh.*IT manager.*Dafydd Llywelyn.*Manager/);
  const others = screen.getByRole("heading", { name: "Everybody else" }).closest("section");
  expect(others?.textContent).toContain("Nia Davies");
  expect(screen.getByRole("status").textContent).toBe("Showing 3 people");
});

test("searches, and says when nobody is found", async () => {
  const me = open();
  await me.type(await screen.findByRole("searchbox"), "nobody");
  expect(await screen.findByText(/Nobody of that name/)).toBeTruthy();
});

test("signs in as the chosen person, puts their id but no token in the address, and keeps nothing stored", async () => {
  const me = open();
  await me.click(await screen.findByRole("button", { name: /Nia Davies/ }));
  expect(await screen.findByRole("heading", { name: "My kit", level: 1 })).toBeTruthy();
  expect(server.askedFor("POST /local/sign-in")[0]?.body).toEqual({ personId: "p-1" });
  expect(new URLSearchParams(window.location.search).get("as")).toBe("p-1");
  expect(window.location.href).not.toContain("token-of-nia");
  expect([window.localStorage.length, window.sessionStorage.length, document.cookie]).toEqual([0, 0, ""]);
});

test("a reload with ?as= signs in again without asking", async () => {
  window.history.replaceState(null, "", "/tab/my-kit?as=p-1");
  open();
  expect(await screen.findByRole("heading", { name: "My kit", level: 1 })).toBeTruthy();
});

test("a staff member is offered My kit alone", async () => {
  window.history.replaceState(null, "", "/tab/my-kit?as=p-1");
  open();
  const pages = within(await screen.findByRole("navigation", { name: "Pages" }));
  expect(pages.getAllByRole("link").map((link) => link.textContent)).toEqual(["My kit"]);
});

test("somebody else may be chosen afterwards", async () => {
  window.history.replaceState(null, "", "/tab/my-kit?as=p-1");
  const me = open();
  await me.click(await screen.findByRole("button", { name: /Nia Davies: sign-in and language/ }));
  await me.click(await screen.findByRole("button", { name: "Sign in as somebody else" }));
  expect(await screen.findByRole("heading", { name: "Who are you today?" })).toBeTruthy();
  expect(new URLSearchParams(window.location.search).has("as")).toBe(false);
});

test("a refused sign-in is told, and the picker stays", async () => {
  server.answer("POST /local/sign-in", problem(404, "There is nothing here, or you cannot see it."));
  const me = open();
  await me.click(await screen.findByRole("button", { name: /Nia Davies/ }));
  expect((await screen.findByRole("alert")).textContent).toContain("There is nothing here");
  expect(screen.getByRole("heading", { name: "Who are you today?" })).toBeTruthy();
});

test("where there is no local door, a plain browser is sent to Teams", async () => {
  server.answer("GET /local/people", problem(404, "There is nothing here."));
  open();
  expect(await screen.findByRole("heading", { name: "Open Toolroll in Teams" })).toBeTruthy();
  await waitFor(() => expect(server.askedFor("GET /api/me")).toHaveLength(0));
});
