import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import type { CohortAnswer, CohortSideAnswer } from "../../../src/contracts/cohort-contract";
import type { CourseAnswer, TrainingRequestAnswer } from "../../../src/contracts/course-contract";
import type { TrainingAnswer, TrainingDetailsAnswer } from "../../../src/contracts/training-contract";
import type { Role } from "../../../src/domain/permission";
import { CoursePage } from "../../../tab/courses/course-page";
import { CoursesPage } from "../../../tab/courses/courses-page";
import { type FakeServer, historyPage, ok, page, problem, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";

function aCourse(more: Partial<CourseAnswer> = {}): CourseAnswer {
  return {
    id: "c-1",
    title: { en: "The ledger", cy: "Y cyfriflyfr" },
    provider: "Finance",
    link: "https://learn.example/ledger",
    description: "Two hours",
    itemIds: ["find-files"],
    applicationIds: ["a-1"],
    skuIds: [],
    names: { "a-1": "Ledger" },
    nextSessionAt: "2027-03-12T10:00:00.000Z",
    waiting: 2,
    archivedAt: null,
    createdBy: "p-1",
    createdAt: "2027-01-04T09:00:00.000Z",
    etag: '"v1"',
    ...more,
  };
}

function aSession(more: Partial<TrainingAnswer> = {}): TrainingAnswer {
  return {
    id: "t-1",
    rolloutId: null,
    courseId: "c-1",
    title: "The ledger",
    startsAt: "2027-03-01T10:00:00.000Z",
    places: 12,
    waveIds: [],
    attended: 1,
    absent: 1,
    createdBy: "p-1",
    createdAt: "2027-01-04T09:00:00.000Z",
    ...more,
  };
}

function aRequest(more: Partial<TrainingRequestAnswer> = {}): TrainingRequestAnswer {
  return {
    id: "rollout-step/b-1",
    origin: "rollout-step",
    personId: "p-2",
    personName: "Sioned Staff",
    teamName: "Housing",
    subjectKind: "application",
    subjectId: "a-1",
    subjectName: "Ledger for all",
    words: "I could not come to the training",
    askedAt: "2027-03-10T09:00:00.000Z",
    courses: [{ id: "c-1", title: { en: "The ledger", cy: null } }],
    ...more,
  };
}

const sum = { n: 20, favourable: 8, favourablePercent: 40, interval: [30, 50] };
const side: CohortSideAnswer = {
  teams: [{ id: "t-1", name: "Housing" }],
  people: 22,
  trained: 20,
  before: sum,
  after: { n: 20, favourable: { min: 18, max: 20 }, favourablePercent: null, interval: [80, 100] },
  change: "up",
};
const five = ["E", "D", "C", "B", "A"].map((name) => ({ id: name, name }));

function aCohort(more: Partial<CohortAnswer> = {}): CohortAnswer {
  return {
    course: { id: "c-1", title: { en: "The ledger", cy: null } },
    statement: { en: "I can find a file.", cy: null },
    before: { id: "s-1", title: "Winter", closedAt: "2027-02-01T17:00:00.000Z" },
    after: { id: "s-2", title: "Spring", closedAt: "2027-05-03T17:00:00.000Z" },
    attended: 20,
    because: null,
    trained: side,
    others: { ...side, teams: five, trained: 0, change: "no-clear-change", after: sum },
    ...more,
  };
}

let server: FakeServer;

beforeEach(() => {
  server = startFakeServer();
  server.answer("GET /api/courses", page([aCourse()]));
  server.answer("GET /api/courses/c-1", ok(aCourse()));
  server.answer("GET /api/courses/c-1/sessions", page([aSession()]));
  server.answer("GET /api/courses/c-1/figures", ok({ items: [aCohort()] }));
  server.answer("GET /api/courses/c-1/history", historyPage([]));
  server.answer("GET /api/training-requests", page([aRequest()]));
  server.answer("GET /api/licences", page([]));
});

function show(at: string, roles: readonly Role[] = ["Toolroll.ItManager"], managed: readonly string[] = []) {
  renderPage(
    <Routes>
      <Route path="courses" element={<CoursesPage />} />
      <Route path="courses/:id" element={<CoursePage />} />
    </Routes>,
    { at, me: somebody(roles, managed) },
  );
  return userEvent.setup();
}

test("the list says what each course is good for, when it is next, and how many wait; and who asked, in their own words", async () => {
  show("/courses");
  const list = within(await screen.findByRole("list", { name: "Courses, newest first" }));
  expect(list.getByText(/Next session: 12 Mar 2027.*I can find a file again.*Ledger/)).toBeTruthy();
  expect(list.getByText("2 people wait for it")).toBeTruthy();
  const asked = within(await screen.findByRole("table", { name: "Who asked for training" }));
  expect(asked.getByText("I could not come to the training")).toBeTruthy();
  expect(asked.getByText("Rollout")).toBeTruthy();
  expect(server.askedFor("GET /api/courses").at(0)?.query.get("archived")).toBe("false");
});

test("archived courses are shown when they are asked for", async () => {
  const person = show("/courses");
  await screen.findByRole("list", { name: "Courses, newest first" });
  server.answer("GET /api/courses", page([aCourse({ archivedAt: "2027-02-01T09:00:00.000Z" })]));
  await person.click(screen.getByRole("checkbox", { name: "Show archived courses too" }));
  expect(await screen.findByText("Archived")).toBeTruthy();
  expect(server.askedFor("GET /api/courses").at(-1)?.query.has("archived")).toBe(false);
});

test("nothing is said to be there while there is no course, and a failure can be tried again", async () => {
  server.answer("GET /api/courses", page([]));
  show("/courses");
  expect(await screen.findByText("No course yet")).toBeTruthy();
});

test("a list that did not come says so", async () => {
  server.answer("GET /api/courses", problem(403, "Not for you."));
  show("/courses");
  expect(await screen.findByRole("button", { name: "Try again" })).toBeTruthy();
});

test("a course is added with what it is good for, and what is missing is named", async () => {
  server.answer("POST /api/courses", ok(aCourse(), 201));
  const person = show("/courses");
  await person.click(await screen.findByRole("button", { name: "New course" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  await person.type(dialog.getByRole("textbox", { name: /^Link/ }), "learn.example");
  await person.click(dialog.getByRole("button", { name: "Save" }));
  expect(dialog.getByText("Give it a title.")).toBeTruthy();
  expect(dialog.getByText("Start it with https:// or http://.")).toBeTruthy();
  await person.type(dialog.getByRole("textbox", { name: /^Title(?! in)/ }), "Files");
  await person.clear(dialog.getByRole("textbox", { name: /^Link/ }));
  await person.click(dialog.getByRole("checkbox", { name: /^I can find a file again/ }));
  await person.click(dialog.getByRole("button", { name: "Save" }));
  await screen.findByText("Two hours");
  expect(server.askedFor("POST /api/courses")[0]?.body).toEqual({
    title: { en: "Files", cy: null },
    provider: null,
    link: null,
    description: null,
    itemIds: ["find-files"],
    applicationIds: [],
    skuIds: [],
  });
});

test("a course shows how teams that took it stood before and after, a range where one was published", async () => {
  show("/courses/c-1");
  const table = within(await screen.findByRole("table", { name: /^I can find a file\., / }));
  expect(table.getByText("Trained: Housing")).toBeTruthy();
  expect(table.getByText("Others: A, B, C, D and 1 more team")).toBeTruthy();
  expect(table.getByText("90 to 100 % (80 to 100 %)")).toBeTruthy();
  expect(table.getByText("Up")).toBeTruthy();
  expect(screen.getByText(/A change need not come from the training/)).toBeTruthy();
});

test("where nothing is published it says why", async () => {
  const none = { trained: null, others: null };
  server.answer(
    "GET /api/courses/c-1/figures",
    ok({
      items: [
        aCohort({ ...none, because: "no-team-trained" }),
        aCohort({ ...none, because: "figures-hidden", after: { id: "s-3", title: "Later", closedAt: null } }),
      ],
    }),
  );
  show("/courses/c-1");
  expect(await screen.findByText(/in no team were at least 80 % of the people there/)).toBeTruthy();
  expect(screen.getByText(/a survey shows no figures of the teams that were there/)).toBeTruthy();
  expect(screen.queryByText(/A change need not come/)).toBeNull();
});

test("a session is planned, and who was there is written down with those who asked", async () => {
  server.answer("POST /api/courses/c-1/sessions", ok(aSession(), 201));
  const attendees: TrainingDetailsAnswer["attendees"] = [
    { personId: "p-3", personName: "Huw Housing", teamName: "Housing", attended: true, source: "hand" },
    { personId: "p-4", personName: "Una Audley", teamName: null, attended: false, source: "hand" },
  ];
  server.answer("GET /api/training/t-1", ok({ ...aSession(), attendees }));
  server.answer("PUT /api/training/t-1/attendance", ok(aSession()));
  const person = show("/courses/c-1");
  await person.click(await screen.findByRole("button", { name: "Plan a session" }));
  const plan = within(await screen.findByRole("alertdialog"));
  await person.click(plan.getByRole("button", { name: "Save" }));
  expect(plan.getByText("Choose when it starts.")).toBeTruthy();
  await person.click(plan.getByRole("button", { name: "Cancel" }));

  await person.click(await screen.findByRole("button", { name: /^Who was there: The ledger/ }));
  await person.click(await screen.findByRole("button", { name: "Add the person who asked for it" }));
  await person.click(screen.getByRole("checkbox", { name: "Una Audley was there" }));
  await person.click(screen.getByRole("button", { name: "Take Huw Housing off the list" }));
  await person.click(screen.getByRole("button", { name: "Save" }));
  expect(server.askedFor("PUT /api/training/t-1/attendance")[0]?.body).toEqual({
    attended: ["p-4", "p-2"],
    absent: [],
  });
});

test("a course is archived, and then plans no session", async () => {
  server.answer("PATCH /api/courses/c-1", ok(aCourse()));
  const person = show("/courses/c-1");
  await person.click(await screen.findByRole("button", { name: "Archive" }));
  expect(server.askedFor("PATCH /api/courses/c-1")[0]?.body).toEqual({ archived: true });
});

test("a manager reads and changes nothing, and does not see who asked", async () => {
  server.answer("GET /api/courses/c-1", ok(aCourse({ waiting: null })));
  show("/courses/c-1", [], ["t-1"]);
  await screen.findByRole("table", { name: "Sessions" });
  expect(screen.queryByRole("button", { name: "Edit" })).toBeNull();
  expect(screen.queryByRole("button", { name: /^Who was there/ })).toBeNull();
  expect(screen.queryByText("Who asked for training")).toBeNull();
  expect(server.askedFor("GET /api/training-requests")).toEqual([]);
});

test("whoever looks after nobody has no such page", async () => {
  show("/courses", []);
  expect(await screen.findByText("There is no such page")).toBeTruthy();
});

test("who was there comes from a file too", async () => {
  const person = show("/courses/c-1");
  await person.click(
    await screen.findByRole("button", { name: /^Attendance of The ledger, .* from a file$/ }),
  );
  expect(await screen.findByRole("heading", { name: "Who was at The ledger" })).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Cancel" }));
  expect(server.askedFor("GET /api/courses/c-1/sessions").length).toBeGreaterThan(1);
});
