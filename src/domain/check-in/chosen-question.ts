import { type Instant, toInstant } from "../instant";

/** So long after somebody opened one of several questions, what they type is about that one. */
const chosenMs = 30 * 60_000;

/** A choice before this no longer counts. */
export function chosenSince(now: Date): Instant {
  return toInstant(new Date(now.getTime() - chosenMs));
}

/**
 * Which questions something typed may be about.
 * @param chosen the one that its person opened last; it counts for as long as it is open
 */
export function questionsMeant<Q>(
  open: readonly Q[],
  idOf: (question: Q) => string,
  chosen: string | null,
): readonly Q[] {
  const one = open.filter((question) => idOf(question) === chosen);
  return one.length > 0 ? one : open;
}
