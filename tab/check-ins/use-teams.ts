import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { listTeams } from "../../src/contracts/person-contract";
import { call } from "../call";

const shown = 20;

/** The first teams that match what was typed. */
export function useTeams(search: string) {
  return useQuery({
    queryKey: ["teams", "search", search],
    queryFn: ({ signal }) => call(listTeams, { query: { q: search, limit: shown } }, { signal }),
    placeholderData: keepPreviousData,
  });
}
