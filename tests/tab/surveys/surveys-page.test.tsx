import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import type { FiguresAnswer } from "../../../src/contracts/survey-contract";
import type { Role } from "../../../src/domain/permission";
import { bandsOf } from "../../../tab/surveys/bands-bar";
import { ConfidentialPage } from "../../../tab/surveys/confidential-page";
import { ItemFiguresPage } from "../../../tab/surveys/item-figures-page";
import { MySurveysPage } from "../../../tab/surveys/my-surveys-page";
import { asTree, figuresOf, shareOf } from "../../../tab/surveys/result-view";
import { SurveyEditorPage } from "../../../tab/surveys/survey-editor-page";
import { SurveyPage } from "../../../tab/surveys/survey-page";
import { SurveysPage } from "../../../tab/surveys/surveys-page";
import { TeamFiguresPage } from "../../../tab/surveys/team-figures-page";
import { lineThrough } from "../../../tab/surveys/trend-chart";
import { type FakeServer, ok, page, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";

const items = [
  {
    id: "i-1",
    kind: "skill",
    text: { en: "I can find a file.", cy: null },
    applicationId: null,
    theme: null,
  },
  {
    id: "i-2",
    kind: "culture",
    text: { en: "I can be flexible.", cy: null },
    applicationId: null,
    theme: null,
  },
];
const survey = {
  id: "s-1",
  title: "Autumn",
  state: "closed",
  items,
  audience: { everyone: true },
  minimumGroup: 7,
  comments: true,
  pulse: false,
  checkInId: null,
  programmeId: null,
  createdBy: "p-1",
  createdAt: "2026-11-01T09:00:00.000Z",
  openedAt: "2026-11-02T09:00:00.000Z",
  closesAt: "2026-11-16T17:00:00.000Z",
  closedAt: "2026-11-16T17:00:00.000Z",
  etag: '"v1"',
};
const figures = {
  n: 12,
  favourable: 6,
  neutral: 3,
  unfavourable: 3,
  favourablePercent: 50,
  interval: [30, 70],
};
const coded = { ...figures, favourable: { min: 10, max: 12 }, favourablePercent: null, interval: [70, 100] };
const node = (teamId: string, parentId: string | null, released: FiguresAnswer[]) => ({
  teamId,
  name: teamId.toUpperCase(),
  parentId,
  invited: 20,
  responded: 12,
  items: released,
});
const hidden = items.map(({ id }) => ({ itemId: id, hidden: true as const }));
const results = {
  surveyId: "s-1",
  state: "closed",
  minimumGroup: 7,
  nodes: [
    node("b", "top", hidden),
    node("top", null, [
      { itemId: "i-1", ...figures },
      { itemId: "i-2", ...coded },
    ]),
  ],
  comments: [{ id: "c-1", teamId: "top", text: "Ask Siân", namesSomebody: true }],
};
const mine = { id: "s-2", title: "Pulse", items, comments: true, minimumGroup: 7, closesAt: survey.closesAt };

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer();
  server.answer("GET /api/surveys", page([survey]));
  server.answer("GET /api/surveys/s-1", ok(survey));
  server.answer("GET /api/surveys/s-1/results", ok(results));
  server.answer("GET /api/surveys/s-1/training", ok({ items: [] }));
  server.answer("GET /api/my/surveys", ok({ items: [{ ...mine, response: null }] }));
  server.answer("GET /api/applications", page([]));
});

function show(at: string, roles: readonly Role[] = ["Toolroll.ItManager"]) {
  renderPage(
    <Routes>
      <Route path="surveys" element={<SurveysPage />} />
      <Route path="surveys/new" element={<SurveyEditorPage />} />
      <Route path="surveys/confidential" element={<ConfidentialPage />} />
      <Route path="surveys/:id/teams/:teamId" element={<TeamFiguresPage />} />
      <Route path="surveys/:id/items/:itemId" element={<ItemFiguresPage />} />
      <Route path="surveys/:id" element={<SurveyPage />} />
      <Route path="my-surveys" element={<MySurveysPage />} />
    </Routes>,
    { at, me: somebody(roles) },
  );
  return userEvent.setup();
}

test("the map tells each figure in words, ranges where the count is one, and hides what is hidden", async () => {
  show("/surveys/s-1");
  const map = within(await screen.findByRole("table", { name: "Favourable answers by team and statement" }));
  const [, top, below] = map.getAllByRole("row");
  expect(within(top as HTMLElement).getByText("50 %")).toBeTruthy();
  expect(within(top as HTMLElement).getByText("83 to 100 %")).toBeTruthy();
  expect(within(below as HTMLElement).getAllByText("Hidden")).toHaveLength(2);
  expect(screen.getByText("May name somebody")).toBeTruthy();
});

test("a statement has a page: its teams beside the whole, and how the whole went with a gap where nothing is told", async () => {
  const point = (surveyId: string, day: string, more: object, change: string | null = null) => ({
    ...{ surveyId, title: "Autumn", closedAt: `2026-${day}T17:00:00.000Z`, itemId: "i-1", change, ...more },
  });
  const points = [
    point("s-a", "02-16", figures),
    point("s-b", "05-16", { hidden: true }),
    point("s-1", "11-16", figures, "no-clear-change"),
  ];
  server.answer("GET /api/surveys/s-1/trend", ({ query }) =>
    ok({ surveyId: "s-1", teamId: query.get("team"), items: [{ itemId: "i-1", points }] }),
  );
  const person = show("/surveys/s-1");
  await person.click(await screen.findByRole("link", { name: "I can find a file." }));
  const teams = await screen.findByRole("table", { name: "All teams: I can find a file." });
  expect(within(teams).getByText("30 to 70 %")).toBeTruthy();
  await person.click(await screen.findByRole("button", { name: "Export the trend as CSV" }));
  const [file] = server.askedFor("GET /api/exports/surveys/s-1/trend.csv");
  expect([file?.query.get("team"), file?.query.get("item")]).toEqual(["top", "i-1"]);
  expect(screen.getByText(/fewer than 7 scored answers, or taken out/)).toBeTruthy();
  expect(await screen.findByRole("img", { name: /^Over time.*table below/ })).toBeTruthy();
  const rows = within(screen.getByRole("table", { name: /^Over time/ })).getAllByRole("row");
  expect(rows).toHaveLength(4);
  expect(within(rows[2] as HTMLElement).getAllByText("Hidden")).not.toHaveLength(0);
  expect(within(rows[3] as HTMLElement).getByText("No clear change")).toBeTruthy();
  expect(server.askedFor("GET /api/surveys/s-1/trend")[0]?.query.get("team")).toBe("top");
});

test("a team has a page: its statements beside the whole, and a file of its rows", async () => {
  const below = {
    ...node("c", "top", []),
    items: [{ itemId: "i-1", ...figures, favourablePercent: 90, interval: [85, 95] }],
  };
  server.answer("GET /api/surveys/s-1/results", ok({ ...results, nodes: [...results.nodes, below] }));
  server.answer("GET /api/surveys/s-1/trend", ok({ surveyId: "s-1", teamId: "c", items: [] }));
  const person = show("/surveys/s-1");
  await person.click(await screen.findByRole("link", { name: "C" }));
  const table = await screen.findByRole("table", { name: "All statements: C" });
  expect(within(table).getByText("50 %: clearly higher here")).toBeTruthy();
  expect(await screen.findAllByText(/no earlier survey/)).toHaveLength(2);
  await person.click(screen.getByRole("button", { name: "Export CSV" }));
  const [asked] = server.askedFor("GET /api/exports/surveys/s-1/results.csv");
  expect(asked?.query.get("team")).toBe("c");
});

test("a chart draws no line across what is not published, and hatches what a coded count leaves open", () => {
  const shown = { ...figures, interval: [30, 70] as const };
  const one = (id: string, known: boolean) => ({ id, name: id, shown: known ? shown : null });
  const points = [one("a", true), one("b", true), one("c", false), one("d", true)];
  expect(
    lineThrough(
      points,
      (at) => at,
      (percent) => percent,
    ),
  ).toBe("M0 50 L1 50 M3 50");
  const wide = {
    ...shown,
    favourable: { min: 10, max: 12 },
    neutral: { min: 0, max: 2 },
    unfavourable: { min: 0, max: 2 },
  };
  const shares = bandsOf(wide).map(({ band, share }) => [band, Math.round(share)]);
  expect(shares).toEqual([
    ["favourable", 83],
    ["untold", 17],
    ["neutral", 0],
    ["unfavourable", 0],
  ]);
});

test("an answer goes out only when every statement has one, and can be taken back", async () => {
  server.answer("POST /api/my/surveys/s-2/response", ok({ surveyId: "s-2", closesAt: survey.closesAt }));
  server.answer("DELETE /api/my/surveys/s-2/response", { status: 204 });
  const person = show("/my-surveys", []);
  const [first, second] = await screen.findAllByRole("radiogroup");
  await person.click(within(first as HTMLElement).getByRole("radio", { name: "Very confident" }));
  await person.click(screen.getByRole("button", { name: "Send my answer" }));
  expect(await screen.findByText("Choose an answer to each statement.")).toBeTruthy();
  expect(server.askedFor("POST /api/my/surveys/s-2/response")).toEqual([]);
  await person.click(within(second as HTMLElement).getByRole("radio", { name: "Prefer not to say" }));
  const answers = [
    { itemId: "i-1", value: "4" },
    { itemId: "i-2", value: "prefer-not" },
  ];
  server.answer("GET /api/my/surveys", ok({ items: [{ ...mine, response: { answers, comment: null } }] }));
  await person.click(screen.getByRole("button", { name: "Send my answer" }));
  expect(await screen.findByText(/^Your answer is in/)).toBeTruthy();
  expect(server.askedFor("POST /api/my/surveys/s-2/response")[0]?.body).toEqual({ answers, comment: null });
  server.answer("GET /api/my/surveys", ok({ items: [{ ...mine, response: null }] }));
  await person.click(screen.getByRole("button", { name: "Take my answer back" }));
  expect(await screen.findByRole("button", { name: "Send my answer" })).toBeTruthy();
  expect(server.askedFor("DELETE /api/my/surveys/s-2/response")).toHaveLength(1);
});

test("a new survey says what is missing, and sends statements of the list and of one's own", async () => {
  server.answer("POST /api/surveys", ok({ ...survey, state: "draft" }, 201));
  const person = show("/surveys/new");
  await person.click(await screen.findByRole("button", { name: "Save draft" }));
  expect(screen.getByText("Give it a title.")).toBeTruthy();
  expect(screen.getByText("Choose at least one statement.")).toBeTruthy();
  await person.type(screen.getByRole("textbox", { name: /^Title/ }), "Pulse");
  await person.click(
    screen.getByRole("checkbox", { name: "I can find a file again that my team or I saved." }),
  );
  await person.type(screen.getByRole("textbox", { name: "Your own statement" }), "I can park.");
  await person.selectOptions(
    screen.getByRole("combobox", { name: "What it is about" }),
    "Culture: customer-focused",
  );
  await person.click(screen.getByRole("button", { name: "Add statement" }));
  await person.click(screen.getByRole("button", { name: "Save draft" }));
  expect(await screen.findByRole("heading", { name: "Autumn", level: 1 })).toBeTruthy();
  expect(server.askedFor("POST /api/surveys")[0]?.body).toMatchObject({
    title: "Pulse",
    audience: { everyone: true },
    minimumGroup: 7,
    items: [
      { kind: "skill", theme: "handling-information" },
      { kind: "culture", theme: "customer-focused", text: { en: "I can park.", cy: null } },
    ],
  });
});

test("the way confidentiality works is told to everybody", async () => {
  show("/surveys/confidential", []);
  expect(await screen.findByRole("heading", { name: "How your answers stay confidential" })).toBeTruthy();
  expect(screen.getAllByRole("listitem")).toHaveLength(6);
});

test("teams stand below the one above them, the whole first, and what lies out of sight is no gap", () => {
  const nodes = [node("b", "gone", []), node("a2", "a", []), node("a", null, [])];
  expect(asTree(nodes).map(({ teamId, depth }) => [teamId, depth])).toEqual([
    ["a", 0],
    ["a2", 1],
    ["b", 0],
  ]);
  const seen = [
    node("aardvarks", "out of sight", []),
    node("council", null, []),
    node("baths", "council", []),
  ];
  expect(asTree(seen).map(({ teamId, depth }) => [teamId, depth])).toEqual([
    ["council", 0],
    ["baths", 1],
    ["aardvarks", 0],
  ]);
  const shown = figuresOf(node("a", null, [{ itemId: "i-2", ...coded }]), "i-2");
  expect(shown && shareOf(shown)).toEqual({ low: 83, high: 100 });
});

test("a draft is seen as the card and as the page, in the language of whoever is asked", async () => {
  const draft = {
    ...survey,
    state: "draft",
    items: [{ ...items[0], text: { en: "I can.", cy: "Gallaf." } }],
  };
  server.answer("GET /api/surveys/s-1", ok(draft));
  server.answer("POST /api/surveys/card-preview", ({ body }) => {
    const lang = (body as { language: string }).language;
    return ok({ card: { lang, body: [{ type: "TextBlock", text: `card in ${lang}` }], actions: [] } });
  });
  const person = show("/surveys/s-1");
  expect(await screen.findByText("card in en")).toBeTruthy();
  expect(screen.getByRole("radiogroup", { name: "I can." })).toBeTruthy();
  await person.click(screen.getByRole("radio", { name: "Cymraeg" }));
  expect(await screen.findByText("card in cy")).toBeTruthy();
  const asked = screen.getByRole("radiogroup", { name: "Gallaf." });
  expect(within(asked).getByRole("radio", { name: "Cwbl hyderus" })).toBeTruthy();
  expect(screen.getByRole("heading", { name: "As a card in Teams" })).toBeTruthy();
});

test("a survey repeats, and stops, only after it was said what that does", async () => {
  const programme = {
    id: "pr-1",
    title: "Autumn",
    everyWeeks: 13,
    daysOpen: 14,
    nextOpensAt: "2027-02-01T09:00:00.000Z",
    state: "running",
    createdBy: "p-1",
    createdAt: survey.createdAt,
    runs: [],
    etag: '"v1"',
  };
  server.answer("POST /api/survey-programmes", () => {
    server.answer("GET /api/surveys/s-1", ok({ ...survey, programmeId: "pr-1" }));
    return ok(programme, 201);
  });
  server.answer("GET /api/survey-programmes/pr-1", ok(programme));
  server.answer("PATCH /api/survey-programmes/pr-1", () => {
    server.answer("GET /api/survey-programmes/pr-1", ok({ ...programme, state: "stopped" }));
    return ok({ ...programme, state: "stopped" });
  });
  const person = show("/surveys/s-1");
  await person.click(await screen.findByRole("button", { name: "Repeat this survey" }));
  const start = within(screen.getByRole("alertdialog"));
  expect(start.getByText(/answers are never joined/)).toBeTruthy();
  await person.click(start.getByRole("button", { name: "Repeat this survey" }));
  expect(await screen.findByText(/^Repeats every 13 weeks/)).toBeTruthy();
  expect(server.askedFor("POST /api/survey-programmes")[0]?.body).toEqual({
    surveyId: "s-1",
    everyWeeks: 13,
    daysOpen: 14,
  });
  // The page can be reached again once the dialog has gone.
  await person.click(await screen.findByRole("button", { name: "Stop repeating" }));
  const stop = within(await screen.findByRole("alertdialog"));
  expect(stop.getByText(/A run that is open goes on/)).toBeTruthy();
  await person.click(stop.getByRole("button", { name: "Stop repeating" }));
  expect(await screen.findByText(/^Stopped: no further run opens/)).toBeTruthy();
  expect(server.askedFor("PATCH /api/survey-programmes/pr-1")[0]?.body).toEqual({ state: "stopped" });
});

test("a pulse takes five statements and no more", async () => {
  const person = show("/surveys/new");
  await person.click(await screen.findByRole("radio", { name: /^Pulse/ }));
  const boxes = screen.getAllByRole("checkbox", { name: /^I / });
  for (const box of boxes.slice(0, 6)) await person.click(box);
  await person.click(screen.getByRole("button", { name: "Save draft" }));
  expect(screen.getByText(/^A pulse has 5 statements at most/)).toBeTruthy();
  expect(server.askedFor("POST /api/surveys")).toEqual([]);
});
