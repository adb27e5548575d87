import { useCallback, useMemo } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";
import { type ListView, readView, writeView } from "./list-view";

interface ListViewControl {
  readonly view: ListView;
  /** A step the back button undoes; typing replaces instead, or every letter would be a step. */
  readonly change: (change: Partial<ListView>, how?: "step" | "replace") => void;
  readonly open: (deviceId: string) => void;
  readonly close: () => void;
}

const openedHere = { opened: true };

/** Reads and writes what the page shows in the address. */
export function useListView(): ListViewControl {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const { state } = useLocation();
  const view = useMemo(() => readView(params), [params]);

  const change = useCallback(
    (wanted: Partial<ListView>, how: "step" | "replace" = "step") =>
      setParams((now) => writeView({ ...readView(now), ...wanted }, now), { replace: how === "replace" }),
    [setParams],
  );
  const open = useCallback(
    (device: string) =>
      setParams((now) => writeView({ ...readView(now), device }, now), { state: openedHere }),
    [setParams],
  );
  const close = useCallback(() => {
    // Closing what was opened here is the step back; a link that led straight to a device has none.
    if ((state as typeof openedHere | null)?.opened) void navigate(-1);
    else change({ device: null }, "replace");
  }, [state, navigate, change]);

  return { view, change, open, close };
}
