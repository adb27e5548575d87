import type { Browser, Locator, Page } from "playwright-core";
import { faultsOf, launchBrowser, openPage } from "../support/browser";
import { leftBehind } from "../support/left-behind";
import { amina, type Demonstration, openTab, priya, startDemonstration } from "./demonstration";

let council: Demonstration;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [council, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
  // One for all, so that it reads and compiles the tab's scripts once.
  page = await openPage(browser);
});
afterEach(async () => {
  expect(faultsOf(page)).toEqual([]);
  await page.goto("about:blank");
  await page.setViewportSize({ width: 1280, height: 800 });
});
afterAll(async () => {
  await browser.close();
  await council.stop();
});

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true }).first();
const heading = (name: string) => page.getByRole("heading", { name, level: 1 });
const firstDevice = () => page.locator("[data-index='0']");
const dialogs = () => page.getByRole("dialog").or(page.getByRole("alertdialog"));
/** Also those that another one over them has hidden from screen readers. */
const surfaces = () => page.locator("[role=dialog], [role=alertdialog]");

async function expectFocusOn(place: Locator): Promise<void> {
  const element = await place.elementHandle();
  await page.waitForFunction((it) => it === document.activeElement, element, { timeout: 3_000 });
}

interface DialogUse {
  readonly path: string;
  readonly person?: string;
  readonly width?: number;
  /** Where what opens it is not on the page from the start. */
  readonly before?: () => Promise<void>;
  readonly opener: () => Locator;
  /** Its way out. */
  readonly cancel: string;
}

async function openDevice(): Promise<void> {
  await firstDevice().press("Enter");
  await button("Edit").waitFor();
}

async function openApplication(): Promise<void> {
  await button("Tenantry Housing").press("Enter");
  await button("Edit").waitFor();
}

async function choosePerson(name: string): Promise<void> {
  const field = page.getByRole("combobox", { name: "Person" });
  await field.click();
  await field.pressSequentially(name);
  await page.getByRole("option", { name }).click();
}

const overApplication = { path: "applications?q=tenantry", before: openApplication, cancel: "Cancel" };

const uses: Readonly<Record<string, DialogUse>> = {
  "a new check-in": { path: "check-ins", opener: () => button("New kit check-in"), cancel: "Cancel" },
  "a new stock-take": { path: "stock-takes", opener: () => button("New stock-take"), cancel: "Cancel" },
  "the address of the calendar": {
    path: "applications/contracts",
    opener: () => button("Calendar address"),
    cancel: "Close",
  },
  "the filters on a phone": {
    path: "inventory",
    width: 375,
    opener: () => button("Filters"),
    cancel: "Show results",
  },
  "the details of a device": { path: "inventory", opener: firstDevice, cancel: "Close" },
  "assigning a device": {
    path: "inventory?status=deployable",
    before: openDevice,
    opener: () => button(/^(Assign|Reassign)/),
    cancel: "Cancel",
  },
  "a new device": { path: "inventory", opener: () => button("Add device"), cancel: "Cancel" },
  "the import": { path: "inventory", opener: () => button("Import"), cancel: "Cancel" },
  "the details of an application": {
    path: "applications?q=tenantry",
    opener: () => button("Tenantry Housing"),
    cancel: "Close",
  },
  "a new application": { path: "applications", opener: () => button("Add application"), cancel: "Cancel" },
  "the import of applications": { path: "applications", opener: () => button("Import"), cancel: "Cancel" },
  "a team that uses an application": { ...overApplication, opener: () => button("Add team") },
  "an integration": { ...overApplication, opener: () => button("Add integration") },
  "removing an application": { ...overApplication, opener: () => button("Remove") },
  "a judgement of a risk": { ...overApplication, opener: () => button(/^Judge/) },
  "erasing a person": {
    path: "privacy",
    person: amina,
    before: () => choosePerson("Tom Baker"),
    opener: () => button(/^Erase/),
    cancel: "Cancel",
  },
};

describe.each(Object.entries(uses))("after closing %s", (_, use) => {
  test("by its button or by Escape the page is there again, with the focus on what opened it", async () => {
    await page.setViewportSize({ width: use.width ?? 1280, height: 800 });
    await openTab(page, council.url, use.path, use.person ?? priya);
    await use.before?.();
    const underneath = await surfaces().count();
    for (const way of ["button", "Escape"]) {
      await use.opener().press("Enter");
      const dialog = surfaces().nth(underneath);
      const cancel = dialog.getByRole("button", { name: use.cancel, exact: true });
      await cancel.waitFor();
      await (way === "Escape" ? page.keyboard.press("Escape") : cancel.click());
      await dialog.waitFor({ state: "detached" });
      if (underneath === 0) expect(await leftBehind(page)).toEqual([]);
      await expectFocusOn(use.opener());
    }
  });
});

/** Nothing hidden, no dialog, and the focus on the page's heading. */
async function expectPageAgain(title: string): Promise<void> {
  await dialogs().waitFor({ state: "detached" });
  expect(await leftBehind(page)).toEqual([]);
  await expectFocusOn(heading(title));
}

test("a check-in leads from dialog to dialog to its own page, and each gives the page back", async () => {
  await openTab(page, council.url, "check-ins", priya);
  await button("New kit check-in").press("Enter");
  await page.getByRole("textbox", { name: "Title" }).fill("Kit of autumn");
  await button("Save draft").press("Enter");
  await page.getByRole("alertdialog", { name: "Launch this check-in?" }).waitFor();
  await button("Not yet").press("Enter");
  await expectPageAgain("Kit of autumn");
  await button("Launch").press("Enter");
  await page.keyboard.press("Escape");
  await dialogs().waitFor({ state: "detached" });
  await expectFocusOn(button("Launch"));
  await button("Launch").press("Enter");
  await page.getByRole("alertdialog").getByRole("button", { name: "Launch" }).press("Enter");
  await expectPageAgain("Kit of autumn");
  await button("Pause").press("Enter");
  await expectFocusOn(button("Resume"));
  await button("Close").press("Enter");
  await button("Close the check-in").press("Enter");
  await expectPageAgain("Kit of autumn");
});

test("going back with a dialog open leaves the page before as it was", async () => {
  await openTab(page, council.url, "my-kit", priya);
  await page.getByRole("link", { name: "Check-ins" }).click();
  await button("New kit check-in").press("Enter");
  await dialogs().waitFor();
  await page.goBack();
  await heading("My kit").waitFor();
  expect(await leftBehind(page)).toEqual([]);
});

test("a device that was added opens; closed, the focus is back in the list", async () => {
  await openTab(page, council.url, "inventory", priya);
  await button("Add device").press("Enter");
  await page.getByRole("textbox", { name: "Asset tag" }).fill("AA-0001");
  await dialogs().getByRole("button", { name: "Add device" }).press("Enter");
  await page.getByRole("dialog").getByRole("heading", { name: "AA-0001" }).waitFor();
  await page.keyboard.press("Escape");
  await dialogs().waitFor({ state: "detached" });
  expect(await leftBehind(page)).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
});

test("who was erased is gone, and the focus is on the heading", async () => {
  await openTab(page, council.url, "privacy", amina);
  await choosePerson("Tom Baker");
  await button(/^Erase/).press("Enter");
  await page.getByRole("textbox", { name: "Reason" }).fill("Asked for it in writing");
  await page.getByRole("checkbox").check();
  await dialogs().getByRole("button", { name: "Erase" }).press("Enter");
  await expectPageAgain("Privacy");
  await page.getByText("Tom Baker has been erased").waitFor();
});
