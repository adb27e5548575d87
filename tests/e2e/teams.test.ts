import type { Browser, Frame, Page } from "playwright-core";
import { faultsOf, launchBrowser, openPage } from "../support/browser";
import { signIn } from "../support/server";
import { openTabInTeams } from "../support/teams-host";
import { amina, cerys, type Demonstration, openTab, priya, startDemonstration } from "./demonstration";

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

const tabUrl = (path: string) => `${council.url}/tab/${path}`;

async function untilBackground(frame: Frame, colour: string): Promise<void> {
  await frame.waitForFunction((wanted) => {
    const tab = document.querySelector("#root > *");
    return tab !== null && getComputedStyle(tab).backgroundColor === wanted;
  }, colour);
}

const hosts = {
  Teams: () => undefined,
  "a host page on loopback": () => `${council.url}/host`,
};

describe.each(Object.entries(hosts))("in %s", (_, host) => {
  test("the tab speaks the host's language, wears its theme as it changes, and takes its token", async () => {
    const hostUrl = host();
    const { frame, calls, changeTheme } = await openTabInTeams({
      page,
      tabUrl: tabUrl("my-kit"),
      token: await signIn(council.url, cerys),
      theme: "dark",
      locale: "cy-gb",
      ...(hostUrl !== undefined && { hostUrl }),
    });
    await frame.getByRole("heading", { name: "Fy offer", level: 1 }).waitFor();
    await frame.getByRole("button", { name: /Cerys Morgan/ }).waitFor();
    expect(await frame.evaluate(() => document.documentElement.lang)).toBe("cy");
    await untilBackground(frame, "rgb(36, 36, 36)");
    await changeTheme("contrast");
    await untilBackground(frame, "rgb(0, 0, 0)");
    await changeTheme("default");
    await untilBackground(frame, "rgb(250, 250, 250)");
    expect(await calls()).toEqual(
      expect.arrayContaining([
        "initialize",
        "getContext",
        "registerHandler",
        "authentication.getAuthToken",
        "appInitialization.success",
      ]),
    );
  });
});

test("a link to a device opens it over the list, and closing it leaves the list", async () => {
  const { items } = await council.call<{ items: { id: string; assetTag: string }[] }>(
    priya,
    "GET",
    "/api/devices?limit=1&sort=-assetTag",
  );
  const [device] = items;
  const { frame } = await openTabInTeams({
    page,
    tabUrl: tabUrl(`inventory?device=${device?.id}`),
    token: await signIn(council.url, priya),
  });
  const drawer = frame.getByRole("dialog");
  await drawer.getByRole("heading", { name: device?.assetTag ?? "", level: 2 }).waitFor();
  await drawer.getByRole("button", { name: "Close" }).click();
  await frame.getByRole("grid", { name: "Devices" }).waitFor();
  expect(new URL(frame.url()).searchParams.has("device")).toBe(false);
});

test("what is open survives a reload of the frame", async () => {
  const { frame } = await openTabInTeams({
    page,
    tabUrl: tabUrl("audit"),
    token: await signIn(council.url, amina),
  });
  await frame.getByRole("link", { name: "Privacy" }).click();
  await frame.getByRole("heading", { name: "Privacy", level: 1 }).waitFor();
  await frame.evaluate(() => window.location.reload()).catch(() => {});
  await frame.getByRole("heading", { name: "Privacy", level: 1 }).waitFor();
});

test("in a plain browser the tab of local mode asks who one is, and follows the system's theme", async () => {
  await page.goto(tabUrl("inventory"));
  await page.getByRole("button", { name: /Priya Shah/ }).click();
  await page.getByRole("heading", { name: "Inventory", level: 1 }).waitFor();
  await page.emulateMedia({ colorScheme: "dark" });
  await untilBackground(page.mainFrame(), "rgb(36, 36, 36)");
  await page.emulateMedia({ forcedColors: "active" });
  await openTab(page, council.url, "my-kit", cerys);
  await page.getByRole("heading", { name: "My kit", level: 1 }).waitFor();
});
