import type { Browser, Page } from "playwright-core";
import { launchBrowser, outsideOf } from "../support/browser";
import { type Entra, startEntra } from "../support/entra";
import { type EntraServer, startEntraServer } from "../support/entra-server";
import { builtTab } from "./demonstration";

/*
 * Pages of another server really are served, over https, under the names of Teams and of those who would like to be
 * taken for it; nothing is intercepted. The browser alone decides, by what our server told it.
 */
let entra: Entra;
let toolroll: EntraServer;
let browser: Browser;
let page: Page;

/** Every way in which a page can hold another one; all of them wait until what they hold is there or was refused. */
const traps: Readonly<Record<string, (address: string) => string>> = {
  frame: (address) => `<iframe src="${address}"></iframe>`,
  clear: (address) => `<iframe style="opacity:0.01;position:absolute" src="${address}"></iframe>`,
  sandbox: (address) => `<iframe sandbox="allow-scripts allow-forms" src="${address}"></iframe>`,
  object: (address) => `<object data="${address}" type="text/html"></object>`,
  embed: (address) => `<embed src="${address}" type="text/html">`,
  // A page that may frame the tab, within one that may not.
  nested: (address) =>
    `<iframe src="https://teams.microsoft.com/frame?${encodeURIComponent(address)}"></iframe>`,
};

beforeAll(async () => {
  entra = await startEntra();
  [toolroll, browser] = await Promise.all([
    startEntraServer(entra, { tabFolder: builtTab }),
    launchBrowser(),
  ]);
  outsideOf(browser).put("https://", (request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "https://others");
    const trap = traps[pathname.slice(1)];
    response.setHeader("content-type", "text/html");
    response.end(`<!doctype html><title>Page</title>${trap?.(decodeURIComponent(search.slice(1))) ?? ""}`);
  });
  // One for all, so that it reads and compiles the tab's scripts once.
  page = await browser.newPage({ ignoreHTTPSErrors: true });
});
afterAll(async () => {
  await browser.close();
  await toolroll.stop();
  await entra.close();
});

/** How many documents of our server stand anywhere in that page. */
async function framedBy(origin: string, trap: string, path = "/tab/my-kit"): Promise<number> {
  const address = encodeURIComponent(toolroll.url + path);
  await page.goto(`${origin}/${trap}?${address}`, { waitUntil: "load" });
  expect(await page.title()).toBe("Page");
  const inside = page.frames().filter((frame) => frame !== page.mainFrame());
  return inside.filter((frame) => frame.url().startsWith(toolroll.url)).length;
}

const evil = [
  "https://evil.example",
  "https://teams.microsoft.com.evil.example",
  "https://evilteams.microsoft.com",
  "https://microsoft.com",
];

it.each(evil.flatMap((origin) => Object.keys(traps).map((trap) => [origin, trap] as const)))(
  "%s gets nothing of the tab into its page by %s",
  async (origin, trap) => {
    expect(await framedBy(origin, trap)).toBe(0);
  },
);

it.each(Object.keys(traps))(
  "Teams gets the tab into its page by %s, so that the trap is known to work",
  async (trap) => {
    expect(await framedBy("https://teams.microsoft.com", trap)).toBe(1);
  },
);

it.each([
  "https://teams.microsoft.com",
  "https://emea.teams.microsoft.com",
  "https://teams.cloud.microsoft",
  "https://www.microsoft365.com",
  "https://outlook.office.com",
])("%s frames the tab, which runs there", async (origin) => {
  expect(await framedBy(origin, "frame")).toBe(1);
  // What it says while it looks for its host: the wait for a host that never answers shows nothing more.
  await page.frameLocator("iframe").locator("#root > *").first().waitFor();
});

it.each(["/api/openapi.json", "/api/me", "/healthz", "/metrics"])(
  "not even Teams frames %s",
  async (path) => {
    expect(await framedBy("https://teams.microsoft.com", "frame", path)).toBe(0);
  },
);
