import { useCallback, useEffect, useRef } from "react";

/**
 * Gives the focus back to what opened a dialog when it closes. Fluent does so for its own triggers; these dialogs are
 * fetched when they are first asked for and have none.
 * @returns to be called before opening
 */
export function useFocusReturn(open: boolean): () => void {
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (open) return;
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    opener.current = null;
  }, [open]);
  return useCallback(() => {
    opener.current = document.activeElement;
  }, []);
}
