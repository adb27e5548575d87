import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useMemo } from "react";
import type { CallInput } from "../../src/contracts/endpoint";
import {
  closeStockTake,
  exportStockTake,
  getStockTake,
  listStockTakeItems,
  listStockTakes,
  markStockTakeItem,
  removeStockTakeItem,
  type StockTakeItemAnswer,
  scanStockTake,
  startStockTake,
} from "../../src/contracts/stock-take-contract";
import type { ItemState } from "../../src/domain/stock-take/stock-take-item";
import { call, callForFile } from "../call";
import { saveFile } from "../export/save-file";

export type StartInput = NonNullable<CallInput<typeof startStockTake>["body"]>;
export interface ItemView {
  readonly state: ItemState | null;
  readonly search: string;
}

const allKey = ["stock-takes"];
const oneKey = (id: string) => [...allKey, "one", id];
/** Others look at the same time, and holders answer. */
const readAgainMs = 10_000;

export function useStockTakes() {
  return useInfiniteQuery({
    queryKey: [...allKey, "list"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(listStockTakes, { query: pageParam === null ? {} : { cursor: pageParam } }, { signal }),
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useStockTake(id: string) {
  return useQuery({
    queryKey: oneKey(id),
    queryFn: ({ signal }) => call(getStockTake, { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === "open" ? readAgainMs : false),
  });
}

export function useItems(id: string, { state, search }: ItemView, live: boolean) {
  const query = useInfiniteQuery({
    queryKey: [...oneKey(id), "items", state, search],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(
        listStockTakeItems,
        {
          params: { id },
          query: {
            ...(state !== null && { state }),
            ...(search !== "" && { q: search }),
            ...(pageParam !== null && { cursor: pageParam }),
          },
        },
        { signal },
      ),
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
    refetchInterval: ({ state: { data } }) => (live && data?.pages.length === 1 ? readAgainMs : false),
  });
  const pages = query.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return { ...query, items };
}

/** All items of the states that a report lists. */
export function useReportItems(id: string) {
  return useQuery({
    queryKey: [...oneKey(id), "report"],
    queryFn: async ({ signal }) => {
      const items: StockTakeItemAnswer[] = [];
      for (const state of ["missing", "unexpected", "pending"] as const) {
        let cursor: string | null = null;
        do {
          const query = { state, limit: 200, ...(cursor !== null && { cursor }) };
          const page: Awaited<ReturnType<typeof readItems>> = await readItems(id, query, signal);
          items.push(...page.items);
          cursor = page.nextCursor;
        } while (cursor !== null);
      }
      return items;
    },
  });
}

function readItems(id: string, query: CallInput<typeof listStockTakeItems>["query"], signal: AbortSignal) {
  return call(listStockTakeItems, { params: { id }, ...(query && { query }) }, { signal });
}

export function useStart() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: StartInput) => call(startStockTake, { body }),
    onSuccess: () => readAgain(client),
  });
}

export function useClose(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      call(closeStockTake, { params: { id }, body: { reason: reason.trim() || null } }),
    onSuccess: () => readAgain(client),
  });
}

export function useScan(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ code, team }: { readonly code: string; readonly team: string | null }) =>
      call(scanStockTake, { params: { id }, body: { code, team } }),
    onSuccess: () => readAgain(client),
  });
}

interface Mark {
  readonly item: StockTakeItemAnswer;
  readonly state: "pending" | "found" | "missing";
  readonly note?: string;
}

export function useMark(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ item, state, note }: Mark) =>
      call(markStockTakeItem, {
        params: { id, itemId: item.id },
        body: { state, note: note?.trim() || null },
        etag: item.etag,
      }),
    onSettled: () => readAgain(client),
  });
}

export function useRemove(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (item: StockTakeItemAnswer) => call(removeStockTakeItem, { params: { id, itemId: item.id } }),
    onSettled: () => readAgain(client),
  });
}

export function useSaveFile(id: string) {
  return useMutation({
    mutationFn: async () => saveFile(await callForFile(exportStockTake, { params: { id } })),
  });
}

async function readAgain(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: allKey });
}
