import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { AuditPage } from "../../../tab/governance/audit-page";
import { addWords } from "../../../tab/language/i18n";
import { governanceWords } from "../../../tab/language/words-of-governance";
import { type FakeServer, historyPage, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";

const event = {
  id: "e-1",
  at: "2026-03-02T09:00:00.000Z",
  actorId: "p-9",
  actorName: "Iola Tudor",
  door: "tab",
  action: "device.assigned",
  subjectKind: "device",
  subjectId: "d-1",
  changes: [{ field: "assigneeId", from: "erased-1", to: "p-2" }],
  reason: "For her new post",
  redacted: true,
};

let server: FakeServer;

beforeEach(() => {
  addWords(governanceWords);
  server = startFakeServer();
  server.answer("GET /api/audit-events", historyPage([event], { "d-1": "LL-000001", "p-2": "Sioned Staff" }));
});

test("tells who did what to which record, and on demand from what to what and why", async () => {
  renderPage(<AuditPage />, { me: somebody(["Toolroll.Auditor"]) });
  const person = userEvent.setup();
  const row = await screen.findByRole("button", { name: /^Details of Device: Handed out/ });
  expect(screen.getByText("LL-000001")).toBeTruthy();
  expect(screen.getByText("Iola Tudor")).toBeTruthy();
  expect(row.getAttribute("aria-expanded")).toBe("false");
  await person.click(row);
  expect(row.getAttribute("aria-expanded")).toBe("true");
  const change = within(screen.getByRole("row", { name: /^assigneeId/ }));
  expect(change.getByText("An erased person")).toBeTruthy();
  expect(change.getByText("Sioned Staff")).toBeTruthy();
  expect(screen.getByText("Reason: For her new post")).toBeTruthy();
  expect(screen.getByText(/were taken out of this entry later/)).toBeTruthy();
});

test("asks the server by what was typed and chosen", async () => {
  renderPage(<AuditPage />, { me: somebody(["Toolroll.Administrator"]) });
  const person = userEvent.setup();
  await screen.findByText("1 entry");
  await person.selectOptions(screen.getByLabelText("Kind of record"), "team");
  await person.type(screen.getByRole("searchbox"), "post");
  await waitFor(() => {
    const last = server.askedFor("GET /api/audit-events").at(-1)?.query;
    expect([last?.get("subjectKind"), last?.get("q")]).toEqual(["team", "post"]);
  });
});

test("is not there for an IT manager", () => {
  renderPage(<AuditPage />, { me: somebody(["Toolroll.ItManager"]) });
  expect(screen.getByText("There is no such page")).toBeTruthy();
});
