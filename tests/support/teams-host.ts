import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { outsideOf } from "./browser";
import { html } from "./outside";

export type TeamsTheme = "default" | "dark" | "contrast";

export interface TeamsWish {
  readonly page: Page;
  readonly tabUrl: string;
  /** What `authentication.getAuthToken` answers; null refuses, as Teams does without consent. */
  readonly token: string | null;
  readonly theme?: TeamsTheme;
  /** As Teams gives it: `en-gb`, `cy-gb`. */
  readonly locale?: string;
  /** Where the host page stands: Teams itself, unless told. */
  readonly hostUrl?: string;
  /** What the deep link that opened the tab asks for within it. */
  readonly subPageId?: string;
  /** `settings` for the page on which a channel tab is configured. */
  readonly frameContext?: "content" | "settings";
}

export interface TabInTeams {
  /** The tab itself; locate its elements through this frame. */
  readonly frame: Frame;
  changeTheme(theme: TeamsTheme): Promise<void>;
  /** What later token requests are answered with. */
  setToken(token: string | null): Promise<void>;
  /** What the tab last wanted a token to prove, as conditional access says it. */
  claims(): Promise<readonly string[] | null>;
  /** The person presses Save on the configuration page; answers what the tab stored. */
  save(): Promise<unknown>;
  /** Names of everything that the tab asked of its host so far, in order. */
  calls(): Promise<string[]>;
}

/** What the page in `teams-host.html` puts on its window. */
declare global {
  interface Window {
    teamsHost: {
      calls: string[];
      token: string | null;
      claims: readonly string[] | null;
      changeTheme(theme: TeamsTheme): void;
      save(): Promise<unknown>;
    };
  }
}

const teamsUrl = "https://teams.microsoft.com/v2/";

/**
 * Opens the unmodified tab inside a small page that answers TeamsJS as Teams does, under the real origin of Teams, so
 * that the tab's own check of its host and its `frame-ancestors` hold too.
 */
export async function openTabInTeams(wish: TeamsWish): Promise<TabInTeams> {
  const { page, tabUrl, token, theme = "default", locale = "en-gb", frameContext = "content" } = wish;
  const { hostUrl = teamsUrl, subPageId } = wish;
  const config = JSON.stringify({ tabUrl, token, theme, locale, frameContext, subPageId });
  const body = readFileSync(join(__dirname, "teams-host.html"), "utf8").replace('"{{config}}"', () => config);
  if (hostUrl.startsWith("https:")) outsideOf(page.context().browser()).put(hostUrl, html(body));
  else await page.route(`${hostUrl}**`, (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(hostUrl);
  const element = await page.waitForSelector("iframe");
  const frame = await element.contentFrame();
  if (frame === null) throw new Error("The host page framed nothing.");
  await frame.waitForLoadState("domcontentloaded");
  return {
    frame,
    changeTheme: (next) => page.evaluate((t) => window.teamsHost.changeTheme(t), next),
    setToken: (next) =>
      page.evaluate((t) => {
        window.teamsHost.token = t;
      }, next),
    claims: () => page.evaluate(() => window.teamsHost.claims),
    save: () => page.evaluate(() => window.teamsHost.save()),
    calls: () => page.evaluate(() => window.teamsHost.calls),
  };
}
