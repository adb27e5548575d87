import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listDevices } from "../../src/contracts/device-contract";
import { getPerson, listCustody, listPeople } from "../../src/contracts/person-contract";
import { call } from "../call";
import { type PeopleView, toPageQuery } from "./people-view";

export const personKeys = {
  list: ["people", "list"] as const,
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

/** The rows of the list, page after page; those shown stay while a new filter loads. */
export function usePeople(view: PeopleView) {
  const query = useInfiniteQuery({
    queryKey: [...personKeys.list, toPageQuery(view, null)],
    queryFn: ({ pageParam, signal }) => call(listPeople, { query: toPageQuery(view, pageParam) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const people = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return { ...query, people, total: pages?.[0]?.total ?? 0 };
}
