import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, openPage } from "../support/browser";
import { type Entra, startEntra, tabClientId } from "../support/entra";
import { type EntraServer, nia, startEntraServer } from "../support/entra-server";
import { openTabInTeams } from "../support/teams-host";
import { builtTab } from "./demonstration";

let entra: Entra;
let server: EntraServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [entra, browser] = await Promise.all([startEntra(), launchBrowser()]);
  server = await startEntraServer(entra, { settings: { PUBLIC_URL: publicUrl }, tabFolder: builtTab });
  await untilOpen();
});
beforeEach(async () => {
  entra.consent = true;
  page = await openPage(browser);
  await publish();
});
afterEach(leave);
afterAll(async () => {
  await browser.close();
  await server.stop();
  await entra.close();
});

/** On a busy machine the keys may be read at the second try only; a tab that comes before is turned away for good. */
async function untilOpen(): Promise<void> {
  while ((await server.get("/api/me", entra.userToken(nia))).status !== 200) await pause(100);
}

/** TeamsJS opens windows over https only, so the browser is told that the server stands there. */
const publicUrl = "https://toolroll.example";
const tabUrl = `${publicUrl}/tab/my-kit`;

async function publish(): Promise<void> {
  await page.context().route(`${publicUrl}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const response = await route.fetch({ url: server.url + pathname + search, maxRedirects: 0 });
    await route.fulfill({ response });
  });
}

/** What the tab was still asking for has nobody to be answered to. */
async function leave(): Promise<void> {
  await page.context().unrouteAll({ behavior: "ignoreErrors" });
  await page.close();
}

it("in Teams the tab signs in by itself and keeps its token out of every storage", async () => {
  const { frame } = await openTabInTeams({ page, tabUrl, token: entra.userToken(nia) });
  await frame.getByRole("heading", { name: "My kit", level: 1 }).waitFor();
  const stored = await frame.evaluate(() => [
    window.localStorage.length,
    window.sessionStorage.length,
    document.cookie,
    window.location.href.includes("eyJ"),
  ]);
  expect(stored).toEqual([0, 0, "", false]);
});

it("a deep link opens the page that it names, and one that names another place opens the tab as ever", async () => {
  const token = entra.userToken(nia);
  const wanted = await openTabInTeams({ page, tabUrl, token, subPageId: "inventory" });
  await wanted.frame.getByRole("heading", { level: 1 }).waitFor();
  expect(new URL(wanted.frame.url()).pathname).toBe("/tab/inventory");
  await leave();
  page = await openPage(browser);
  await publish();
  const { frame } = await openTabInTeams({ page, tabUrl, token, subPageId: "//evil.example/x" });
  await frame.getByRole("heading", { name: "My kit", level: 1 }).waitFor();
});

it("without consent the tab explains itself; agreeing in the window opens it", async () => {
  const { frame, setToken, calls } = await openTabInTeams({ page, tabUrl, token: null });
  const agree = frame.getByRole("button", { name: "Read and agree" });
  await agree.waitFor();
  expect(await calls()).toContain("appInitialization.success");
  await setToken(entra.userToken(nia));
  await agree.click();
  await frame.getByRole("heading", { name: "My kit", level: 1 }).waitFor();
  const asked = entra.calls.find(({ path }) => path.includes("/authorize"));
  const query = Object.fromEntries(new URL(asked?.path ?? "", entra.origin).searchParams);
  expect(query).toMatchObject({
    client_id: tabClientId,
    response_type: "code",
    redirect_uri: `${publicUrl}/tab/consent-done`,
    scope: `openid profile ${tabClientId}/.default`,
    prompt: "consent",
    code_challenge_method: "S256",
  });
});

it("where only an administrator may agree, the person is sent to IT", async () => {
  entra.consent = false;
  const { frame } = await openTabInTeams({ page, tabUrl, token: null });
  await frame.getByRole("button", { name: "Read and agree" }).click();
  await frame.getByText("only an administrator can agree").waitFor();
});

it("a window that was not sent out by the tab is answered with nothing", async () => {
  for (const query of ["", "?state=short", "?state=a%0d%0aSet-Cookie:x=1;aaaaaaaaaaaaaaaa"]) {
    const response = await fetch(`${server.url}/tab/consent${query}`, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([400, null]);
  }
});
