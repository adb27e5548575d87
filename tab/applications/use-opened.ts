import { useCallback, useEffect, useRef } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";

const openedHere = { opened: true };

/** The application whose details the address opens over the page, and the focus back to what opened it. */
export function useOpened() {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const { state } = useLocation();
  const id = params.get("application") || null;
  const opener = useRef<Element | null>(null);
  const latest = useRef(id);
  useEffect(() => {
    latest.current = id;
  }, [id]);
  const open = useCallback(
    (application: string) => {
      // From one application to the next it stays what opened the first: the link inside goes with the drawer.
      if (latest.current === null) opener.current = document.activeElement;
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          next.set("application", application);
          return next;
        },
        { state: openedHere },
      );
    },
    [setParams],
  );
  const close = useCallback(() => {
    // Closing what was opened here is the step back; a link that led straight to it has none.
    if ((state as typeof openedHere | null)?.opened) void navigate(-1);
    else {
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          next.delete("application");
          return next;
        },
        { replace: true },
      );
    }
  }, [state, navigate, setParams]);
  const returnFocus = useCallback(() => {
    if (latest.current !== null) return;
    const { current } = opener;
    if ((current instanceof HTMLElement || current instanceof SVGElement) && current.isConnected) {
      current.focus();
    }
    opener.current = null;
  }, []);
  return { id, open, close, returnFocus };
}
