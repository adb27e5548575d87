import type { Browser } from "playwright-core";
import { faultsOf, launchBrowser, openPage } from "../support/browser";
import { amina, cerys, type Demonstration, openTab, priya, startDemonstration } from "./demonstration";

let council: Demonstration;
let browser: Browser;
beforeAll(async () => {
  [council, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await council.stop();
});

test("on a phone the navigation shows which page one is on", async () => {
  const page = await openPage(browser);
  await page.setViewportSize({ width: 375, height: 740 });
  await openTab(page, council.url, "privacy?lang=cy", amina);
  const current = page.getByRole("navigation").first().locator("[aria-current=page]");
  await current.waitFor();
  const box = await current.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(375);
  await page.close();
});

test("on a phone no field of a form is wider than its place, with the longest words in it", async () => {
  const page = await openPage(browser);
  await page.setViewportSize({ width: 375, height: 740 });
  await openTab(page, council.url, "applications?lang=cy", priya);
  await page.getByRole("button", { name: "Ychwanegu rhaglen" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Math").waitFor();
  const cut = await dialog.evaluate((root) => {
    const place = root.getBoundingClientRect();
    const fields = [...root.querySelectorAll("input, select, textarea")];
    return fields.filter((field) => field.getBoundingClientRect().right > place.right - 16).length;
  });
  expect(cut).toBe(0);
  expect(faultsOf(page)).toEqual([]);
  await page.close();
});

test.each([1280, 375])(
  "at %i pixels a device that its holder has not accepted says whose it is",
  async (width) => {
    const assetTag = `ZZ-${width}`;
    await council.call(priya, "POST", "/api/devices", { assetTag, type: "laptop", assigneeId: cerys });
    const page = await openPage(browser, { width });
    await openTab(page, council.url, `inventory?lang=cy&q=${assetTag}`, priya);
    await page.getByText("Heb ei derbyn eto").waitFor();
    const name = page.getByText("Cerys Morgan", { exact: true });
    expect(await name.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true);
    await page.close();
  },
);

test("on a phone the table beside the portfolio has room for all of its words", async () => {
  const page = await openPage(browser);
  await page.setViewportSize({ width: 375, height: 740 });
  await openTab(page, council.url, "applications/portfolio?lang=cy", priya);
  const table = page.getByRole("table");
  await table.waitFor();
  const place = await table.evaluate(({ parentElement }) => [
    parentElement?.scrollWidth,
    parentElement?.clientWidth,
  ]);
  expect(place[0]).toBe(place[1]);
  await page.close();
});
