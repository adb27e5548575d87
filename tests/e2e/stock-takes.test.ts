import type { Browser, Page } from "playwright-core";
import { scrollsSideways, violationsOf } from "../support/axe";
import { faultsOf, launchBrowser, openPage } from "../support/browser";
import { type Demonstration, openTab, owen, priya, startDemonstration } from "./demonstration";

let council: Demonstration;
let browser: Browser;
let page: Page;

interface Team {
  readonly id: string;
  readonly name: string;
}
interface Item {
  readonly assetTag: string;
  readonly teamId: string | null;
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

/** What axe finds wrong in each theme. */
async function inEveryTheme(): Promise<Record<string, string[]>> {
  const light = await violationsOf(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await violationsOf(page);
  await page.emulateMedia({ colorScheme: "dark", forcedColors: "active" });
  const contrast = await violationsOf(page);
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  return { light, dark, contrast };
}

async function fitsAPhone(): Promise<boolean> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 375, height: 740 });
  const fits = !(await scrollsSideways(page));
  if (before) await page.setViewportSize(before);
  return fits;
}

const clean = { light: [], dark: [], contrast: [] };

test("a stock-take from start to report: asked, scanned, marked, closed, and a report for IT", async () => {
  const teams = await council.call<{ items: Team[] }>(priya, "GET", "/api/teams?limit=200&q=housing");
  const team = teams.items[0];
  await openTab(page, council.url, "stock-takes", priya);
  await page.getByRole("link", { name: "Autumn count" }).waitFor();
  expect(await inEveryTheme()).toEqual(clean);
  await page.getByRole("button", { name: "New stock-take" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Title" }).fill("Winter count");
  await dialog.getByRole("searchbox").fill(team?.name ?? "");
  await dialog.getByRole("button", { name: `Add ${team?.name}`, exact: true }).click();
  expect(await violationsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Start" }).click();
  await page.getByRole("heading", { name: "Winter count", level: 1 }).waitFor();
  await page.reload();
  await page.getByRole("table", { name: "Items" }).waitFor();
  expect(await inEveryTheme()).toEqual(clean);
  expect(await fitsAPhone()).toBe(true);

  const { items: all } = await council.call<{ items: { id: string }[] }>(priya, "GET", "/api/stock-takes");
  const id = all[0]?.id;
  const path = `/api/stock-takes/${id}`;
  const { items } = await council.call<{ items: Item[] }>(priya, "GET", `${path}/items`);
  const [first, second] = items;
  await page.getByRole("textbox", { name: "Asset tag or serial" }).focus();
  await page.keyboard.type(`${first?.assetTag}\nPROJECTOR 7\n`);
  await page.getByText("PROJECTOR 7: not on the list, noted as unexpected").waitFor();
  await page.getByText(`${first?.assetTag}: found`).waitFor();

  await page.getByRole("button", { name: `Missing: ${second?.assetTag}` }).press("Enter");
  await page.getByRole("textbox", { name: "Note for IT" }).fill("Not in the cupboard");
  await page.getByRole("alertdialog").getByRole("button", { name: "Missing" }).click();
  await page.getByRole("alertdialog").waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Close" }).click();
  await page.getByRole("heading", { name: "Report: Winter count" }).waitFor();
  await page.getByRole("table", { name: "Missing (1)" }).getByText("Not in the cupboard").waitFor();
  await page.reload();
  await page.getByRole("table", { name: "Unexpected (1)" }).getByText("PROJECTOR 7").waitFor();
  expect(await inEveryTheme()).toEqual(clean);
  expect(await fitsAPhone()).toBe(true);

  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation").isVisible()).toBe(false);
  expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
  const problems = await council.call<{ items: { assetTag: string }[] }>(
    priya,
    "GET",
    `/api/device-problems?open=true&q=${second?.assetTag}`,
  );
  expect(problems.items.map(({ assetTag }) => assetTag)).toContain(second?.assetTag);
});

test("a manager sees the items of the own teams, and nothing to change", async () => {
  const mine = await council.call<{ items: Item[] }>(owen, "GET", "/api/devices?limit=1");
  const teamId = mine.items[0]?.teamId ?? "";
  await council.call(priya, "POST", "/api/stock-takes", { title: "For Owen", teamIds: [teamId] });
  await openTab(page, council.url, "stock-takes", owen);
  await page.getByRole("link", { name: "For Owen" }).click();
  await page.getByRole("table", { name: "Items" }).waitFor();
  expect(await page.getByRole("textbox", { name: "Asset tag or serial" }).count()).toBe(0);
  expect(await page.getByRole("button", { name: /^Found:/ }).count()).toBe(0);
});
