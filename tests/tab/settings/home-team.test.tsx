import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { addWords } from "../../../tab/language/i18n";
import { settingWords } from "../../../tab/language/words-of-settings";
import { HomeTeamSection } from "../../../tab/settings/home-team/home-team-section";
import { type FakeServer, ok, page, problem, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";

const it = somebody(["Toolroll.ItManager"]);
const housing = { id: "g-1", name: "Housing", team: true, hidden: false, people: 14 };
const planning = { id: "g-2", name: "Planning", team: true, hidden: false, people: null };
const shipped = {
  ...{ own: false, changedAt: null, changedByName: null },
  ...{ by: "department", groupIds: [], groups: [], groupsKnown: 2 },
};
const nothing = {
  people: 20,
  moved: 0,
  byHand: 0,
  elsewhere: 0,
  without: 0,
  teamsMade: [],
  moves: [],
  unread: [],
};
let server: FakeServer;

beforeEach(() => {
  addWords(settingWords);
  server = startFakeServer();
  server.answer("GET /api/settings/home-team", ok(shipped));
  server.answer("GET /api/directory-groups", page([housing, planning]));
});

const show = (me = it) => renderPage(<HomeTeamSection />, { me });

async function chooseHousing() {
  await userEvent.click(await screen.findByRole("radio", { name: "Groups that you choose" }));
  await userEvent.click(await screen.findByRole("button", { name: "Add Housing" }));
}

test("what would change is shown before anything is saved", async () => {
  const preview = {
    ...nothing,
    ...{ asOf: "2026-11-20T02:00:00.000Z", moved: 12, byHand: 1, teamsMade: ["Project Office"] },
    moves: [{ from: null, to: "Project Office", people: 12 }],
  };
  server.answer("POST /api/settings/home-team/preview", ok(preview));
  show();
  await chooseHousing();
  await userEvent.click(screen.getByRole("button", { name: "See what would change" }));
  expect(await screen.findByText("12 people move to another team")).toBeTruthy();
  expect(screen.getByText("1 team is made: Project Office")).toBeTruthy();
  expect(screen.getByText("1 person stays where somebody put them by hand")).toBeTruthy();
  expect(screen.getByRole("rowheader", { name: "No team to Project Office" })).toBeTruthy();
  expect(server.askedFor("PUT /api/settings/home-team")).toEqual([]);
  expect(server.askedFor("POST /api/settings/home-team/preview")[0]?.body).toEqual({
    by: "group",
    groupIds: ["g-1"],
  });
});

test("a rule by groups needs one, and is saved with its reason", async () => {
  server.answer(
    "PUT /api/settings/home-team",
    ok({ ...shipped, own: true, by: "group", groupIds: ["g-1"], groups: [housing] }),
  );
  show();
  await userEvent.click(await screen.findByRole("radio", { name: "Groups that you choose" }));
  expect(screen.getByRole("button", { name: "Save home teams" }).getAttribute("aria-disabled")).toBe("true");
  await userEvent.click(await screen.findByRole("button", { name: "Add Housing" }));
  await userEvent.type(screen.getByRole("textbox", { name: "Reason (optional)" }), "New year");
  await userEvent.click(screen.getByRole("button", { name: "Save home teams" }));
  expect(await screen.findByText("Saved. The next sync moves people.")).toBeTruthy();
  const [asked] = server.askedFor("PUT /api/settings/home-team");
  expect(asked?.body).toEqual({ by: "group", groupIds: ["g-1"], reason: "New year" });
});

test("groups count in the order in which they stand", async () => {
  server.answer("PUT /api/settings/home-team", ok(shipped));
  show();
  await chooseHousing();
  await userEvent.click(screen.getByRole("button", { name: "Add Planning" }));
  expect(screen.getByText("People not read yet")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Put Planning before the one above" }));
  await userEvent.click(screen.getByRole("button", { name: "Save home teams" }));
  await waitFor(() =>
    expect(server.askedFor("PUT /api/settings/home-team")[0]?.body).toEqual({
      by: "group",
      groupIds: ["g-2", "g-1"],
    }),
  );
});

test("without groups it says what it takes to read them, and what to do instead", async () => {
  server.answer("GET /api/settings/home-team", ok({ ...shipped, groupsKnown: null }));
  show();
  await userEvent.click(await screen.findByRole("radio", { name: "Groups that you choose" }));
  expect(screen.getByText(/GroupMember.Read.All/)).toBeTruthy();
});

test("a refusal is told, and nothing is lost of what was chosen", async () => {
  server.answer(
    "PUT /api/settings/home-team",
    problem(422, "A group that you chose is not in Microsoft 365 any more."),
  );
  show();
  await chooseHousing();
  await userEvent.click(screen.getByRole("button", { name: "Save home teams" }));
  expect(await screen.findByText(/not in Microsoft 365 any more/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Remove Housing" })).toBeTruthy();
});

test("who may not decide may look", async () => {
  show(somebody(["Toolroll.Auditor"]));
  const radio = await screen.findByRole("radio", { name: "Departments in Entra ID" });
  expect((radio as HTMLInputElement).disabled).toBe(true);
  expect(screen.queryByRole("button", { name: "Save home teams" })).toBeNull();
});
