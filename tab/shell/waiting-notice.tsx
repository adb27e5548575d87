import { MessageBar, MessageBarBody, makeStyles } from "@fluentui/react-components";
import { type QueryCache, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { useText } from "../language/use-text";
import { isTooFast } from "./query-client";

const useStyles = makeStyles({
  // In sight however far the page has been scrolled, and above what else stays there.
  root: { position: "sticky", top: 0, zIndex: 5, flexShrink: 0, borderLeftWidth: 0, borderRightWidth: 0 },
});

/** Said once for the whole page while something waits because too much was asked at once. */
export function WaitingNotice() {
  const text = useText();
  const styles = useStyles();
  if (!useIsWaiting()) return null;
  return (
    <MessageBar className={styles.root} intent="info" shape="square" layout="multiline" politeness="polite">
      <MessageBarBody>{text("shell.waiting")}</MessageBarBody>
    </MessageBar>
  );
}

function useIsWaiting(): boolean {
  const cache = useQueryClient().getQueryCache();
  const subscribe = useCallback((changed: () => void) => cache.subscribe(changed), [cache]);
  return useSyncExternalStore(subscribe, () => isWaiting(cache));
}

function isWaiting(cache: QueryCache): boolean {
  return cache
    .getAll()
    .some(({ state }) => state.fetchStatus === "fetching" && isTooFast(state.fetchFailureReason));
}
