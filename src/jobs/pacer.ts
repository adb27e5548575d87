/** Lets one pass every so often, never faster: over any second no more than `perSecond`, give or take one. */
export class Pacer {
  readonly betweenMs: number;
  #next = 0;

  constructor(perSecond: number) {
    this.betweenMs = 1_000 / perSecond;
  }

  /** The next one waits until then at least. */
  notBefore(turnMs: number): void {
    this.#next = Math.max(this.#next, turnMs);
  }

  /** How long the next one has to wait from `nowMs`; its turn is taken with the question. */
  waitMs(nowMs: number): number {
    const turn = Math.max(nowMs, this.#next);
    this.#next = turn + this.betweenMs;
    return turn - nowMs;
  }
}
