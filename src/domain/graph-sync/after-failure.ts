/** An answer of Graph that was no data, also one inside a batch. */
export interface GraphFailure {
  readonly status: number;
  /** `error.code`; null where the body was no JSON, such as a page for people. */
  readonly code: string | null;
  readonly retryAfter: string | null;
}

export type AfterFailure =
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "renew-token" }
  | { readonly kind: "start-over" }
  | { readonly kind: "not-permitted" }
  | { readonly kind: "give-up" };

/** How often one request is tried before its part fails and keeps its old data. */
export const mostTries = 6;

const longestBackOff = 60_000;

/** @param tries how often the request was made so far, 1 after the first, also before it started over */
export function afterFailure(failure: GraphFailure, tries: number, now: Date): AfterFailure {
  if (failure.status === 403) return { kind: "not-permitted" };
  if (tries >= mostTries) return { kind: "give-up" };
  if (failure.status === 401) return { kind: "renew-token" };
  if (hasLostItsPlace(failure)) return { kind: "start-over" };
  if (failure.status !== 429 && failure.status < 500) return { kind: "give-up" };
  return { kind: "wait", ms: retryAfterMs(failure.retryAfter, now) ?? backOffMs(tries) };
}

/** `Retry-After` in seconds or as a date, in milliseconds from now; null where there is none that can be read. */
export function retryAfterMs(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}

/** A delta link lives seven days and a page link less; after either the list is read from its beginning. */
function hasLostItsPlace({ status, code }: GraphFailure): boolean {
  return status === 410 || (status === 400 && code === "Directory_ExpiredPageToken");
}

function backOffMs(tries: number): number {
  return Math.min(longestBackOff, 1000 * 2 ** (tries - 1));
}
