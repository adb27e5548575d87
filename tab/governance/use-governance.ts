import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect, useState } from "react";
import {
  changeRetention,
  erasePerson,
  getRetention,
  listLeavers,
  tryRetention,
} from "../../src/contracts/governance-contract";
import { listPeople } from "../../src/contracts/person-contract";
import type { RetentionKind } from "../../src/domain/retention";
import { call } from "../call";

const retentionKey = ["retention"];

export interface WantedDays {
  readonly kind: RetentionKind;
  readonly days: number;
}

export function useRetention() {
  return useQuery({
    queryKey: retentionKey,
    queryFn: ({ signal }) => call(getRetention, {}, { signal }),
    select: ({ items }) => items,
  });
}

export function useTryRetention() {
  return useMutation({
    mutationFn: (items: WantedDays[]) => call(tryRetention, { body: { items } }),
  });
}

export function useChangeRetention() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (items: WantedDays[]) => call(changeRetention, { body: { items } }),
    onSuccess: (table) => client.setQueryData(retentionKey, table),
    onSettled: () => client.invalidateQueries({ queryKey: ["leavers"] }),
  });
}

export function useLeavers() {
  return useInfiniteQuery({
    queryKey: ["leavers"],
    queryFn: ({ pageParam, signal }) =>
      call(listLeavers, { query: pageParam === null ? {} : { cursor: pageParam } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Everybody, leavers too, once two letters have been typed. */
export function useAnybody(typed: string) {
  const [words, setWords] = useState("");
  useEffect(() => {
    const wait = setTimeout(() => setWords(typed.trim()), 250);
    return () => clearTimeout(wait);
  }, [typed]);
  const asked = words.length >= 2;
  const { data } = useQuery({
    queryKey: ["people", "anybody", words],
    queryFn: ({ signal }) => call(listPeople, { query: { q: words, limit: 20 } }, { signal }),
    enabled: asked,
    placeholderData: keepPreviousData,
  });
  return { people: asked ? (data?.items ?? []) : [], asked };
}

/** Everything that was read may have named the person. */
export function useErase(personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly reason: string; readonly confirmed: boolean }) =>
      call(erasePerson, { params: { id: personId }, body }),
    onSuccess: () => client.invalidateQueries(),
  });
}
