import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import type { MeAnswer } from "../../../src/contracts/person-contract";
import { CheckInPage } from "../../../tab/check-ins/check-in-page";
import { type FakeServer, ok, page, problem, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";
import { checkIn, delivery, summary } from "./check-in-answers";

let server: FakeServer;
const it = somebody(["Toolroll.ItManager"]);

beforeEach(() => {
  server = startFakeServer();
  server.answer("GET /api/check-ins/c-1/deliveries", page([delivery]));
  server.answer("GET /api/check-ins/c-1/summary", ok(summary));
  server.answer("POST /api/check-ins/preview", ok(preview));
  server.answer("GET /api/check-ins/c-1/progress", ok(progress));
});

const progress = {
  state: "sending",
  due: 1_240,
  later: 30,
  perSecond: 24.8,
  endsAt: "2030-01-01T09:12:00.000Z",
};

const preview = {
  total: 84,
  reachable: 80,
  byReason: { "not-installed": 1, "opted-out": 3 },
  people: [
    { name: "Tom Ellis", reason: "not-installed" },
    { name: "Una Audley", reason: null },
  ],
};

function open(one = checkIn(), me: MeAnswer = it) {
  server.answer("GET /api/check-ins/c-1", ok(one));
  renderPage(
    <Routes>
      <Route path="/check-ins/:id" element={<CheckInPage />} />
    </Routes>,
    { me, at: "/check-ins/c-1" },
  );
  return userEvent.setup();
}

async function funnelRow(name: string): Promise<string> {
  const term = await screen.findByText(name, { selector: "dt" });
  return term.parentElement?.querySelector("dd")?.textContent ?? "";
}

test("shows how many are at which point, in numbers, and why some were not reached", async () => {
  open();
  expect(await funnelRow("Asked in all")).toBe("1,186");
  expect(await funnelRow("Answered")).toBe("388");
  expect(await funnelRow("Sent, no answer yet")).toBe("512");
  expect(await funnelRow("Could not be sent")).toBe("24");
  expect(screen.getByText("Toolroll is not installed for them in Teams: 20")).toBeTruthy();
  expect(screen.getByText("They have left: 7")).toBeTruthy();
});

test("says of each reason what can be done about it, as long as something can", async () => {
  open();
  expect(await screen.findByText(/Install it for them in the Teams admin centre/)).toBeTruthy();
  expect(screen.getByText(/It is their decision/)).toBeTruthy();
});

test("a closed one says why, and nothing to do", async () => {
  open(checkIn({ state: "closed" }));
  expect(await screen.findByText("They have left: 7")).toBeTruthy();
  expect(screen.queryByText(/Install it for them/)).toBeNull();
});

test("a state that nobody is in is left out, except the ones whose zero says something", async () => {
  server.answer("GET /api/check-ins/c-1/summary", ok({ ...summary, answered: 0 }));
  open(checkIn({ summary: { ...summary, answered: 0 } }));
  expect(await funnelRow("Answered")).toBe("0");
  expect(screen.queryByText("Closed without an answer", { selector: "dt" })).toBeNull();
});

test("says of a survey neither that nobody answered nor who did not", async () => {
  const figures = { ...summary, answered: null, expired: 9 };
  server.answer("GET /api/check-ins/c-1/summary", ok(figures));
  open(checkIn({ purpose: "survey", surveyId: "s-1", summary: figures }));
  expect(await funnelRow("Sent")).toBe("512");
  expect(await funnelRow("Ended with the survey")).toBe("9");
  expect(screen.getByText(/how many have, once it has closed/)).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/no answer yet|without an answer/i);
  expect(screen.queryByText("Answered")).toBeNull();
});

test("leads from the check-in of a survey to the survey, where it is closed", async () => {
  open(checkIn({ purpose: "survey", surveyId: "s-1", summary: { ...summary, answered: null } }));
  const link = await screen.findByRole("link", { name: "See the survey" });
  expect(link.getAttribute("href")).toMatch(/^\/surveys\/s-1/);
  expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
  expect(screen.getByRole("button", { name: "Pause" })).toBeTruthy();
});

test("says since when nothing is sent, and who can mend it", async () => {
  open(checkIn({ sendingPausedSince: "2026-11-24T10:00:00.000Z" }));
  expect(await screen.findByText("Sending is paused")).toBeTruthy();
  expect(screen.getByText(/Since 24 Nov 2026.* Ask an administrator/)).toBeTruthy();
});

test("never claims that a message was read", async () => {
  open();
  await funnelRow("Answered");
  const words = document.body.textContent ?? "";
  expect(words).toContain("cannot know whether it was read");
  expect(words.replaceAll("cannot know whether it was read", "")).not.toMatch(/\b(read|seen|opened)\b/i);
});

test("offers what the state allows: a running one may be paused, and says so to the server", async () => {
  const person = open();
  server.answer("POST /api/check-ins/c-1/pause", ok(checkIn({ state: "paused" })));
  const pause = await screen.findByRole("button", { name: "Pause" });
  expect(screen.queryByRole("button", { name: "Resume" })).toBeNull();
  server.answer("GET /api/check-ins/c-1", ok(checkIn({ state: "paused" })));
  await person.click(pause);
  expect(await screen.findByRole("button", { name: "Resume" })).toBeTruthy();
  expect(server.askedFor("POST /api/check-ins/c-1/pause")).toHaveLength(1);
});

test("the next step does not wait until what the last one changed has been read again", async () => {
  const person = open();
  server.answer("POST /api/check-ins/c-1/pause", ok(checkIn({ state: "paused" })));
  const pause = await screen.findByRole("button", { name: "Pause" });
  server.answer("GET /api/check-ins/c-1", () => new Promise(() => undefined));
  await person.click(pause);
  await screen.findByRole("button", { name: "Resume" });
  await person.click(screen.getByRole("button", { name: "Close" }));
  expect(await screen.findByRole("alertdialog")).toBeTruthy();
});

test("closes only after asking", async () => {
  const person = open();
  server.answer("POST /api/check-ins/c-1/close", ok(checkIn({ state: "closed" })));
  await person.click(await screen.findByRole("button", { name: "Close" }));
  const dialog = await screen.findByRole("alertdialog");
  expect(server.askedFor("POST /api/check-ins/c-1/close")).toHaveLength(0);
  server.answer("GET /api/check-ins/c-1", ok(checkIn({ state: "closed" })));
  await person.click(within(dialog).getByRole("button", { name: "Close the check-in" }));
  await screen.findByText("Closed");
  expect(server.askedFor("POST /api/check-ins/c-1/close")).toHaveLength(1);
  expect(screen.queryByRole("button", { name: "Pause" })).toBeNull();
});

test("a draft says how many people a launch will message", async () => {
  const draft = checkIn({ state: "draft", launchedAt: null, summary: { ...summary, audience: 84 } });
  const person = open(draft);
  await person.click(await screen.findByRole("button", { name: "Launch" }));
  const dialog = await screen.findByRole("alertdialog");
  expect(dialog.textContent).toContain("84 people are asked by Toolroll in Teams.");
  server.answer("POST /api/check-ins/c-1/launch", problem(400, "Nobody is in this audience."));
  await person.click(within(dialog).getByRole("button", { name: "Launch" }));
  // By its words: whether a closed dialog gives the page back to screen readers is told in a real browser only.
  expect(await screen.findByText(/Nobody is in this audience\./)).toBeTruthy();
});

test("a draft says before its launch who cannot be reached and why, and names nobody's own decision", async () => {
  const person = open(checkIn({ state: "draft", launchedAt: null }));
  await person.click(await screen.findByRole("button", { name: "Launch" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  expect(await dialog.findByText("80 of 84 can be reached now.")).toBeTruthy();
  expect(dialog.getByText("They want no messages about this: 3")).toBeTruthy();
  expect(dialog.getByText("Toolroll is not installed for them in Teams: 1 (Tom Ellis)")).toBeTruthy();
  expect(dialog.getByText("The others: Una Audley, and 82 more")).toBeTruthy();
});

test("a draft for a survey says before its launch that it opens the survey", async () => {
  const person = open(checkIn({ state: "draft", purpose: "survey", surveyId: "s-1" }));
  await person.click(await screen.findByRole("button", { name: "Launch" }));
  expect(await screen.findByText(/Launching opens the survey/)).toBeTruthy();
  expect(screen.queryByText(/close the check-in/)).toBeNull();
});

test("tries one person again who was not reached", async () => {
  const person = open();
  server.answer("POST /api/check-ins/c-1/deliveries/dl-1/retry", ok({ queued: true }));
  await person.click(await screen.findByRole("button", { name: "Try again for Tom Ellis" }));
  await waitFor(() =>
    expect(server.askedFor("POST /api/check-ins/c-1/deliveries/dl-1/retry")).toHaveLength(1),
  );
});

test("filters the people by state", async () => {
  const person = open();
  expect(await screen.findByRole("rowheader", { name: "Tom Ellis" })).toBeTruthy();
  server.answer("GET /api/check-ins/c-1/deliveries", ({ query }) =>
    query.get("state") === "answered" ? page([]) : page([delivery]),
  );
  await person.selectOptions(screen.getByRole("combobox", { name: "State" }), "answered");
  expect(await screen.findByText("Nobody is in this state.")).toBeTruthy();
});

test("an auditor looks on without buttons", async () => {
  open(checkIn(), somebody(["Toolroll.Auditor"]));
  await funnelRow("Answered");
  expect(screen.queryByRole("button", { name: "Pause" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
});

test("staff find no such page, and nothing is asked of the server", async () => {
  open(checkIn(), somebody());
  expect(await screen.findByRole("heading", { name: "There is no such page" })).toBeTruthy();
  await waitFor(() => expect(server.asked).toHaveLength(0));
});

test("says how fast messages go, how many are left and when the last one is expected", async () => {
  open();
  const words = await screen.findByText(/Being sent: 24\.8 a second, 1,240 to go\./);
  expect(words.textContent).toContain("30 more wait for a later moment");
  expect(words.textContent).toContain("The last message is expected to go on 1 Jan 2030");
});

test.each([
  ["done", "Nothing is waiting to be sent."],
  ["paused", "Sending is paused; 1,240 could go now."],
  ["stopped", "Nothing more is sent."],
])("says that the sending is %s", async (state, words) => {
  server.answer("GET /api/check-ins/c-1/progress", ok({ ...progress, state, endsAt: null }));
  open();
  expect(await screen.findByText(words)).toBeTruthy();
});

test("stops the sending for good after one more question, and offers it no second time", async () => {
  const person = open();
  await person.click(await screen.findByRole("button", { name: "Stop sending" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  expect(dialog.getByText(/Whoever was asked can still answer/)).toBeTruthy();
  server.answer("POST /api/check-ins/c-1/cancel", ok(checkIn({ cancelled: true })));
  server.answer("GET /api/check-ins/c-1", ok(checkIn({ cancelled: true })));
  await person.click(dialog.getByRole("button", { name: "Stop sending" }));
  expect(await screen.findByText(/Sending was stopped/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Stop sending" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Pause" })).toBeNull();
  expect(server.askedFor("POST /api/check-ins/c-1/cancel")).toHaveLength(1);
});

describe("a check-in of a series", () => {
  const recurrence = { every: 3, unit: "month", until: null } as const;
  const second = checkIn({
    recurrence,
    series: { id: "c-0", run: 2, nextRunAt: "2030-03-01T09:00:00.000Z" },
  });
  const first = checkIn({
    ...{ id: "c-0", state: "closed", recurrence, series: { id: "c-0", run: 1, nextRunAt: null } },
  });

  test("says how often it is asked, when next, and leads to the others", async () => {
    server.answer("GET /api/check-ins", page([second, first]));
    open(second);
    expect(await screen.findByText(/Every 3 months\. This is number 2\./)).toBeTruthy();
    expect(screen.getByText(/The next one is asked on 1 Mar 2030/)).toBeTruthy();
    const link = await screen.findByRole("link", { name: "Number 1, 20 Nov 2026" });
    expect(link.getAttribute("href")).toContain("/check-ins/c-0");
    expect(server.askedFor("GET /api/check-ins")[0]?.query.get("series")).toBe("c-0");
  });

  test("ends when somebody says so twice", async () => {
    server.answer("GET /api/check-ins", page([second, first]));
    const person = open(second);
    await person.click(await screen.findByRole("button", { name: "End the series" }));
    const dialog = within(await screen.findByRole("alertdialog"));
    const ended = checkIn({ recurrence, series: { id: "c-0", run: 2, nextRunAt: null } });
    server.answer("POST /api/check-ins/c-1/end-series", ok(ended));
    server.answer("GET /api/check-ins/c-1", ok(ended));
    await person.click(dialog.getByRole("button", { name: "End the series" }));
    expect(await screen.findByText(/It is not asked again from here/)).toBeTruthy();
  });
});
