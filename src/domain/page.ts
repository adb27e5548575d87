/** One page of a list: from after `after`, in the order of `sort`. */
export interface PageRequest<Sort extends string> {
  readonly limit: number;
  readonly sort: Sort;
  readonly descending: boolean;
  /** Sort value and unique key of the last row of the page before. */
  readonly after: readonly [value: string, key: string] | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  /** Counting stopped at `total`: there are at least so many. */
  readonly totalCapped: boolean;
  readonly next: readonly [value: string, key: string] | null;
}

/** JSON text, or the bytes of it. */
export type Json = string | Buffer;

/** A page whose items are JSON already: what stands between `[` and `]`. */
export interface JsonPage extends Omit<Page<never>, "items"> {
  readonly items: Json;
}

/** Totals of unusual filters are counted no further than this; the screen says "more than 10,000". */
export const countedTotalCap = 10_000;
