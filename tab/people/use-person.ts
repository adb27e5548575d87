import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { listDevices } from "../../src/contracts/device-contract";
import { getPerson, listCustody } from "../../src/contracts/person-contract";
import { call } from "../call";

export const personKeys = {
  one: (id: string) => ["people", "one", id] as const,
  kit: (id: string) => ["people", "kit", id] as const,
  custody: (id: string) => ["people", "custody", id] as const,
  history: (id: string) => ["people", "history", id] as const,
};

export function usePerson(id: string) {
  return useQuery({
    queryKey: personKeys.one(id),
    queryFn: ({ signal }) => call(getPerson, { params: { id } }, { signal }),
  });
}

const onwards = (cursor: string | null) => (cursor === null ? {} : { cursor });

export function useKitOf(id: string) {
  return useInfiniteQuery({
    queryKey: personKeys.kit(id),
    queryFn: ({ pageParam, signal }) =>
      call(listDevices, { query: { assignee: id, limit: 25, ...onwards(pageParam) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useCustody(id: string) {
  return useInfiniteQuery({
    queryKey: personKeys.custody(id),
    queryFn: ({ pageParam, signal }) =>
      call(listCustody, { params: { id }, query: { limit: 20, ...onwards(pageParam) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
