import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { type Outside, startOutside } from "./outside";

export type BrowserTheme = "light" | "dark" | "contrast";

export interface PageWish {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: BrowserTheme;
  readonly locale?: "en-GB" | "cy-GB";
}

/** Nothing leaves the machine during a test: what a page asks of others is answered here, and these ask nothing. */
const quietFlags = [
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * A real browser, once per test file (`beforeAll`; `close()` it in `afterAll`). Never skipped: without one the tests
 * fail and say what to install.
 */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = findChromium();
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  // Sandboxed it would not start as root or in most containers; it opens nothing but our own pages.
  const outside = await startOutside();
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: [...quietFlags, ...outside.flags],
    env: { ...Object.fromEntries(inherited), ...env },
  });
  browser.once("disconnected", () => outside.close());
  outsideOfBrowser.set(browser, outside);
  return browser;
}

const outsideOfBrowser = new WeakMap<Browser, Outside>();

/** What that browser finds beyond loopback. */
export function outsideOf(browser: Browser | null): Outside {
  const outside = browser && outsideOfBrowser.get(browser);
  if (!outside) throw new Error("Only a browser of launchBrowser has an outside.");
  return outside;
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
    // What stands outside shows a certificate of its own.
    ignoreHTTPSErrors: true,
  });
  const faults: string[] = [];
  watchOutside(page.context(), outsideOf(browser), faults);
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

/** To ask for what does not stand outside is a fault. */
function watchOutside(context: BrowserContext, outside: Outside, faults: string[]): void {
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!protocol.startsWith("http") || ["127.0.0.1", "localhost"].includes(hostname)) return;
    if (!outside.has(request.url())) faults.push(`outside request: ${request.url()}`);
  });
}
