/** Where tokens come from: the Teams host, or the local door. */
export type TokenSource = () => Promise<string>;

// Memory only: a token in storage or a cookie would outlive the page and be open to every script.
let source: TokenSource | null = null;
let token: string | null = null;
let renewing: Promise<string | null> | null = null;

export function takeTokensFrom(next: TokenSource | null, first: string | null = null): void {
  source = next;
  token = first;
  renewing = null;
}

export async function currentToken(): Promise<string | null> {
  return token ?? renewToken(null);
}

/** A fresh token in place of `refused`; calls that were refused at the same time share one renewal. */
export async function renewToken(refused: string | null): Promise<string | null> {
  if (token !== null && token !== refused) return token;
  if (source === null) return null;
  renewing ??= source()
    .then(
      (fresh) => {
        token = fresh;
        return fresh;
      },
      () => null,
    )
    .finally(() => {
      renewing = null;
    });
  return renewing;
}
