import { app, authentication } from "@microsoft/teams-js";
import { type Host, type HostTheme, within } from "./host";

/** Long enough for a person to read and accept a consent prompt. */
const tokenWithinMs = 60_000;

/** @throws when no host answers */
export async function connectTeams(): Promise<Host> {
  await app.initialize();
  const context = await app.getContext();
  return {
    theme: themeOf(context.app.theme),
    locale: context.app.locale,
    onTheme: (follow) => app.registerOnThemeChangeHandler((theme) => follow(themeOf(theme))),
    getToken: () => within(tokenWithinMs, authentication.getAuthToken()),
    tellReady: () => app.notifySuccess(),
    tellFailed: (message) => app.notifyFailure({ reason: app.FailedReason.AuthFailed, message }),
  };
}

function themeOf(name: string): HostTheme {
  return name === "dark" || name === "contrast" ? name : "default";
}
