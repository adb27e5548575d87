import { screen, within } from "@testing-library/react";
import { percent } from "../../../tab/inventory/glance/count-table";
import { GlancePage } from "../../../tab/inventory/glance/glance-page";
import { type FakeServer, ok, page, problem, startFakeServer } from "../fake-server";
import { renderPage, somebody } from "../render-page";
import { layOut } from "./laid-out";

const glance = {
  total: 300,
  inUse: 290,
  byStatus: [
    { value: "deployable", count: 290 },
    { value: "archived", count: 10 },
  ],
  byAge: [
    { value: "0", count: 289 },
    { value: "5", count: 0 },
    { value: "unknown", count: 1 },
  ],
  byOsSupport: [{ value: "ended", count: 290 }],
  byReplacement: [{ value: "due", count: 290 }],
};
const it = somebody(["Toolroll.ItManager"]);
let server: FakeServer;

beforeEach(() => {
  layOut(() => 1280);
  server = startFakeServer();
  server.answer("GET /api/devices/glance", ok(glance));
  server.answer(
    "GET /api/teams",
    page([{ id: "t-1", name: "Housing", parentId: null, managerIds: [], etag: '"1"' }]),
  );
});

test("every bar has its number and share in a table, unknown beside the rest", async () => {
  renderPage(<GlancePage />, { at: "/inventory/glance", me: it });
  const ages = within(await screen.findByRole("table", { name: "By age" }));
  const cells = ages
    .getAllByRole("row")
    .slice(1)
    .map((row) => row.textContent);
  expect(cells).toEqual(["Under 1 year289>99%", "5 years and more00%", "Unknown1<1%"]);
  expect(screen.getByText("300 devices, of which 290 not archived.").getAttribute("role")).toBe("status");
});

test("a team narrows the counts and the lists that the names lead to", async () => {
  renderPage(<GlancePage />, { at: "/inventory/glance?team=t-1", me: it });
  const link = await screen.findByRole("link", { name: "Ended" });
  expect(link.getAttribute("href")).toBe("/inventory?team=t-1&archived=false&osSupport=ended");
  const { query } = server.askedFor("GET /api/devices/glance")[0] ?? {};
  expect(Object.fromEntries(query ?? [])).toEqual({ team: "t-1", below: "true" });
});

test("nothing to count, and what failed, are said", async () => {
  server.answer("GET /api/devices/glance", ok({ ...glance, total: 0 }));
  const { unmount } = renderPage(<GlancePage />, { at: "/inventory/glance", me: it });
  expect(await screen.findByText("There are no devices here.")).toBeTruthy();
  unmount();
  server.answer("GET /api/devices/glance", problem(404, "There is nothing here."));
  renderPage(<GlancePage />, { at: "/inventory/glance", me: it });
  expect(await screen.findByText("The counts could not be loaded")).toBeTruthy();
});

test.each([
  [0, 10, "0%"],
  [1, 1000, "<1%"],
  [1, 3, "33%"],
  [999, 1000, ">99%"],
  [10, 10, "100%"],
  [0, 0, "0%"],
])("%d of %d is %s", (count, total, words) => {
  expect(percent(count, total)).toBe(words);
});
