/** Two-sided 95 %. */
const z = 1.959964;

export type Interval = readonly [low: number, high: number];

/**
 * Wilson's score interval (Wilson 1927) in percent, with the sample size raised to n(N-1)/(N-n), which is Cochran's finite
 * population correction (Cochran, Sampling Techniques, 1977): who asks everybody and hears everybody knows, not guesses.
 */
export function wilson(count: number, n: number, population: number): Interval {
  const p = count / n;
  if (n >= population) return [percent(p), percent(p)];
  const size = (n * (population - 1)) / (population - n);
  const spread = z * Math.sqrt((p * (1 - p)) / size + (z * z) / (4 * size * size));
  const centre = p + (z * z) / (2 * size);
  const scale = 1 + (z * z) / size;
  return [percent(Math.max(0, (centre - spread) / scale)), percent(Math.min(1, (centre + spread) / scale))];
}

/** In percent with one decimal. */
export function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
