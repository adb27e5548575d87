import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { searchEverything } from "../../src/contracts/search-contract";
import { call } from "../call";
import { looksAfterOthers, useMe } from "../session/session";
import { type RowGroup, rowGroups, type SearchRow } from "./search-rows";

const pauseMs = 150;

export interface SearchResults {
  readonly typed: string;
  readonly groups: readonly RowGroup[];
  readonly rows: readonly SearchRow[];
  /** Whether the rows answer what stands in the box now. */
  readonly current: boolean;
  readonly pending: boolean;
  readonly problem: unknown;
}

const none: SearchResults["groups"] = [];

/** Asks when the typing pauses; what was found before stays until the new answer is there. Nothing is kept. */
export function useSearch(typed: string): SearchResults {
  const inventory = looksAfterOthers(useMe());
  const words = typed.trim();
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const wait = setTimeout(() => setAsked(words), words === "" ? 0 : pauseMs);
    return () => clearTimeout(wait);
  }, [words]);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ["search", asked],
    queryFn: ({ signal }) => call(searchEverything, { query: { q: asked } }, { signal }),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const groups = useMemo(
    () => (data === undefined || words === "" ? none : rowGroups(data.groups, asked, inventory)),
    [data, words, asked, inventory],
  );
  const current = words === asked && !isPlaceholderData && (data !== undefined || error !== null);
  return {
    typed: words,
    groups,
    rows: useMemo(() => groups.flatMap(({ rows }) => rows), [groups]),
    current,
    pending: words !== "" && data === undefined && error === null,
    problem: words === asked ? error : null,
  };
}
