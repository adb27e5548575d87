import type { Browser, Page } from "playwright-core";
import { faultsOf, launchBrowser, openPage } from "../support/browser";
import { type Demonstration, openTab, owen, priya, startDemonstration } from "./demonstration";

let council: Demonstration;
let browser: Browser;
let page: Page;

interface Found {
  readonly items: readonly { readonly id: string; readonly name: string; readonly etag: string }[];
}

beforeAll(async () => {
  [council, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
});
beforeEach(async () => {
  page = await openPage(browser);
});
afterEach(async () => {
  expect(faultsOf(page)).toEqual([]);
  await page.close();
});
afterAll(async () => {
  await browser.close();
  await council.stop();
});

const team = async (name: string) => {
  const found = await council.call<Found>(priya, "GET", `/api/teams?q=${encodeURIComponent(name)}`);
  return found.items.find((each) => each.name === name);
};

test("a team's page says what is missing before anything else, and each gap opens to its evidence", async () => {
  const housing = await team("Housing Options");
  await openTab(page, council.url, `teams/${housing?.id}`, owen);
  await page.getByRole("heading", { name: "Housing Options", level: 1 }).waitFor();
  const overview = await council.call<{ gaps: { kind: string; count: number }[] }>(
    owen,
    "GET",
    `/api/teams/${housing?.id}/overview`,
  );
  expect(overview.gaps.length).toBeGreaterThan(0);
  const buttons = page.getByRole("button", { expanded: false });
  await buttons.first().waitFor();
  expect(await page.getByText("Tenantry Housing").count()).toBeGreaterThan(0);
});

test("what is found by typing leads to the team, and what happened to it stands in its history", async () => {
  const housing = await team("Housing Options");
  await council.call(priya, "POST", "/api/teams", { name: "Housing Futures", parentId: housing?.id });
  await openTab(page, council.url, "inventory", priya);
  await page.locator("[data-index='0']").waitFor();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("housing fut");
  const option = page.getByRole("option", { name: /Housing Futures/ }).first();
  await option.waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Housing Futures", level: 1 }).waitFor();
  const history = page.getByRole("region", { name: "History of the team" });
  await history.getByText("Added").waitFor();
  await history.getByText("Priya Shah in Toolroll").waitFor();
});

test("a manager finds nothing of other teams by typing", async () => {
  await openTab(page, council.url, "inventory", owen);
  await page.locator("[data-index='0']").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("street lighting");
  await page
    .getByText(/^Nothing found for/)
    .first()
    .waitFor();
  expect(await page.getByRole("option", { name: /Street Lighting/ }).count()).toBe(0);
});
