import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { listPeople } from "../../src/contracts/person-contract";
import { getTeamOverview } from "../../src/contracts/team-contract";
import { call } from "../call";

export const teamKeys = {
  overview: (id: string, below: boolean) => ["teams", "overview", id, below] as const,
  people: (id: string, below: boolean) => ["teams", "people", id, below] as const,
  history: (id: string) => ["teams", "history", id] as const,
};

export function useTeamOverview(id: string, below: boolean) {
  return useQuery({
    queryKey: teamKeys.overview(id, below),
    queryFn: ({ signal }) =>
      call(getTeamOverview, { params: { id }, query: { below: String(below) } }, { signal }),
    placeholderData: (previous) => (previous?.team.id === id ? previous : undefined),
  });
}

export function useTeamPeople(id: string, below: boolean) {
  return useInfiniteQuery({
    queryKey: teamKeys.people(id, below),
    queryFn: ({ pageParam, signal }) =>
      call(
        listPeople,
        {
          query: {
            team: id,
            below: String(below),
            active: "true",
            limit: 25,
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
