import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { CheckInsPage } from "../../../tab/check-ins/check-ins-page";
import { type FakeServer, ok, page, problem, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";
import { checkIn } from "./check-in-answers";

let server: FakeServer;
const it = somebody(["Toolroll.ItManager"]);
const hold = { since: "2026-11-24T10:00:00.000Z", backupAt: "2026-11-24T02:00:00.000Z", doubtful: 3 };

beforeEach(() => {
  server = startFakeServer();
  server.answer("GET /api/check-ins", page([checkIn()]));
});

function open(held: object | null, me = it) {
  server.answer("GET /api/sending-hold", ok({ hold: held }));
  renderPage(
    <main>
      <CheckInsPage />
    </main>,
    { me },
  );
  return userEvent.setup();
}

test("says nothing while sending goes on", async () => {
  open(null);
  await screen.findByText("Autumn laptop check");
  await waitFor(() => expect(server.askedFor("GET /api/sending-hold")).toHaveLength(1));
  expect(screen.queryByText("Nothing is sent until somebody decides")).toBeNull();
});

test("says after a restore how much waits, and leaves it unsent once that is confirmed", async () => {
  const person = open(hold);
  await screen.findByText("Nothing is sent until somebody decides");
  expect(screen.getByText(/3 messages wait that may have been sent already/)).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Leave them unsent" }));
  await screen.findByRole("heading", { name: "Leave what waits unsent?" });
  expect(server.askedFor("POST /api/sending-hold/release")).toEqual([]);

  server.answer("POST /api/sending-hold/release", ok({ left: 3, sent: 0 }));
  server.answer("GET /api/sending-hold", ok({ hold: null }));
  const buttons = screen.getAllByRole("button", { name: "Leave them unsent" });
  await person.click(buttons.at(-1) ?? document.body);
  await waitFor(() => expect(screen.queryByText("Nothing is sent until somebody decides")).toBeNull());
  await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
  const [asked] = server.askedFor("POST /api/sending-hold/release");
  expect(asked?.body).toEqual({ messages: "leave" });
});

test("says before anything goes out again that some people get it twice", async () => {
  const person = open(hold);
  await person.click(await screen.findByRole("button", { name: "Send them again" }));
  expect(await screen.findByText(/gets it twice/)).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Cancel" }));
  expect(server.askedFor("POST /api/sending-hold/release")).toEqual([]);
});

test("asks nothing more where nothing waits, and tells when it was not taken over", async () => {
  const person = open({ ...hold, doubtful: 0 });
  server.answer("POST /api/sending-hold/release", problem(409, "Somebody has decided already."));
  await person.click(await screen.findByRole("button", { name: "Let sending go on" }));
  expect(await screen.findByText("Somebody has decided already.")).toBeTruthy();
});

test("an auditor reads who decides", async () => {
  open(hold, somebody(["Toolroll.Auditor"]));
  expect(await screen.findByText(/An IT manager decides/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Send them again" })).toBeNull();
});
