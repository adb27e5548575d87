import type { Browser, Page } from "playwright-core";
import { violationsOf } from "../support/axe";
import { launchBrowser, openPage } from "../support/browser";
import { type Demonstration, openTab, owen, priya, startDemonstration } from "./demonstration";

let council: Demonstration;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [council, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
});
beforeEach(async () => {
  page = await openPage(browser);
});
afterEach(() => page.close());
afterAll(async () => {
  await browser.close();
  await council.stop();
});

test("an application's own address opens it; its details have nothing that axe finds wrong", async () => {
  const { items } = await council.call<{ items: { id: string }[] }>(
    priya,
    "GET",
    "/api/applications?q=cyfieithydd",
  );
  await openTab(page, council.url, `applications/${items[0]?.id}`, priya);
  const drawer = page.getByRole("dialog");
  await drawer.getByText("By judgement: One person in the council can still change it").waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await drawer.getByRole("button", { name: "Edit", exact: true }).click();
  await drawer.getByRole("button", { name: "Save" }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
});

test("the portfolio is read by keyboard: a shape chooses what the table shows", async () => {
  await openTab(page, council.url, "applications/portfolio", priya);
  const shape = page.getByRole("button", { name: /^Functional fit 1, technical fit 1/ });
  await shape.focus();
  await page.keyboard.press("Enter");
  const table = page.getByRole("table", { name: "Functional fit 1, technical fit 1" });
  await table.getByRole("button", { name: "Voids Spreadsheet" }).waitFor();
  expect(await table.getByRole("row").count()).toBe(2);
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByRole("table", { name: "All scored applications" }).waitFor();
});

test("a box of the picture says what it sends and receives, and opens by Enter", async () => {
  await openTab(page, council.url, "applications/integrations", priya);
  const box = page.getByRole("button", {
    name: "Keyring Homelessness: sends to Tenantry Housing, receives from None",
  });
  await box.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("heading", { name: "Keyring Homelessness" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.waitForFunction(
    (name) => document.activeElement?.getAttribute("aria-label") === name,
    "Keyring Homelessness: sends to Tenantry Housing, receives from None",
    { timeout: 5_000 },
  );
});

test("a manager sees what the own teams use, and changes nothing", async () => {
  await openTab(page, council.url, "applications?q=tenantry", owen);
  await page.getByRole("button", { name: "Tenantry Housing" }).waitFor();
  expect(await page.getByRole("button", { name: "Add application" }).count()).toBe(0);
  await openTab(page, council.url, "applications?q=lampwatch", owen);
  await page.getByText("No application matches").waitFor();
});
