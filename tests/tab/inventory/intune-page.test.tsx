import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IntunePage } from "../../../tab/inventory/intune/intune-page";
import { addWords } from "../../../tab/language/i18n";
import { intuneWords } from "../../../tab/language/words-of-intune";
import { type FakeServer, ok, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";

const it = somebody(["Toolroll.ItManager"]);
const one = {
  ...{ id: "i-1", name: "LL-1", serial: "PF1", manufacturer: "Lenovo", model: "ThinkPad L14" },
  ...{ os: "Windows", osVersion: "10.0", lastSeenAt: "2026-11-19T08:00:00.000Z", personName: "Cerys Rees" },
  candidates: [{ deviceId: "d-1", assetTag: "AB-1", serial: "PF1", model: "Old", holderName: null }],
  changes: [{ field: "model", from: "Old", to: "ThinkPad L14" }],
};
const answer = (items: readonly object[], more: object = {}) =>
  ok({
    ...{ items, total: items.length, totalCapped: false, nextCursor: null, names: {} },
    ...{ counts: { contested: 1, conflict: 1, new: 2 }, asOf: "2026-11-20T02:00:00.000Z" },
    ...more,
  });
let server: FakeServer;

beforeEach(() => {
  addWords(intuneWords);
  server = startFakeServer();
});

const show = (at = "/inventory/intune", me = it) => renderPage(<IntunePage />, { me, at });

test("what was set by hand is kept or given up by a word", async () => {
  server.answer("GET /api/graph-sync/devices", answer([one]));
  server.answer("POST /api/graph-sync/devices/i-1/decision", ok({ standing: "matched" }));
  show();
  expect(await screen.findByText("Model: from Old to ThinkPad L14")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Keep what the register has of LL-1" }));
  await waitFor(() =>
    expect(server.askedFor("POST /api/graph-sync/devices/i-1/decision")[0]?.body).toEqual({
      resolution: "keep",
    }),
  );
});

test("which of several devices it is can be said", async () => {
  const other = { ...one.candidates[0], deviceId: "d-2", assetTag: "AB-2" };
  server.answer(
    "GET /api/graph-sync/devices",
    answer([{ ...one, changes: [], candidates: [...one.candidates, other] }]),
  );
  server.answer("POST /api/graph-sync/devices/i-1/decision", ok({ standing: "matched" }));
  show("/inventory/intune?standing=conflict");
  await userEvent.click(await screen.findByRole("button", { name: "LL-1 is AB-2" }));
  await waitFor(() =>
    expect(server.askedFor("POST /api/graph-sync/devices/i-1/decision")[0]?.body).toEqual({
      deviceId: "d-2",
    }),
  );
});

test("devices are added by choice, and those that cannot be say why", async () => {
  const two = { ...one, id: "i-2", name: "LL-2" };
  const items = [one, two].map((device) => ({ ...device, changes: [], candidates: [] }));
  server.answer("GET /api/graph-sync/devices", answer(items));
  server.answer(
    "POST /api/graph-sync/devices/add",
    ok({ added: 1, refused: [{ id: "i-2", message: "The tag is taken." }] }),
  );
  show("/inventory/intune?standing=new");
  await userEvent.click(await screen.findByRole("checkbox", { name: "Choose LL-1" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Choose LL-2" }));
  await userEvent.click(screen.getByRole("button", { name: "Add 2 devices" }));
  expect(await screen.findByText("1 device was added to the register.")).toBeTruthy();
  expect(screen.getByText("Not added: LL-2. The tag is taken.")).toBeTruthy();
  expect(server.askedFor("POST /api/graph-sync/devices/add")[0]?.body).toEqual({ ids: ["i-1", "i-2"] });
});

test("before anything was read it says what it takes and what to do instead", async () => {
  server.answer("GET /api/graph-sync/devices", answer([], { asOf: null }));
  show();
  expect(await screen.findByText("No devices were read from Intune yet")).toBeTruthy();
  expect(screen.getByText(/import the list that Intune exports/)).toBeTruthy();
});

test("an auditor looks and decides nothing", async () => {
  server.answer("GET /api/graph-sync/devices", answer([one]));
  show("/inventory/intune", somebody(["Toolroll.Auditor"]));
  expect(await screen.findByText("Model: from Old to ThinkPad L14")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Keep/ })).toBeNull();
});
