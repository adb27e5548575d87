import { useCallback, useEffect, useRef } from "react";

/**
 * Gives the focus back to what opened a dialog when it closes. Fluent does so for its own triggers; these dialogs are
 * fetched when they are first asked for and have none.
 * @param otherwise where to, when what opened it is gone
 * @returns to be called before opening
 */
export function useFocusReturn(open: boolean, otherwise?: () => void): () => void {
  const opener = useRef<Element | null>(null);
  const wasOpen = useRef(open);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it closes, not when the words of the page change
  useEffect(() => {
    const closed = wasOpen.current && !open;
    wasOpen.current = open;
    if (!closed) return;
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    else otherwise?.();
    opener.current = null;
  }, [open]);
  return useCallback(() => {
    opener.current = document.activeElement;
  }, []);
}
