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
  const open = useCallback(
    (application: string) => {
      opener.current = document.activeElement;
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
  useEffect(() => {
    if (id !== null || opener.current === null) return;
    if (
      (opener.current instanceof HTMLElement || opener.current instanceof SVGElement) &&
      opener.current.isConnected
    ) {
      opener.current.focus();
    }
    opener.current = null;
  }, [id]);
  return { id, open, close };
}
