import { screen, within } from "@testing-library/react";
import { Route, Routes } from "react-router";
import type { RenewalAnswer } from "../../../src/contracts/licence-money-contract";
import { daysAfter } from "../../../src/domain/instant";
import type { Role } from "../../../src/domain/permission";
import { HomePage } from "../../../tab/home/home-page";
import { localDay } from "../../../tab/inventory/device-facts";
import { type FakeServer, ok, page, startFakeServer } from "../fake-server";
import { renewal } from "../licences/licence-answers";
import { renderPage, somebody } from "../render-page";
import { aRollout } from "../rollouts/rollout-answers";
import { anOverview } from "../teams/team-answers";

let server: FakeServer;

beforeEach(() => {
  server = startFakeServer();
  server.answer("GET /api/my/check-ins", page([]));
  server.answer("GET /api/findings", page([]));
  server.answer(
    "GET /api/rollouts",
    page([aRollout({ id: "r-1", name: "Forms for all", state: "running" }), aRollout({ name: "To come" })]),
  );
  server.answer("GET /api/licences/renewals", ok({ items: [] }));
});

const show = (roles: readonly Role[], managed: readonly string[] = []) =>
  renderPage(<HomePage />, { at: "/home", me: somebody(roles, managed) });

test("an IT manager sees what to do, what runs and what is to be renewed, and nothing that waits", async () => {
  show(["Toolroll.ItManager"]);
  const running = within(await screen.findByRole("list", { name: "Running rollouts" }));
  expect(running.getByRole("link", { name: "Forms for all" }).getAttribute("href")).toContain(
    "/rollouts/r-1",
  );
  expect(running.queryByText("To come")).toBeNull();
  expect(await screen.findByText("Nothing waits to be done.")).toBeTruthy();
  expect(screen.getByText("Nothing has to be decided within half a year.")).toBeTruthy();
  expect(screen.getByText("Nobody asks you anything.")).toBeTruthy();
  expect(server.askedFor("GET /api/findings")[0]?.query.get("limit")).toBe("5");
});

test("a manager sees the teams at a glance, and nothing of licences", async () => {
  server.answer("GET /api/teams/t-2/overview", ok(anOverview()));
  show([], ["t-2"]);
  const teams = within(await screen.findByRole("list", { name: "My teams" }));
  const { team, people } = anOverview();
  expect((await teams.findByRole("link", { name: team.name })).getAttribute("href")).toContain("/teams/t-2");
  expect(teams.getByText(new RegExp(`^${people.active} (person|people) · `))).toBeTruthy();
  expect(screen.queryByText("Renewals")).toBeNull();
  expect(server.askedFor("GET /api/licences/renewals")).toEqual([]);
});

test("what has to be decided soon leads to its page; what is decided, over or far ahead is left out", async () => {
  const today = localDay(new Date());
  const one = (id: string, name: string, more: Partial<RenewalAnswer>) => {
    return { ...renewal, id, name, actBy: daysAfter(today, 20), ...more };
  };
  const items = [
    one("c-1", "Over", { actBy: daysAfter(today, -1), window: null }),
    one("c-2", "Ledger", { applicationId: "a-1" }),
    one("s-1", "Office suite", { source: "subscription", skuId: "sku-1", applicationId: null }),
    one("c-3", "Settled", { settled: "decided" }),
    one("c-4", "Far ahead", { actBy: daysAfter(today, 400) }),
  ];
  server.answer("GET /api/licences/renewals", ok({ items }));
  show(["Toolroll.ItManager"]);
  const links = within(await screen.findByRole("list", { name: "Renewals" })).getAllByRole("link");
  expect(links.map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
    ["Ledger", "/applications/a-1"],
    ["Office suite", "/licences/sku-1"],
  ]);
});

test("staff are led to their own kit and questions", async () => {
  renderPage(
    <Routes>
      <Route path="/home" element={<HomePage />} />
      <Route path="/my-kit" element={<p>Their own kit</p>} />
    </Routes>,
    { at: "/home", me: somebody([]) },
  );
  expect(await screen.findByText("Their own kit")).toBeTruthy();
  expect(server.askedFor("GET /api/rollouts")).toEqual([]);
});
