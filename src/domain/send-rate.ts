/**
 * When the messages of several replicas may go, so that all of them together keep to one rate
 * (security-privacy, rule 11). Times are milliseconds since 1970.
 */
export interface Turns {
  /** Of the first message; each further one is `betweenMs` later. */
  readonly firstMs: number;
  /** The first turn that nobody has taken. */
  readonly nextMs: number;
}

/** Turns are taken a batch at a time; one further away than this was written by a clock that is wrong. */
const furthestMs = 60_000;

/**
 * The next `count` turns. Turns that were not used are not saved up.
 * @param freeMs the first turn that nobody has taken
 */
export function takeTurns(freeMs: number, count: number, betweenMs: number, nowMs: number): Turns {
  const firstMs = freeMs > nowMs + furthestMs ? nowMs : Math.max(nowMs, freeMs);
  return { firstMs, nextMs: Math.ceil(firstMs + count * betweenMs) };
}
