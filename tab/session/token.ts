/** Where tokens come from: the Teams host, or the local door. Asked for later ones without a word to the person. */
export type TokenSource = () => Promise<string>;

interface Held {
  readonly token: string;
  readonly renewAt: number;
  readonly expiresAt: number;
}

const renewBeforeMs = 5 * 60_000;
/** Hosts hand out the same token until it is nearly over; they are not asked for it on every call. */
const betweenRenewalsMs = 60_000;

// Memory only: a token in storage or a cookie would outlive the page and be open to every script.
let source: TokenSource | null = null;
let held: Held | null = null;
let renewing: Promise<string | null> | null = null;

export function takeTokensFrom(next: TokenSource | null, first: string | null = null): void {
  source = next;
  held = first === null ? null : hold(first);
  renewing = null;
}

/** The token as long as it lasts; it is renewed in the background before it runs out. */
export async function currentToken(): Promise<string | null> {
  if (held === null) return renewToken(null);
  if (Date.now() < held.renewAt) return held.token;
  const { token, expiresAt } = held;
  const renewed = renewToken(token);
  return Date.now() < expiresAt ? token : ((await renewed) ?? token);
}

/** A fresh token in place of `refused`; calls that were refused at the same time share one renewal. */
export async function renewToken(refused: string | null): Promise<string | null> {
  if (held !== null && held.token !== refused) return held.token;
  if (source === null) return null;
  const asked = source;
  renewing ??= asked()
    .then(
      (fresh) => {
        if (source === asked) held = hold(fresh);
        return fresh;
      },
      () => {
        if (held !== null) held = { ...held, renewAt: Date.now() + betweenRenewalsMs };
        return null;
      },
    )
    .finally(() => {
      renewing = null;
    });
  return renewing;
}

function hold(token: string): Held {
  const expiresAt = expiryOf(token);
  const renewAt = Math.max(expiresAt - renewBeforeMs, Date.now() + betweenRenewalsMs);
  return { token, renewAt, expiresAt };
}

/** Read for the sake of timing alone: whether a token is good is the server's to say. */
function expiryOf(token: string): number {
  try {
    const body = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const { exp } = JSON.parse(window.atob(body)) as { exp?: unknown };
    return typeof exp === "number" ? exp * 1_000 : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
