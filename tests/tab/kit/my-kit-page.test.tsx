import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MyKitPage } from "../../../tab/kit/my-kit-page";
import { type FakeServer, ok, page, problem, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";

const laptop = {
  id: "d-1",
  assetTag: "LT-0041",
  type: "laptop",
  manufacturer: "Dell",
  model: "Latitude 5440",
  serial: "5CG1234XYZ",
  status: "deployable",
  label: "In use",
  warrantyEnd: "2020-03-31",
  lastConfirmedAt: null,
  openProblem: null,
  acceptance: null,
};
const phone = {
  ...laptop,
  id: "d-2",
  assetTag: "PH-0442",
  type: "phone",
  manufacturer: "Samsung",
  model: "Samsung Galaxy A54",
  serial: null,
  openProblem: "broken",
};
const question = {
  deliveryId: "dl-1",
  purpose: "kit",
  title: "Is this still your kit?",
  closesAt: "2030-01-01T17:00:00.000Z",
  answeredAt: null,
  devices: [laptop, phone],
  licence: null,
};
const contact = {
  slot: null,
  stopped: [],
  muted: false,
  purposes: ["kit", "stock-take"],
  councilHours: { days: [1, 2, 3, 4, 5], from: "08:00", until: "18:00" },
  messageBudget: 4,
};
const answerPath = "POST /api/my/check-ins/dl-1/answer";

let server: FakeServer;

beforeEach(() => {
  server = startFakeServer();
  server.answer("GET /api/my/kit", ok({ devices: [laptop, phone] }));
  server.answer("GET /api/my/check-ins", ok({ items: [question] }));
  server.answer("GET /api/my/assignments", ok({ items: [] }));
  server.answer("GET /api/my/messages", ok(contact));
  server.answer("GET /api/my/device-problems", page([]));
  server.answer("GET /api/my/training", ok({ items: [] }));
  server.answer("GET /api/my/licences", ok({ items: [], readAt: null, askable: false }));
});

const send = () => screen.findByRole("button", { name: "Send my answer" });
const choices = (device: RegExp) => within(screen.getByRole("radiogroup", { name: device }));

test("lists what I hold, says what is not known, and names what I reported", async () => {
  renderPage(<MyKitPage />);
  const card = (await screen.findByRole("heading", { name: "Dell Latitude 5440" })).closest("article");
  expect(card?.textContent).toContain("LT-0041");
  expect(card?.textContent).toContain("Not confirmed yet");
  expect(card?.textContent).toContain("Ended 31 Mar 2020");
  const other = screen.getByRole("heading", { name: "Samsung Galaxy A54" }).closest("article");
  expect(other?.textContent).toContain("No serial number");
  expect(other?.textContent).toContain("Reported broken");
});

test("sends one answer per device and what is not listed, then says what came of it", async () => {
  const person = userEvent.setup();
  server.answer(answerPath, ok({ answeredAt: "2026-11-24T09:00:00.000Z", confirmed: 1, problems: 2 }));
  renderPage(<MyKitPage />);
  await send();
  await person.click(choices(/Latitude/).getByRole("radio", { name: "I have it" }));
  await person.click(choices(/Galaxy/).getByRole("radio", { name: "I don't have it" }));
  await person.type(screen.getByRole("textbox", { name: /not listed/ }), "  a second monitor ");
  server.answer("GET /api/my/check-ins", ok({ items: [] }));
  await person.click(await send());
  const receipt = await screen.findByText("Thank you, your answer is with IT");
  expect(server.askedFor(answerPath)[0]?.body).toEqual({
    answers: { "d-1": "have", "d-2": "missing" },
    unlisted: "a second monitor",
  });
  const status = receipt.closest("[role=status]");
  expect(status?.textContent).toContain("1 device confirmed. 2 things for IT to look into.");
  expect(document.activeElement).toBe(status);
  await waitFor(() => expect(server.askedFor("GET /api/my/kit")).toHaveLength(2));
  expect(screen.getByText("Thank you, your answer is with IT")).toBeTruthy();
});

test("lets an answer be changed after it was sent", async () => {
  const person = userEvent.setup();
  server.answer(answerPath, ok({ answeredAt: "2026-11-24T09:00:00.000Z", confirmed: 1, problems: 0 }));
  renderPage(<MyKitPage />);
  await send();
  await person.click(choices(/Latitude/).getByRole("radio", { name: "I have it" }));
  await person.click(await send());
  await person.click(await screen.findByRole("button", { name: "Change my answer" }));
  await person.click(choices(/Latitude/).getByRole("radio", { name: "It is broken" }));
  await person.click(await send());
  await waitFor(() => expect(server.askedFor(answerPath)).toHaveLength(2));
  expect(server.askedFor(answerPath)[1]?.body).toEqual({ answers: { "d-1": "broken" }, unlisted: null });
});

test("asks for at least one answer before anything is sent", async () => {
  const person = userEvent.setup();
  renderPage(<MyKitPage />);
  await person.click(await send());
  expect(screen.getByText(/Choose an answer for at least one device/)).toBeTruthy();
  expect(server.askedFor(answerPath)).toHaveLength(0);
});

test("shows why an answer was refused, in the server's words, and keeps what was chosen", async () => {
  const person = userEvent.setup();
  server.answer(answerPath, problem(409, "This check-in is closed. Nothing has been changed."));
  renderPage(<MyKitPage />);
  await send();
  await person.click(choices(/Latitude/).getByRole("radio", { name: "I have it" }));
  await person.click(await send());
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("This check-in is closed. Nothing has been changed.");
  expect(choices(/Latitude/).getByRole<HTMLInputElement>("radio", { name: "I have it" }).checked).toBe(true);
});

test("who holds nothing may say so with one button", async () => {
  const person = userEvent.setup();
  server.answer("GET /api/my/kit", ok({ devices: [] }));
  server.answer("GET /api/my/check-ins", ok({ items: [{ ...question, devices: [] }] }));
  server.answer(answerPath, ok({ answeredAt: "2026-11-24T09:00:00.000Z", confirmed: 0, problems: 0 }));
  renderPage(<MyKitPage />);
  expect(await screen.findByRole("heading", { name: "No device is listed in your name" })).toBeTruthy();
  await person.click(await send());
  expect(await screen.findByText("Nothing else to do.")).toBeTruthy();
  expect(server.askedFor(answerPath)[0]?.body).toEqual({ answers: {}, unlisted: null });
});

test("a kit that cannot be loaded says so, with the reference, and is tried again on request", async () => {
  const person = userEvent.setup();
  server.answer("GET /api/my/check-ins", ok({ items: [] }));
  server.answer("GET /api/my/kit", problem(500, "Something broke."));
  renderPage(<MyKitPage />);
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("req-7f3a");
  server.answer("GET /api/my/kit", ok({ devices: [laptop] }));
  await person.click(within(alert).getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("heading", { name: "Dell Latitude 5440" })).toBeTruthy();
});

describe("a device that was handed to me", () => {
  const asked = {
    id: "as-1",
    askedAt: "2026-11-24T09:00:00.000Z",
    device: { ...laptop, acceptance: "pending" },
  };
  const path = "POST /api/my/assignments/as-1/answer";
  beforeEach(() => {
    server.answer("GET /api/my/assignments", () =>
      ok({ items: server.askedFor(path).length === 0 ? [asked] : [] }),
    );
    server.answer("GET /api/my/check-ins", ok({ items: [] }));
  });

  test("is mine with one press, and what came of it takes the focus", async () => {
    server.answer(path, ok({ answer: "accepted", answeredAt: asked.askedAt, waiting: 0 }));
    renderPage(<MyKitPage />);
    await userEvent.click(await screen.findByRole("button", { name: "I have it" }));
    const receipt = await screen.findByText("Thank you. The device is confirmed as yours.");
    expect(document.activeElement).toBe(receipt.closest('[role="status"]'));
    expect(server.askedFor(path)[0]?.body).toEqual({ answer: "accepted", note: null });
  });

  test("is sent back to IT with a note", async () => {
    server.answer(path, ok({ answer: "declined", answeredAt: asked.askedAt, waiting: 0 }));
    renderPage(<MyKitPage />);
    await userEvent.type(await screen.findByLabelText("A note for IT, if you like"), "Rhys has it");
    await userEvent.click(screen.getByRole("button", { name: "This is not mine" }));
    await screen.findByText(/IT knows that it is not yours/);
    expect(server.askedFor(path)[0]?.body).toEqual({ answer: "declined", note: "Rhys has it" });
  });

  test("that went elsewhere meanwhile says so, and keeps the note", async () => {
    server.answer(path, problem(409, "This device is no longer in your name."));
    renderPage(<MyKitPage />);
    await userEvent.type(await screen.findByLabelText("A note for IT, if you like"), "Mine");
    await userEvent.click(screen.getByRole("button", { name: "I have it" }));
    await screen.findByText("This device is no longer in your name.");
    screen.getByDisplayValue("Mine");
  });
});

test("what I reported stands there with what became of it", async () => {
  const reported = {
    ...{
      id: "r-1",
      kind: "broken",
      assetTag: "LT-0041",
      model: "Latitude 5440",
      text: null,
      resolvedAt: null,
    },
    ...{ state: "dismissed", reason: "It only needed charging", raisedAt: "2026-11-20T09:00:00.000Z" },
  };
  server.answer("GET /api/my/device-problems", page([reported]));
  renderPage(<MyKitPage />);
  const section = (await screen.findByRole("heading", { name: "What you reported" })).closest("section");
  expect(section?.textContent).toContain("Reported broken · LT-0041, Latitude 5440");
  expect(section?.textContent).toContain("IT says: It only needed charging");
  expect(section?.textContent).toContain("Dismissed");
});

test("a question is put off, and stays here to be answered", async () => {
  server.answer("POST /api/my/check-ins/dl-1/snooze", ok({ until: "2026-11-27T08:00:00.000Z" }));
  renderPage(<MyKitPage />);
  await userEvent.click(await screen.findByRole("button", { name: "Ask me tomorrow" }));
  expect(await screen.findByText(/The bot asks you again on/)).toBeTruthy();
  expect(server.askedFor("POST /api/my/check-ins/dl-1/snooze")[0]?.body).toEqual({ until: "tomorrow" });
  expect(await send()).toBeTruthy();
});

test("I decide what I am written to about, and in which hours", async () => {
  const slot = { days: [1, 2, 3, 4], from: "08:00", until: "18:00" };
  server.answer("PUT /api/my/messages", ok({ ...contact, slot, stopped: ["stock-take"] }));
  renderPage(<MyKitPage />);
  await userEvent.click(await screen.findByRole("checkbox", { name: "Stock-takes" }));
  await userEvent.click(screen.getByRole("radio", { name: "In hours of my own" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Friday" }));
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Saved.")).toBeTruthy();
  expect(server.askedFor("PUT /api/my/messages")[0]?.body).toEqual({ slot, stopped: ["stock-take"] });
});

test.each([
  [[], 0],
  [["Toolroll.ItManager"], 1],
] as const)("with the roles %j the digest of findings is offered %s times", async (roles, times) => {
  renderPage(<MyKitPage />, { me: somebody(roles) });
  await screen.findByRole("checkbox", { name: "Stock-takes" });
  expect(screen.queryAllByRole("checkbox", { name: /^Findings in my teams/ })).toHaveLength(times);
});

test("says so to whom the bot sends nothing any more", async () => {
  server.answer("GET /api/my/messages", ok({ ...contact, muted: true }));
  renderPage(<MyKitPage />);
  expect(await screen.findByText(/You told the bot to stop/)).toBeTruthy();
});

test("shows me training that is ahead and why, and where I was or was missed; nothing where there is none", async () => {
  const session = (id: string, because: string, link: string | null = null) => ({
    ...{ id, title: `Session ${id}`, startsAt: "2027-01-12T10:00:00.000Z", because, link },
  });
  const items = [
    session("1", "there"),
    session("2", "missed"),
    session("3", "rollout"),
    session("4", "asked", "https://learn.example/visio"),
  ];
  server.answer("GET /api/my/training", ok({ items }));
  renderPage(<MyKitPage />);
  const mine = within(await screen.findByRole("region", { name: "Training for you" }));
  expect(mine.getAllByRole("listitem").map(({ textContent }) => textContent?.split(" · ")[1])).toEqual([
    "You were there.",
    "You were missed.",
    "It goes with something new that you get.",
    "You asked for it.About the course",
  ]);
  expect(mine.getByRole("link", { name: "About the course" }).getAttribute("href")).toBe(
    "https://learn.example/visio",
  );
});

test("whether one was at a training is asked in three words, one of which has to be chosen", async () => {
  const session = { title: "An hour with Forms", startsAt: "2029-12-20T10:00:00.000Z" };
  const asked = { ...question, purpose: "rollout-step", title: session.title, session };
  server.answer("GET /api/my/check-ins", ok({ items: [asked] }));
  server.answer(answerPath, ok({ answeredAt: "2029-12-21T09:00:00.000Z", confirmed: 0, problems: 0 }));
  renderPage(<MyKitPage />);
  const person = userEvent.setup();
  await person.click(await screen.findByRole("button", { name: "Send" }));
  expect(screen.getByText("Choose one of the answers.")).toBeTruthy();
  await person.click(screen.getByRole("radio", { name: "I could not join" }));
  await person.click(screen.getByRole("button", { name: "Send" }));
  expect(await screen.findByText("Thank you, that is written down.")).toBeTruthy();
  expect(server.askedFor(answerPath)[0]?.body).toEqual({ attended: "could-not-join" });
});

test("where IT has written down who was at a training, the answer does not say that it is written", async () => {
  const session = { title: "An hour with Forms", startsAt: "2029-12-20T10:00:00.000Z" };
  const asked = { ...question, purpose: "rollout-step", title: session.title, session };
  server.answer("GET /api/my/check-ins", ok({ items: [asked] }));
  const kept = { answeredAt: "2029-12-21T09:00:00.000Z", confirmed: 0, problems: 0, written: false };
  server.answer(answerPath, ok(kept));
  renderPage(<MyKitPage />);
  const person = userEvent.setup();
  await person.click(await screen.findByRole("radio", { name: "I could not join" }));
  await person.click(screen.getByRole("button", { name: "Send" }));
  expect(await screen.findByText(/IT has written something down for you already/)).toBeTruthy();
});
