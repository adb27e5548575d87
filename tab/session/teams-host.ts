import { app, authentication } from "@microsoft/teams-js";
import type { ConsentSubject } from "../../src/contracts/consent-window";
import { consentRefusalOf, isConsentMissing } from "./consent";
import { ConsentMissing, ConsentRefused, type Host, type HostTheme, within } from "./host";

/** Long enough for a person to read and accept a consent prompt. */
const tokenWithinMs = 60_000;

/** @throws when no host answers */
export async function connectTeams(): Promise<Host> {
  await app.initialize();
  const context = await app.getContext();
  return {
    theme: themeOf(context.app.theme),
    locale: context.app.locale,
    subPage: context.page.subPageId ?? null,
    onTheme: (follow) => app.registerOnThemeChangeHandler((theme) => follow(themeOf(theme))),
    getToken,
    askConsent,
    tellReady: () => app.notifySuccess(),
    tellFailed: (message) => app.notifyFailure({ reason: app.FailedReason.AuthFailed, message }),
  };
}

async function getToken(silent: boolean, challenge: string | null = null): Promise<string> {
  const claims = challenge === null ? {} : { claims: [challenge] };
  try {
    return await within(tokenWithinMs, authentication.getAuthToken({ silent, ...claims }));
  } catch (error) {
    throw isConsentMissing(error) ? new ConsentMissing() : error;
  }
}

/** The window comes back with the word it was sent out with, so that no other page can answer for it. */
async function askConsent(subject: ConsentSubject): Promise<void> {
  const state = window.crypto.randomUUID();
  const url = `${window.location.origin}/tab/consent?state=${state}&for=${subject}`;
  const answered = await authentication
    .authenticate({ url, width: 600, height: 640 })
    .catch((error: unknown) => Promise.reject(consentRefusalOf(error)));
  if (answered !== state) throw new ConsentRefused("failed");
}

function themeOf(name: string): HostTheme {
  return name === "dark" || name === "contrast" ? name : "default";
}
