import { type RefObject, useEffect, useRef } from "react";

/**
 * Whoever presses the button at the end of a long form does not see what appears at its top: it is brought into sight,
 * and again when it says something else.
 */
export function useInSight<T extends HTMLElement>(said: unknown): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => {
    if (said !== null) ref.current?.scrollIntoView({ block: "nearest" });
  }, [said]);
  return ref;
}
