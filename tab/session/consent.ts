import { ConsentRefused } from "./host";

/** The page on which the window ends; the server sends it there through Entra ID. */
export const consentDonePath = "/tab/consent-done";

/** What TeamsJS says when a token cannot be had before a person has done something. */
const personNeeded = /consent|invalid_grant|interaction_required|requiresMfa|CancelledByUser|UserDeclined/i;

export function isConsentMissing(error: unknown): boolean {
  return personNeeded.test(reasonIn(error));
}

/** What a window that came back without consent means for the person who opened it. */
export function consentRefusalOf(error: unknown): ConsentRefused {
  const reason = reasonIn(error);
  if (/FailedToOpenWindow|blocked/i.test(reason)) return new ConsentRefused("blocked");
  if (/AADSTS(65001|90094|90095)|admin|consent_required|interaction_required/i.test(reason)) {
    return new ConsentRefused("administrator");
  }
  return new ConsentRefused(/Cancel|access_denied|declined/i.test(reason) ? "declined" : "failed");
}

export interface ConsentResult {
  readonly state: string;
  /** Null when the person agreed. */
  readonly error: string | null;
}

/** What Entra ID wrote into the address of the page on which the window ends. */
export function consentResultIn(search: string): ConsentResult {
  const query = new URLSearchParams(search);
  const error = query.get("error");
  const described = [error, query.get("error_description")].filter((part) => part !== null).join(" ");
  return { state: query.get("state") ?? "", error: error === null ? null : described.slice(0, 300) };
}

function reasonIn(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
