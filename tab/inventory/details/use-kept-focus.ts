import { type RefObject, useEffect } from "react";

/**
 * When what had the focus is gone (a form saved, a button that did its work) the focus would fall out of the
 * drawer, and Escape with it; it goes to `place` instead.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>, ...after: readonly unknown[]): void {
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus();
  }, [place, ...after]);
}
