import type { Browser, Page } from "playwright-core";
import { coloursOnly, scrollsSideways, violationsOf } from "../support/axe";
import { faultsOf, launchBrowser, openPage } from "../support/browser";
import { signIn } from "../support/server";
import { openTabInTeams } from "../support/teams-host";
import { type Demonstration, priya, startDemonstration } from "./demonstration";
import type { PageState } from "./page-states";

let council: Demonstration;
let browser: Browser;
let page: Page;

const backgrounds = [
  ["default", "rgb(250, 250, 250)"],
  ["dark", "rgb(36, 36, 36)"],
  ["contrast", "rgb(0, 0, 0)"],
] as const;

/** Runs in the page. */
function hasBackground(colour: string): boolean {
  const tab = document.querySelector("#root > *");
  return tab !== null && getComputedStyle(tab).backgroundColor === colour;
}

/**
 * Tests that axe finds nothing wrong with any of the states, and that each fits a phone. Called once in a test file, of
 * which there are two because each of them fills one processor for minutes.
 * @param prepare puts into the council what its seed does not have
 */
export function checkPages(
  states: Readonly<Record<string, PageState>>,
  prepare: (council: Demonstration) => Promise<void> = async () => {},
): void {
  beforeAll(async () => {
    [council, browser] = await Promise.all([startDemonstration(), launchBrowser()]);
    await prepare(council);
    // One for all, so that it compiles the tab's scripts once.
    page = await openPage(browser);
  });
  afterEach(async () => {
    // What a failing state still had on its way must not count as the next one's fault.
    await page.goto("about:blank");
    await page.unrouteAll();
    await page.setViewportSize({ width: 1280, height: 800 });
  });
  afterAll(async () => {
    await browser.close();
    await council.stop();
  });

  test.each(Object.entries(states))(
    "%s: axe finds nothing wrong in any theme, nor on a phone",
    async (_, state) => {
      const faultsBefore = faultsOf(page).length;
      const token = state.person === null ? null : await signIn(council.url, state.person ?? priya);
      if (state.silent) await page.route(state.silent, () => {});
      if (state.failing) await page.route(state.failing, (route) => route.fulfill({ status: 500 }));
      const { answered } = state;
      if (answered) await page.route(answered.path, (route) => route.fulfill({ json: answered.json }));
      const { frame, changeTheme } = await openTabInTeams({
        page,
        tabUrl: `${council.url}/tab/${state.path}`,
        token,
        frameContext: state.path === "configure" ? "settings" : "content",
      });
      await state.reach({ page, tab: frame, council });
      const found: Record<string, readonly string[]> = {};
      for (const [theme, background] of backgrounds) {
        await changeTheme(theme);
        await frame.waitForFunction(hasBackground, background);
        found[theme] = await violationsOf(frame, ...(theme === "default" ? [] : [coloursOnly]));
      }
      await page.setViewportSize({ width: 375, height: 740 });
      found.narrow = (await violationsOf(frame)).filter(
        (fault) => !state.covers || !fault.includes("obscured"),
      );
      expect(found).toEqual({ default: [], dark: [], contrast: [], narrow: [] });
      expect(await scrollsSideways(frame)).toBe(false);
      if (!state.failing) expect(faultsOf(page).slice(faultsBefore)).toEqual([]);
    },
  );
}
