/** What to do with an application. Source: the TIME model (Gartner, 2006). */
export const dispositions = ["tolerate", "invest", "migrate", "eliminate"] as const;
export type Disposition = (typeof dispositions)[number];

export const fits = [1, 2, 3, 4, 5] as const;
/** How well it does its job, or how well it is built and kept: 1 poorly to 5 very well. */
export type Fit = (typeof fits)[number];

/** The middle of the scale counts as fit: nobody should lose a system to a shrug. */
const goodEnough = 3;

/** Both scores are needed; without one there is no disposition, not a guess. */
export function dispositionOf(functional: Fit | null, technical: Fit | null): Disposition | null {
  if (functional === null || technical === null) return null;
  if (functional >= goodEnough) return technical >= goodEnough ? "invest" : "migrate";
  return technical >= goodEnough ? "tolerate" : "eliminate";
}
