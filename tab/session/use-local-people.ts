import { useCallback, useEffect, useState } from "react";
import { type LocalPersonAnswer, listLocalPeople } from "../../src/contracts/local-contract";
import { call } from "../call";

type Found =
  | { readonly state: "loading" }
  | { readonly state: "loaded"; readonly items: readonly LocalPersonAnswer[] }
  | { readonly state: "failed"; readonly problem: unknown };

const pauseInTypingMs = 200;

/** Whom one may be in local mode. Read before anybody is signed in, hence outside the query cache. */
export function useLocalPeople(search: string): Found & { readonly retry: () => void } {
  const [found, setFound] = useState<Found>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt reads again
  useEffect(() => {
    const abort = new AbortController();
    const read = () =>
      call(listLocalPeople, { query: { q: search } }, { signal: abort.signal }).then(
        ({ items }) => setFound({ state: "loaded", items }),
        (problem: unknown) => {
          if (!abort.signal.aborted) setFound({ state: "failed", problem });
        },
      );
    const timer = window.setTimeout(() => void read(), search === "" ? 0 : pauseInTypingMs);
    return () => {
      window.clearTimeout(timer);
      abort.abort();
    };
  }, [search, attempt]);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { ...found, retry };
}
