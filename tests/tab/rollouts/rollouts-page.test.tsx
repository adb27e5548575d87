import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import type { Role } from "../../../src/domain/permission";
import { RolloutPage } from "../../../tab/rollouts/rollout-page";
import { RolloutsPage } from "../../../tab/rollouts/rollouts-page";
import { WavePage } from "../../../tab/rollouts/wave-page";
import { type FakeServer, historyPage, ok, page, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";
import { aGate, aParticipant, aRollout, aWave, someProgress } from "./rollout-answers";

const wave = "GET /api/waves/w-1";
let server: FakeServer;

beforeEach(() => {
  server = startFakeServer();
  server.answer("GET /api/rollouts", page([aRollout()]));
  server.answer("GET /api/vendor-changes", page([]));
  server.answer("GET /api/rollouts/r-1", ok(aRollout()));
  server.answer("GET /api/rollouts/r-1/progress", ok({ ...someProgress, rings: [] }));
  server.answer("GET /api/rollouts/r-1/blockers", page([]));
  server.answer("GET /api/rollouts/r-1/training", page([]));
  server.answer("GET /api/rollouts/r-1/history", historyPage([]));
  server.answer(wave, ok(aWave()));
  server.answer(`${wave}/gates`, ok({ waveId: "w-1", passes: false, items: [aGate()] }));
  server.answer(`${wave}/progress`, ok({ ...someProgress, waveId: "w-1" }));
  server.answer(`${wave}/participants`, page([aParticipant()]));
});

function show(at: string, roles: readonly Role[] = ["Toolroll.ItManager"], managed: readonly string[] = []) {
  renderPage(
    <Routes>
      <Route path="rollouts" element={<RolloutsPage />} />
      <Route path="rollouts/:id" element={<RolloutPage />} />
      <Route path="waves/:id" element={<WavePage />} />
    </Routes>,
    { at, me: somebody(roles, managed) },
  );
  return userEvent.setup();
}

test("the list says of each rollout what it is of, whose it is and how far it is, the exempt left out", async () => {
  show("/rollouts");
  const list = within(await screen.findByRole("list", { name: "Rollouts, newest first" }));
  expect(list.getByText("Forms · Owner: Nia Davies · 1 open blocker")).toBeTruthy();
  expect(list.getByText("3 of 8 confirmed")).toBeTruthy();
  const bar = screen.getByRole("img", { name: /Housing first: Planned: 8 Mar 2027 to 19 Mar 2027/ });
  expect(bar).toBeTruthy();
});

test("one rollout says how it goes, and how long it may take", async () => {
  show("/rollouts/r-1");
  expect(await screen.findByText("3 of 8 confirmed; by today the plan has 5.")).toBeTruthy();
  expect(screen.getByText(/after 20 Mar 2027, and nobody can say when/)).toBeTruthy();
  expect(screen.getByText("Nothing stops anybody.")).toBeTruthy();
});

test("a go against a gate says that it takes two, and sends the reason", async () => {
  server.answer("POST /api/waves/w-1/decision", ok({}));
  const person = show("/waves/w-1");
  const gates = within(await screen.findByRole("table", { name: "Gates" }));
  expect(gates.getByText("Does not pass")).toBeTruthy();
  expect(gates.getByText("4 of 8")).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Go or no-go" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  expect(dialog.getByText(/A go needs a second person/)).toBeTruthy();
  await person.click(dialog.getByRole("button", { name: "Decide" }));
  expect(dialog.getByText("Say why.")).toBeTruthy();
  await person.type(dialog.getByRole("textbox", { name: /Reason/ }), "It is time");
  await person.click(dialog.getByRole("button", { name: "Decide" }));
  const [sent] = server.askedFor("POST /api/waves/w-1/decision");
  expect(sent?.body).toEqual({ decision: "go", reason: "It is time" });
});

test("people are chosen and changed together, with a reason where one is due", async () => {
  server.answer(
    "PATCH /api/waves/w-1/participants",
    ok({ changed: 1, unchanged: 0, counts: aWave().counts }),
  );
  const person = show("/waves/w-1");
  await person.click(await screen.findByRole("checkbox", { name: "Choose Sioned Staff" }));
  await person.click(screen.getByRole("button", { name: "Change" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  await person.selectOptions(dialog.getByRole("combobox"), "State: Exempt");
  await person.click(dialog.getByRole("button", { name: "Save" }));
  expect(dialog.getByText("Say why.")).toBeTruthy();
  await person.type(dialog.getByRole("textbox", { name: /Reason/ }), "On leave");
  await person.click(dialog.getByRole("button", { name: "Save" }));
  const [sent] = server.askedFor("PATCH /api/waves/w-1/participants");
  expect(sent?.body).toEqual({ personIds: ["p-2"], state: "exempt", reason: "On leave" });
});

test("a manager looks and changes nothing", async () => {
  show("/waves/w-1", [], ["t-1"]);
  await screen.findByRole("table", { name: "People" });
  expect(screen.queryByRole("button", { name: "Go or no-go" })).toBeNull();
  expect(screen.queryByRole("checkbox")).toBeNull();
});

function aFile(words: string): File {
  const arrayBuffer = async () => new TextEncoder().encode(words).buffer;
  return Object.assign(new File([words], "there.csv", { type: "text/csv" }), { arrayBuffer });
}

test("a file of who was at a session says what each row comes to, and is written only when all are right", async () => {
  const session = {
    ...{ id: "t-1", rolloutId: "r-1", courseId: null, title: "Intro", startsAt: "2027-03-09T10:00:00.000Z" },
    ...{ places: 8, waveIds: [], attended: 0, absent: 0, createdBy: "p-1" },
    createdAt: "2027-03-01T09:00:00.000Z",
  };
  const row = {
    ...{ line: 2, text: "sioned@llanfair.example", personId: "p-2", personName: "Sioned Staff" },
    ...{ verdict: "attended", stops: false, before: false },
  };
  const nobody = {
    ...{ line: 3, text: "who@llanfair.example", personId: null, personName: null },
    ...{ verdict: "unknown-person", stops: true, before: null },
  };
  const found = (stopping: number) => ({
    ...{ mode: "preview", applied: false, encoding: "utf-8", delimiter: ",", ignoredColumns: [] },
    rows: { total: 1 + stopping, attended: 1, absent: 0, unchanged: 0, stopping },
    verdicts: stopping > 0 ? [nobody, row] : [row],
    verdictsCut: false,
  });
  const path = "POST /api/training/t-1/attendance/file";
  server.answer("GET /api/rollouts/r-1/training", page([session]));
  server.answer(path, ok(found(1)));
  const person = show("/rollouts/r-1");
  await person.click(await screen.findByRole("button", { name: "Attendance of Intro from a file" }));
  const dialog = within(await screen.findByRole("alertdialog", { name: "Who was at Intro" }));
  const choose = dialog.getByLabelText("CSV file");
  await person.upload(choose, aFile("Email\nwho@llanfair.example"));
  expect(await dialog.findByText("Nobody is known by this")).toBeTruthy();
  expect(dialog.getByText("who@llanfair.example")).toBeTruthy();
  const write = dialog.getByRole("button", { name: "Write it down" });
  expect(write.getAttribute("aria-disabled")).toBe("true");
  server.answer(path, ok(found(0)));
  await person.upload(choose, aFile("Email\nsioned@llanfair.example"));
  expect(await dialog.findByText(/Were there: 1\. Were not: 0/)).toBeTruthy();
  expect(dialog.getByText("Was not there")).toBeTruthy();
  server.answer(path, ok({ ...found(0), mode: "apply", applied: true }));
  await person.click(write);
  const sent = server.askedFor(path).map(({ query }) => query.get("mode"));
  expect(sent).toEqual(["preview", "preview", "apply"]);
});

test("a session of a rollout can be of a course that is offered", async () => {
  const course = {
    ...{ id: "c-1", title: { en: "The ledger", cy: null }, provider: null, link: null, description: null },
    ...{ itemIds: [], applicationIds: [], skuIds: [], names: {}, nextSessionAt: null, waiting: 0 },
    ...{ archivedAt: null, createdBy: "p-1", createdAt: "2027-01-04T09:00:00.000Z", etag: '"v1"' },
  };
  server.answer("GET /api/courses", page([course]));
  const session = {
    ...{ id: "t-1", rolloutId: "r-1", courseId: "c-1", title: "Hour", places: 12, waveIds: [] },
    ...{ startsAt: "2027-03-12T10:00:00.000Z", attended: 0, absent: 0 },
    ...{ createdBy: "p-1", createdAt: "2027-01-04T09:00:00.000Z" },
  };
  server.answer("POST /api/rollouts/r-1/training", ok(session, 201));
  const person = show("/rollouts/r-1");
  await person.click(await screen.findByRole("button", { name: "Add a session" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  await person.type(dialog.getByRole("textbox"), "Hour");
  fireEvent.change(dialog.getByLabelText(/^Start/), { target: { value: "2027-03-12T10:00" } });
  await person.selectOptions(await dialog.findByRole("combobox", { name: "Course" }), "The ledger");
  await person.click(dialog.getByRole("button", { name: "Save" }));
  expect(server.askedFor("POST /api/rollouts/r-1/training")[0]?.body).toMatchObject({ courseId: "c-1" });
});
