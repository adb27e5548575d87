import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes, useLocation } from "react-router";
import { CheckInsPage } from "../../../tab/check-ins/check-ins-page";
import { type FakeServer, ok, page, problem, startFakeServer } from "../fake-server";
import { e3 } from "../licences/licence-answers";
import { renderPage, somebody } from "../render-page";
import { aRollout, aWave } from "../rollouts/rollout-answers";
import { checkIn, summary } from "./check-in-answers";

let server: FakeServer;

beforeEach(() => {
  server = startFakeServer();
  server.answer("GET /api/check-ins", page([checkIn()]));
  server.answer(
    "GET /api/teams",
    page([{ id: "t-7", name: "Housing Repairs", parentId: null, managerIds: [], etag: '"1"' }]),
  );
});

function open(me = somebody(["Toolroll.ItManager"])) {
  renderPage(
    <Routes>
      <Route path="/check-ins" element={<CheckInsPage />} />
      <Route path="/check-ins/:id" element={<WhereAmI />} />
    </Routes>,
    { me, at: "/check-ins?as=p-1&lang=en" },
  );
  return userEvent.setup();
}

function WhereAmI() {
  const { pathname, state } = useLocation();
  return <p>{`${pathname} ${JSON.stringify(state)}`}</p>;
}

async function openDialog() {
  const person = open();
  await person.click(await screen.findByRole("button", { name: "New kit check-in" }));
  return { person, dialog: within(await screen.findByRole("dialog")) };
}

test("lists each check-in with its share in numbers, and links to it keeping who I am", async () => {
  open();
  const link = await screen.findByRole("link", { name: "Autumn laptop check" });
  expect(link.getAttribute("href")).toBe("/check-ins/c-1?as=p-1&lang=en");
  expect(screen.getByText("388 of 1,186 answered")).toBeTruthy();
  expect(server.askedFor("GET /api/check-ins")[0]?.query.get("sort")).toBe("-createdAt");
});

test("says of a survey how many are asked, and nothing of answers that it does not know", async () => {
  const survey = checkIn({ purpose: "survey", summary: { ...summary, answered: null } });
  server.answer(
    "GET /api/check-ins",
    ok({ items: [survey], total: 1, totalCapped: false, nextCursor: null }),
  );
  open();
  expect(await screen.findByText("1,186 asked")).toBeTruthy();
  expect(screen.queryByText(/answered/)).toBeNull();
});

test("an auditor sees the list without the button", async () => {
  open(somebody(["Toolroll.Auditor"]));
  await screen.findByRole("link", { name: "Autumn laptop check" });
  expect(screen.queryByRole("button", { name: "New kit check-in" })).toBeNull();
});

test("saves a draft for teams with those below them and goes on to its launch", async () => {
  const { person, dialog } = await openDialog();
  server.answer(
    "POST /api/check-ins",
    ok(checkIn({ id: "c-9", state: "draft", launchedAt: null, summary: { ...summary, audience: 0 } }), 201),
  );
  await person.clear(dialog.getByRole("textbox", { name: "Title" }));
  await person.type(dialog.getByRole("textbox", { name: "Title" }), "Repairs: phones");
  await person.click(dialog.getByRole("radio", { name: "Teams" }));
  await person.type(dialog.getByRole("searchbox", { name: "Find a team" }), "rep");
  await person.click(await dialog.findByRole("button", { name: "Add Housing Repairs" }));
  expect(dialog.getByRole("button", { name: "Remove Housing Repairs" })).toBeTruthy();
  await person.click(dialog.getByRole("button", { name: "Save draft" }));
  expect(await screen.findByText('/check-ins/c-9 {"launch":true}')).toBeTruthy();
  const body = server.askedFor("POST /api/check-ins")[0]?.body as Record<string, unknown>;
  expect(body).toMatchObject({
    purpose: "kit",
    title: "Repairs: phones",
    audience: { teamIds: ["t-7"], includeBelow: true },
  });
  const closesAt = new Date(String(body.closesAt));
  expect([closesAt.getHours(), closesAt.getMinutes()]).toEqual([17, 0]);
});

test("wants to know which application, and sends as many reminders as chosen", async () => {
  const { person, dialog } = await openDialog();
  server.answer("GET /api/applications", page([]));
  server.answer("POST /api/check-ins", ok(checkIn({ id: "c-9", state: "draft" }), 201));
  await person.click(dialog.getByRole("radio", { name: "People who use an application" }));
  await person.click(dialog.getByRole("button", { name: "Save draft" }));
  expect(dialog.getByText("Choose an application.")).toBeTruthy();
  expect(server.askedFor("POST /api/check-ins")).toHaveLength(0);
  await person.click(dialog.getByRole("radio", { name: "Everyone" }));
  await person.selectOptions(dialog.getByRole("combobox", { name: "Reminders" }), "1");
  await person.click(dialog.getByRole("button", { name: "Save draft" }));
  await screen.findByText('/check-ins/c-9 {"launch":true}');
  expect(server.askedFor("POST /api/check-ins")[0]?.body).toMatchObject({
    audience: { everyone: true },
    reminders: 1,
  });
});

test("asks the holders of a licence, or the people of a wave, once it is said which", async () => {
  const { person, dialog } = await openDialog();
  server.answer("GET /api/licences", page([e3]));
  server.answer(
    "GET /api/rollouts",
    page([aRollout({ waves: [aWave({ id: "w-2", name: "Second wave" })] })]),
  );
  server.answer("POST /api/check-ins", ok(checkIn({ id: "c-9", state: "draft" }), 201));
  await person.click(dialog.getByRole("radio", { name: "Holders of a licence" }));
  await person.click(dialog.getByRole("button", { name: "Save draft" }));
  expect(dialog.getByText("Choose a licence.")).toBeTruthy();
  await dialog.findByText(e3.productName);
  await person.selectOptions(dialog.getByRole("combobox", { name: "Licence" }), e3.skuId);
  expect(dialog.queryByText("Choose a licence.")).toBeNull();
  await person.click(dialog.getByRole("radio", { name: "Participants of a wave" }));
  expect(dialog.getByText("Choose a wave.")).toBeTruthy();
  await dialog.findByText("Second wave");
  await person.selectOptions(dialog.getByRole("combobox", { name: "Wave" }), "w-2");
  await person.click(dialog.getByRole("button", { name: "Save draft" }));
  await screen.findByText('/check-ins/c-9 {"launch":true}');
  expect(server.askedFor("POST /api/check-ins")[0]?.body).toMatchObject({ audience: { waveId: "w-2" } });
});

test("says so where no licence has been read yet", async () => {
  const { person, dialog } = await openDialog();
  server.answer("GET /api/licences", page([]));
  await person.click(dialog.getByRole("radio", { name: "Holders of a licence" }));
  expect(await dialog.findByText(/^No licences have been read/)).toBeTruthy();
});

test("shows who is asked before anything is saved, and asks people by name", async () => {
  const { person, dialog } = await openDialog();
  const ann = {
    id: "p-7",
    name: "Ann Lee",
    email: "ann@llanfair.example",
    teamId: null,
    active: true,
    devices: 0,
  };
  server.answer("GET /api/people", page([ann]));
  const people = [{ name: "Ann Lee", reason: "not-installed" }];
  server.answer(
    "POST /api/check-ins/preview",
    ok({ total: 1, reachable: 0, byReason: { "not-installed": 1 }, people }),
  );
  server.answer("POST /api/check-ins", ok(checkIn({ id: "c-9", state: "draft" }), 201));
  await person.click(dialog.getByRole("radio", { name: "People by name" }));
  await person.click(dialog.getByRole("button", { name: "See who is asked" }));
  expect(server.askedFor("POST /api/check-ins/preview")).toHaveLength(0);
  await person.type(dialog.getByRole("combobox", { name: /^Find a person/ }), "ann");
  await person.click(await screen.findByRole("option", { name: /Ann Lee/, hidden: true }));
  expect(dialog.getByRole("button", { name: "Remove Ann Lee" })).toBeTruthy();
  await person.click(dialog.getByRole("button", { name: "See who is asked" }));
  expect(await dialog.findByText("0 of 1 can be reached now.")).toBeTruthy();
  expect(dialog.getByText("Toolroll is not installed for them in Teams: 1 (Ann Lee)")).toBeTruthy();
  await person.click(dialog.getByRole("button", { name: "Save draft" }));
  await screen.findByText('/check-ins/c-9 {"launch":true}');
  expect(server.askedFor("POST /api/check-ins")[0]?.body).toMatchObject({
    audience: { personIds: ["p-7"] },
    opensAt: null,
  });
});

test("says that nobody is in an audience, in place of a number", async () => {
  const { person, dialog } = await openDialog();
  server.answer("POST /api/check-ins/preview", problem(400, "Nobody is in this audience."));
  await person.click(dialog.getByRole("button", { name: "See who is asked" }));
  expect((await dialog.findByRole("alert")).textContent).toContain("Nobody is in this audience.");
});

test("names what is missing and sends nothing", async () => {
  const { person, dialog } = await openDialog();
  await person.clear(dialog.getByRole("textbox", { name: "Title" }));
  await person.click(dialog.getByRole("radio", { name: "Teams" }));
  await person.click(dialog.getByRole("button", { name: "Save draft" }));
  expect(dialog.getByText("Give the check-in a title.")).toBeTruthy();
  expect(dialog.getByText("Choose at least one team.")).toBeTruthy();
  expect(server.askedFor("POST /api/check-ins")).toHaveLength(0);
});

test("a refused draft keeps the dialog open with the reason", async () => {
  const { person, dialog } = await openDialog();
  server.answer("POST /api/check-ins", problem(400, "Choose a closing time in the future."));
  await person.click(dialog.getByRole("button", { name: "Save draft" }));
  expect((await dialog.findByRole("alert")).textContent).toContain("Choose a closing time in the future.");
});

test("asks again every so many months until a day, as chosen", async () => {
  const { person, dialog } = await openDialog();
  server.answer("POST /api/check-ins", ok(checkIn({ id: "c-9", state: "draft" }), 201));
  expect(dialog.queryByLabelText("Last day on which it may be asked again")).toBeNull();
  await person.selectOptions(dialog.getByRole("combobox", { name: "Ask it" }), "Every 3 months");
  await person.type(dialog.getByLabelText("Last day on which it may be asked again"), "2030-12-31");
  await person.click(dialog.getByRole("button", { name: "Save draft" }));
  await screen.findByText('/check-ins/c-9 {"launch":true}');
  expect(server.askedFor("POST /api/check-ins")[0]?.body).toMatchObject({
    recurrence: { every: 3, unit: "month", until: "2030-12-31" },
  });
});

test("shows the card as people get it, in the language that is chosen", async () => {
  const { person, dialog } = await openDialog();
  server.answer("POST /api/check-ins/card-preview", ok({ card }));
  await person.click(dialog.getByRole("button", { name: "See the card" }));
  const drawn = within(await dialog.findByRole("region", { name: /The card as people get it/ }));
  expect(drawn.getByText("Is this your kit?")).toBeTruthy();
  expect(drawn.getByText("Dell Latitude 5450 · LAP-0042")).toBeTruthy();
  for (const words of ["It is broken", "Send my answer", "What is it?"]) {
    expect(drawn.getByText(words)).toBeTruthy();
  }
  for (const role of ["radio", "button", "textbox", "combobox"]) expect(drawn.queryByRole(role)).toBeNull();
  expect(drawn.queryByText("an unknown part")).toBeNull();
  await person.click(dialog.getByRole("radio", { name: "Cymraeg" }));
  const languages = () =>
    server
      .askedFor("POST /api/check-ins/card-preview")
      .map(({ body }) => (body as { language: string }).language);
  await waitFor(() => expect(languages()).toEqual(["en", "cy"]));
});

const card = {
  lang: "en",
  body: [
    { type: "TextBlock", text: "Is this your kit?", size: "Large", weight: "Bolder" },
    { type: "RichTextBlock", inlines: [{ type: "TextRun", text: "Dell Latitude 5450 · LAP-0042" }] },
    {
      ...{ type: "Input.ChoiceSet", id: "example", style: "expanded", label: "Your answer for device 1" },
      choices: [
        { title: "I have it", value: "have" },
        { title: "It is broken", value: "broken" },
      ],
    },
    { type: "Input.ChoiceSet", id: "small", style: "compact", label: "How sure?", placeholder: "Choose" },
    { type: "Input.Text", id: "unlisted", label: "Something else", placeholder: "What is it?" },
    { type: "Strange", text: "an unknown part" },
    { type: "ActionSet", actions: [{ type: "Action.Execute", title: "Answer" }] },
  ],
  actions: [{ type: "Action.Execute", title: "Send my answer", style: "positive" }],
};
