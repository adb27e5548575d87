/** How the stand-in of Graph spoils one answer. */
export type GraphFault =
  | { readonly kind: "throttled"; readonly retryAfter?: string }
  | { readonly kind: "failing"; readonly status: number; readonly code?: string }
  /** A page for people in place of JSON. */
  | { readonly kind: "html"; readonly status: number }
  /** The token is refused from now on; a new one is taken. */
  | { readonly kind: "token-expired" }
  | { readonly kind: "place-lost"; readonly status: 410 | 400 }
  /** Half of the body, then the line is cut. */
  | { readonly kind: "truncated" }
  | { readonly kind: "reset" }
  /** Legal: nothing on this page, and all of it on the next. */
  | { readonly kind: "empty-page" }
  /** The same page again, under a link of its own. */
  | { readonly kind: "repeated-page" }
  /** A link that leads back to the page it stands on. */
  | { readonly kind: "circle" }
  | { readonly kind: "foreign-link"; readonly link: string };

interface Spoiling {
  readonly part: string;
  readonly fault: GraphFault;
  after: number;
  times: number;
}

/** Which answers are spoilt next; each fault ends after so many times. */
export class GraphFaults {
  readonly #spoilings: Spoiling[] = [];

  /** @param part of the path and query of the requests to spoil, `after` so many good answers */
  spoil(part: string, fault: GraphFault, { after = 0, times = 1 } = {}): void {
    this.#spoilings.push({ part, fault, after, times });
  }

  clear(): void {
    this.#spoilings.length = 0;
  }

  /** The fault of this request, counted as used. */
  take(path: string): GraphFault | null {
    for (const spoiling of this.#spoilings) {
      if (spoiling.times === 0 || !path.includes(spoiling.part)) continue;
      if (spoiling.after-- > 0) continue;
      spoiling.times -= 1;
      return spoiling.fault;
    }
    return null;
  }
}
