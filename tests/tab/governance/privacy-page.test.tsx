import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { PrivacyPage } from "../../../tab/governance/privacy-page";
import { addWords } from "../../../tab/language/i18n";
import { governanceWords } from "../../../tab/language/words-of-governance";
import { type FakeServer, ok, page, problem, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";

const leavers = { kind: "leavers", days: 180, defaultDays: 180, least: 30, most: 2190 };
const administrator = somebody(["Toolroll.Administrator"]);
let server: FakeServer;

beforeEach(() => {
  addWords(governanceWords);
  server = startFakeServer();
  server.answer("GET /api/retention", ok({ items: [leavers] }));
  server.answer(
    "GET /api/leavers",
    page([
      {
        personId: "p-3",
        name: "Gwen Gone",
        email: "gwen@council.example",
        teamId: "t-1",
        teamName: "Housing",
        since: "2026-01-01T00:00:00.000Z",
        pseudonymisedFrom: null,
        devices: [{ id: "d-1", assetTag: "LL-000001", type: "laptop", model: null }],
      },
    ]),
  );
  server.answer(
    "GET /api/people",
    page([
      {
        id: "p-3",
        name: "Gwen Gone",
        email: "gwen@council.example",
        teamId: null,
        active: false,
        devices: 1,
      },
    ]),
  );
});

test("shows what leavers have to hand back", async () => {
  renderPage(<PrivacyPage />, { me: administrator });
  expect(await screen.findByText("LL-000001")).toBeTruthy();
  expect(screen.getByText("The kit is back")).toBeTruthy();
});

test("tries a time out before it is saved", async () => {
  server.answer("POST /api/retention/dry-run", ok({ items: [{ kind: "leavers", days: 60, count: 7 }] }));
  server.answer("PUT /api/retention", ok({ items: [{ ...leavers, days: 60 }] }));
  renderPage(<PrivacyPage />, { me: administrator });
  const person = userEvent.setup();
  const days = await screen.findByRole("spinbutton");
  await person.clear(days);
  await person.type(days, "60");
  await person.click(screen.getByRole("button", { name: "Try it out" }));
  expect(await screen.findByText("7")).toBeTruthy();
  expect(server.askedFor("PUT /api/retention")).toEqual([]);
  await person.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Saved. It applies from tonight.")).toBeTruthy();
  const wanted = { items: [{ kind: "leavers", days: 60 }] };
  expect(server.askedFor("POST /api/retention/dry-run")[0]?.body).toEqual(wanted);
  expect(server.askedFor("PUT /api/retention")[0]?.body).toEqual(wanted);
});

async function openErase() {
  renderPage(<PrivacyPage />, { me: administrator });
  const person = userEvent.setup();
  await person.type(screen.getByRole("combobox", { name: "Person" }), "gwen");
  await person.click(await screen.findByRole("option", { name: /Gwen Gone/ }));
  await person.click(await screen.findByRole("button", { name: "Erase …" }));
  await screen.findByRole("alertdialog");
  return person;
}

test("erases somebody for a reason only, says what is left to do, and asks again where kit is held", async () => {
  server.answer("POST /api/people/p-3/erasure", problem(409, "Gwen Gone still holds kit."));
  const person = await openErase();
  await person.click(screen.getByRole("button", { name: "Erase" }));
  expect(server.askedFor("POST /api/people/p-3/erasure")).toEqual([]);
  await person.type(screen.getByRole("textbox", { name: /Reason/ }), "Asked for it");
  await person.click(screen.getByRole("button", { name: "Erase" }));
  expect(await screen.findByText(/still holds kit/)).toBeTruthy();
  const done = {
    alreadyErased: false,
    devicesTakenBack: 1,
    auditEvents: 12,
    toReview: [
      { record: "device", id: "d-2", name: "LL-2", field: "notes" },
      { record: "device", id: "d-2", name: "LL-2", field: "label" },
      { record: "contract", id: "c-1", name: "Payroll", field: "reference" },
    ],
  };
  server.answer("POST /api/people/p-3/erasure", ok(done));
  await person.click(screen.getByRole("checkbox"));
  await person.click(screen.getByRole("button", { name: "Erase" }));
  expect(
    await screen.findByText(/Gwen Gone has been erased.*12.*: Device LL-2, Contract of Payroll\.$/),
  ).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(server.askedFor("POST /api/people/p-3/erasure").map(({ body }) => body)).toEqual([
    { reason: "Asked for it", confirmed: false },
    { reason: "Asked for it", confirmed: true },
  ]);
});

test.each([["Toolroll.Auditor"], ["Toolroll.ItManager"]] as const)("is not there for %s", (role) => {
  renderPage(<PrivacyPage />, { me: somebody([role]) });
  expect(screen.getByText("There is no such page")).toBeTruthy();
});
