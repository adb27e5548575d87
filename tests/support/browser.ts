import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

export type BrowserTheme = "light" | "dark" | "contrast";

export interface PageWish {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: BrowserTheme;
  readonly locale?: "en-GB" | "cy-GB";
}

/** Nothing leaves the machine during a test; these are answered here or refused. */
const quietFlags = [
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * A real browser, once per test file (`beforeAll`; `close()` it in `afterAll`). Never skipped: without one the tests
 * fail and say what to install.
 * @param flags of Chromium, beside the usual ones
 */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  const { executablePath, env } = findChromium();
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  // Sandboxed it would not start as root or in most containers; it opens nothing but our own pages.
  return chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: [...quietFlags, ...flags],
    env: { ...Object.fromEntries(inherited), ...env },
  });
}

function findChromium(): { executablePath: string; env: Record<string, string> } {
  try {
    const printed = execFileSync(process.execPath, [join(__dirname, "chromium.mjs")], {
      encoding: "utf8",
      stdio: "pipe",
    });
    return JSON.parse(printed);
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    throw new Error(
      `The tests need a real browser. Install Chrome, Edge or Chromium, or set CHROMIUM_PATH to one. ${said}`,
    );
  }
}

/** A page in a fresh profile. Closing it closes the profile. */
export async function openPage(browser: Browser, wish: PageWish = {}): Promise<Page> {
  const { width = 1280, height = 800, theme = "light", locale = "en-GB" } = wish;
  const page = await browser.newPage({
    viewport: { width, height },
    locale,
    colorScheme: theme === "light" ? "light" : "dark",
    forcedColors: theme === "contrast" ? "active" : "none",
    reducedMotion: "reduce",
    timezoneId: "Europe/London",
  });
  const faults: string[] = [];
  await keepInside(page.context(), faults);
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  faultsByPage.set(page, faults);
  return page;
}

const faultsByPage = new WeakMap<Page, string[]>();

/** Uncaught errors, console errors (blocked by CSP, failed requests) and requests to the outside, so far. */
export function faultsOf(page: Page): readonly string[] {
  return faultsByPage.get(page) ?? [];
}

/** TeamsJS asks Microsoft's CDN which hosts are genuine; every other request beyond loopback is a fault. */
async function keepInside(context: BrowserContext, faults: string[]): Promise<void> {
  await context.route(
    (url) => !["127.0.0.1", "localhost"].includes(url.hostname),
    (route) => {
      faults.push(`outside request: ${route.request().url()}`);
      return route.abort();
    },
  );
  await context.route("https://res.cdn.office.net/**/validDomains.json", (route) =>
    route.fulfill({
      headers: { "access-control-allow-origin": "*" },
      json: { validOrigins: ["teams.microsoft.com"] },
    }),
  );
}
