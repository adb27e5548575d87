import type { Browser, Frame, Page } from "playwright-core";
import { coloursOnly, scrollsSideways, violationsOf } from "../support/axe";
import { faultsOf, launchBrowser, openPage } from "../support/browser";
import { signIn } from "../support/server";
import { openTabInTeams, type TabInTeams } from "../support/teams-host";
import { type Demonstration, priya, startDemonstration } from "./demonstration";
import type { PageState } from "./page-states";

let council: Demonstration;
let browser: Browser;
let page: Page;
/** The tab as it stands open, and whose it is. */
let open: (TabInTeams & { readonly person: string }) | null = null;

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

/** Starting the tab takes longer than looking at it: where nothing speaks against it, the open one is led to the state. */
async function openAt({ path, person = priya, silent, failing, answered }: PageState): Promise<TabInTeams> {
  const isSpecial = silent ?? failing ?? answered ?? (person === null || path === "configure");
  if (open?.person === person && !isSpecial) {
    await goTo(open.frame, "no-such-page");
    await open.frame.getByRole("heading", { name: "There is no such page" }).waitFor();
    await goTo(open.frame, path);
    return open;
  }
  await leave();
  if (silent) await page.route(silent, () => {});
  if (failing) await page.route(failing, (route) => route.fulfill({ status: 500 }));
  if (answered) await page.route(answered.path, (route) => route.fulfill({ json: answered.json }));
  const tab = await openTabInTeams({
    page,
    tabUrl: `${council.url}/tab/${path}`,
    token: person === null ? null : await signIn(council.url, person),
    frameContext: path === "configure" ? "settings" : "content",
  });
  if (!isSpecial && person !== null) open = { ...tab, person };
  return tab;
}

async function leave(): Promise<void> {
  open = null;
  await page.goto("about:blank");
  await page.unrouteAll();
}

/** As a link within the tab does. */
async function goTo(frame: Frame, path: string): Promise<void> {
  await frame.evaluate((to) => {
    history.pushState(null, "", `/tab/${to}`);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path);
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
    if (open === null) await leave();
    // Over something that looks different for it, at random.
    await page.mouse.move(0, 0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
  afterAll(async () => {
    await browser.close();
    await council.stop();
  });

  test.each(byPerson(states))(
    "%s: axe finds nothing wrong in any theme, nor on a phone",
    async (_, state) => {
      const faultsBefore = faultsOf(page).length;
      const { frame, changeTheme } = await openAt(state);
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

/** So that each person's tab is opened once. */
function byPerson(states: Readonly<Record<string, PageState>>): [string, PageState][] {
  const keyOf = ({ person }: PageState) => person ?? "";
  return Object.entries(states).sort(([, a], [, b]) => keyOf(a).localeCompare(keyOf(b)));
}
