import type { Browser, Locator, Page } from "playwright-core";
import { faultsOf, launchBrowser, openPage } from "../support/browser";
import { type Demonstration, openTab, priya, startDemonstration } from "./demonstration";

let council: Demonstration;
let browser: Browser;
let page: Page;

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

const keys = async (...pressed: readonly string[]) => {
  for (const key of pressed) await page.keyboard.press(key);
};

const hasFocus = (place: Locator) => place.evaluate((element) => element === document.activeElement);

/** Goes on with Tab until the place has the focus, as somebody without a mouse would. */
async function tabTo(place: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await place.waitFor();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await hasFocus(place)) return;
    await page.keyboard.press(key);
  }
  const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  throw new Error(`40 times ${key} do not lead there. The focus is on ${at}`);
}

/** What has the focus can be seen to have it. */
const outlined = () =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
  });

test("without a mouse a device is found, opened and closed, and the list is filtered", async () => {
  await openTab(page, council.url, "inventory", priya);
  await page.locator("[data-index='1']").waitFor();
  await keys("Tab");
  expect(await hasFocus(page.getByRole("button", { name: "Skip to the content" }))).toBe(true);
  await keys("Enter");
  const search = page.getByRole("search").getByRole("searchbox");
  await tabTo(search);
  await page.keyboard.type("laptop");
  await page.waitForURL(/q=laptop/);
  const first = page.locator("[data-index='0']");
  await tabTo(first);
  expect(await outlined()).toBe(true);
  await keys("ArrowDown", "Enter");
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("heading", { name: "History" }).waitFor();
  await keys("Escape");
  await drawer.waitFor({ state: "detached" });
  const second = page.locator("[data-index='1']");
  expect(await hasFocus(second)).toBe(true);
  await tabTo(page.getByRole("combobox", { name: "Status" }), "Shift+Tab");
  await page.keyboard.type("Pend");
  await page.waitForURL(/status=pending/);
  await tabTo(page.getByRole("button", { name: "Clear filters" }).first());
  await keys("Enter");
  await page.waitForURL((url) => !url.searchParams.has("status"));
});

test("the search of everything is reached from anywhere, and leads to a device", async () => {
  await openTab(page, council.url, "check-ins", priya);
  await page.getByRole("heading", { name: "Check-ins", level: 1 }).waitFor();
  await keys("Control+k");
  await page.keyboard.type("tom baker");
  const option = page.getByRole("option", { name: /^Tom Baker/ });
  await option.waitFor();
  for (let presses = 0; presses < 10; presses += 1) {
    if ((await option.getAttribute("aria-selected")) === "true") break;
    await keys("ArrowDown");
  }
  await keys("Enter");
  await page.getByRole("heading", { name: "Tom Baker", level: 1 }).waitFor();
});
