import { screen } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { PersonPage } from "../../../tab/people/person-page";
import { type FakeServer, historyPage, ok, page, problem, startFakeServer } from "../fake-server";
import { aDeviceAnswer, aHistoryItem } from "../inventory/device-answers";
import { renderPage, somebody } from "../render-page";

let server: FakeServer;
const person = {
  id: "p-7",
  name: "Siân Hughes",
  email: "sian@x.test",
  teamId: "t-1",
  teamName: "Housing",
  active: true,
  manages: [],
};
const given = {
  id: "e-1",
  at: "2026-10-01T09:00:00.000Z",
  actorName: "Nia Davies",
  door: "tab",
  received: true,
  deviceId: "d-1",
  assetTag: "LT-0041",
  model: "Latitude",
};

beforeEach(() => {
  server = startFakeServer();
  server.answer("GET /api/people/p-7", ok(person));
  server.answer("GET /api/devices", page([aDeviceAnswer()]));
  server.answer("GET /api/people/p-7/custody", ok({ items: [given], nextCursor: null }));
  server.answer("GET /api/people/p-7/history", historyPage([]));
});

function open() {
  renderPage(
    <Routes>
      <Route path="/people/:id" element={<PersonPage />} />
    </Routes>,
    { me: somebody(["Toolroll.ItManager"]), at: "/people/p-7" },
  );
}

test("shows who somebody is, what they hold and what they were given", async () => {
  open();
  expect(await screen.findByRole("heading", { level: 1, name: "Siân Hughes" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Housing" }).getAttribute("href")).toBe("/teams/t-1");
  const tag = await screen.findByRole("link", { name: "LT-0041" });
  expect(tag.getAttribute("href")).toBe("/inventory?device=d-1");
  expect(await screen.findByRole("link", { name: "Received LT-0041, Latitude" })).toBeTruthy();
  expect(screen.getByText(/Nia Davies in Toolroll/)).toBeTruthy();
  expect(server.askedFor("GET /api/devices")[0]?.query.get("assignee")).toBe("p-7");
});

test("a device that is not theirs to see any more is told without its name", async () => {
  const back = { ...given, received: false, assetTag: null, model: null };
  server.answer("GET /api/people/p-7/custody", ok({ items: [back], nextCursor: null }));
  open();
  expect(await screen.findByText("Gave back a device that you cannot see")).toBeTruthy();
});

test("the record's own history resolves ids to names", async () => {
  const changes = [{ field: "teamId", from: "t-1", to: "t-2" }];
  const item = aHistoryItem({ action: "person.changed", door: "import", changes });
  server.answer("GET /api/people/p-7/history", historyPage([item], { "t-1": "Housing", "t-2": "Highways" }));
  open();
  expect(await screen.findByText("Team: from Housing to Highways")).toBeTruthy();
});

test("somebody who has left and holds nothing is shown so", async () => {
  server.answer("GET /api/people/p-7", ok({ ...person, active: false, teamId: null, teamName: null }));
  server.answer("GET /api/devices", page([]));
  server.answer("GET /api/people/p-7/custody", ok({ items: [], nextCursor: null }));
  open();
  expect(await screen.findByText("Has left")).toBeTruthy();
  expect(screen.getByText("No team")).toBeTruthy();
  expect(await screen.findByText("Nothing in the register is in their name.")).toBeTruthy();
  expect(await screen.findByText(/^No device has been given/)).toBeTruthy();
});

test("a person out of reach is a page that does not exist", async () => {
  server.answer("GET /api/people/p-7", problem(404, "There is nothing here."));
  open();
  expect(await screen.findByRole("heading", { name: "There is no such page" })).toBeTruthy();
});
