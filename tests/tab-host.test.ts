import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { faultsOf, launchBrowser, openPage, outsideOf } from "./support/browser";
import { html } from "./support/outside";
import { openTabInTeams } from "./support/teams-host";

const csp =
  "default-src 'self'; connect-src 'self' https://res.cdn.office.net; " +
  "frame-ancestors 'self' https://teams.microsoft.com https://*.teams.microsoft.com";

describe("the test host that stands in for Teams", () => {
  const built = mkdtempSync(join(tmpdir(), "toolroll-probe-"));
  let browser: Browser;
  let server: Server;
  let page: Page;

  beforeAll(async () => {
    const vite = join(__dirname, "..", "node_modules", "vite", "bin", "vite.js");
    const probe = join(__dirname, "support", "teams-probe");
    execFileSync(process.execPath, [
      vite,
      "build",
      probe,
      "--outDir",
      built,
      "--emptyOutDir",
      "--logLevel",
      "error",
    ]);
    server = serve(built);
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    page = await openPage(browser);
  });
  afterEach(() => page.close());
  afterAll(async () => {
    await browser.close();
    server.close();
    rmSync(built, { recursive: true, force: true });
  });

  const tabUrl = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const shown = (frame: Frame, name: string) => frame.locator("output").getAttribute(`data-${name}`);
  const ready = (frame: Frame) => frame.locator("output[data-ready=yes]").waitFor({ state: "attached" });

  it("initialises the unmodified TeamsJS and tells it theme, locale and page", async () => {
    const { frame, calls } = await openTabInTeams({
      page,
      tabUrl: tabUrl(),
      token: "a.b.c",
      locale: "cy-gb",
      theme: "dark",
    });
    await ready(frame);
    expect(await shown(frame, "theme")).toBe("dark");
    expect(await shown(frame, "locale")).toBe("cy-gb");
    expect(await shown(frame, "page")).toBe("inventory");
    expect(await calls()).toEqual(
      expect.arrayContaining(["initialize", "getContext", "appInitialization.success"]),
    );
    expect(faultsOf(page)).toEqual([]);
  });

  it("hands out the token of the test, and a refusal", async () => {
    const { frame, setToken } = await openTabInTeams({ page, tabUrl: tabUrl(), token: "a.b.c" });
    await ready(frame);
    expect(await shown(frame, "token")).toBe("a.b.c");
    await setToken(null);
    await frame.goto(tabUrl());
    await ready(frame);
    expect(await shown(frame, "token")).toBeNull();
    expect(await shown(frame, "refused")).toContain("resourceRequiresConsent");
  });

  it("pushes changes of theme", async () => {
    const { frame, changeTheme } = await openTabInTeams({ page, tabUrl: tabUrl(), token: null });
    await ready(frame);
    await changeTheme("contrast");
    await frame.locator("output[data-theme=contrast]").waitFor({ state: "attached" });
  });

  it("saves a channel tab", async () => {
    const { frame, save, calls } = await openTabInTeams({
      page,
      tabUrl: tabUrl(),
      token: null,
      frameContext: "settings",
    });
    await ready(frame);
    expect(await save()).toEqual({ entityId: "inventory", contentUrl: `${tabUrl()}tab/inventory` });
    expect(await calls()).toContain("settings.setValidityState");
  });

  it("is under the origin that frame-ancestors names, and no other page can frame the tab", async () => {
    const { frame } = await openTabInTeams({ page, tabUrl: tabUrl(), token: null });
    await ready(frame);
    expect(new URL(page.url()).origin).toBe("https://teams.microsoft.com");
    const stranger = await openPage(browser);
    outsideOf(browser).put("https://stranger.example/", html(`<iframe src="${tabUrl()}"></iframe>`));
    const blocked = stranger.waitForEvent("console", (message) => message.text().includes("frame-ancestors"));
    await stranger.goto("https://stranger.example/");
    await blocked;
    await stranger.close();
  });

  it("leaves a tab outside any host without one", async () => {
    await page.goto(tabUrl());
    await page.locator("output[data-failed]").waitFor({ state: "attached" });
    expect(await page.locator("output").getAttribute("data-failed")).toContain("No Parent window");
  });

  it("reports requests to the outside as faults", async () => {
    await page.goto(tabUrl());
    await page.evaluate(() => fetch("https://res.cdn.office.net/other.json").catch(() => undefined));
    expect(faultsOf(page)).toContain("outside request: https://res.cdn.office.net/other.json");
  });
});

function serve(folder: string): Server {
  const server = createServer((request, response) => {
    const path = request.url === "/" ? "/index.html" : String(request.url);
    try {
      const body = readFileSync(join(folder, path));
      const type = path.endsWith(".js") ? "text/javascript" : "text/html";
      response.writeHead(200, { "content-type": type, "content-security-policy": csp }).end(body);
    } catch {
      response.writeHead(204).end();
    }
  });
  return server.listen(0, "127.0.0.1");
}
