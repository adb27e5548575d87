import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { type QueryCache, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { useText } from "../language/use-text";
import { isTooFast } from "./query-client";

/** Said once for the whole page while something waits because too much was asked at once. */
export function WaitingNotice() {
  const text = useText();
  if (!useIsWaiting()) return null;
  return (
    <MessageBar intent="info" politeness="polite">
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
