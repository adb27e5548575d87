import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { violationsOf } from "../support/axe";
import { launchBrowser, openPage, outsideOf } from "../support/browser";
import { type Entra, startEntra, tabClientId } from "../support/entra";
import { claimsChallenge, graphScope } from "../support/entra-on-behalf";
import { type EntraServer, nia, startEntraServer } from "../support/entra-server";
import { suites } from "../support/graph/council-skus";
import { type GraphServer, startGraph } from "../support/graph/graph-server";
import { passedOnTo } from "../support/outside";
import { openTabInTeams } from "../support/teams-host";
import { builtTab } from "./demonstration";

let entra: Entra;
let graph: GraphServer;
let server: EntraServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [entra, graph, browser] = await Promise.all([startEntra(), startGraph(5), launchBrowser()]);
  graph.tenant.change(nia, { assignedLicenses: [{ skuId: suites.visio }, { skuId: suites.e3 }] });
  const settings = { PUBLIC_URL: publicUrl, DEV_LOOPBACK_GRAPH_URL: graph.origin };
  server = await startEntraServer(entra, { settings, tabFolder: builtTab });
  outsideOf(browser).put(publicUrl, passedOnTo(server.url));
  await untilOpen();
});
beforeEach(async () => {
  [entra.consent, entra.onBehalf] = [true, null];
  page = await openPage(browser);
});
afterEach(() => page.close());
afterAll(async () => {
  await browser.close();
  await server.stop();
  await Promise.all([entra.close(), graph.close()]);
});

/** On a busy machine the keys may be read at the second try only; a tab that comes before is turned away for good. */
async function untilOpen(): Promise<void> {
  while ((await server.get("/api/me", entra.userToken(nia))).status !== 200) await pause(100);
}

/** TeamsJS opens windows over https only, so the browser is told that the server stands there. */
const publicUrl = "https://toolroll.example";
const tabUrl = `${publicUrl}/tab/my-kit`;

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
  await page.close();
  page = await openPage(browser);
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

it("my licences want my agreement once, in a window of their own, and are there after it", async () => {
  entra.onBehalf = "consent-missing";
  const { frame } = await openTabInTeams({ page, tabUrl, token: entra.userToken(nia) });
  await frame.getByRole("button", { name: "Ask Microsoft 365 now" }).click();
  await frame.getByRole("heading", { name: "Microsoft 365 wants your agreement once" }).waitFor();
  expect(await violationsOf(frame)).toEqual([]);
  await frame.getByRole("button", { name: "Read and agree" }).click();
  const list = frame.getByRole("list", { name: "Licences in your name" });
  await list.waitFor();
  expect(await list.getByRole("listitem").allTextContents()).toEqual(["Microsoft 365 E3", "Visio Plan 2"]);
  const windows = entra.calls.filter(({ path }) => path.includes("/authorize"));
  const scopes = windows.map(({ path }) => new URL(path, entra.origin).searchParams.get("scope"));
  expect(scopes.at(-1)).toBe(`openid profile ${graphScope}`);
});

it("another proof is left to Teams, and my licences are there once Teams has it", async () => {
  entra.onBehalf = "proof-missing";
  const token = entra.userToken(nia, { uti: "without the proof" });
  const { frame, setToken, claims } = await openTabInTeams({ page, tabUrl, token });
  await frame.getByRole("button", { name: "Ask Microsoft 365 now" }).click();
  await frame.getByRole("heading", { name: "Microsoft 365 wants you to sign in again" }).waitFor();
  entra.onBehalf = null;
  await setToken(entra.userToken(nia, { uti: "with the proof" }));
  await frame.getByRole("button", { name: "Sign in again" }).click();
  await frame.getByRole("list", { name: "Licences in your name" }).waitFor();
  expect(await claims()).toEqual([claimsChallenge]);
});

it("a window that was not sent out by the tab is answered with nothing", async () => {
  for (const query of ["", "?state=short", "?state=a%0d%0aSet-Cookie:x=1;aaaaaaaaaaaaaaaa"]) {
    const response = await fetch(`${server.url}/tab/consent${query}`, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([400, null]);
  }
});
