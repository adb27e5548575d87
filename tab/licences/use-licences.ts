import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { CallInput } from "../../src/contracts/endpoint";
import { approveGraphSync, listGraphSyncs, startGraphSync } from "../../src/contracts/graph-sync-contract";
import {
  getLicence,
  getLicenceOverview,
  type LicenceAnswer,
  listLicenceHolders,
  listLicences,
  setLicenceOwner,
  setLicencePrice,
} from "../../src/contracts/licence-contract";
import type { UseBand } from "../../src/domain/licence/use-band";
import { call } from "../call";
import { everyPage } from "../every-page";

const allKey = ["licences"];
const runsKey = ["graph-sync"];

// While a sync runs: 30 reads a minute, well under the limit per person.
const progressEveryMs = 2_000;

const onwards = (cursor: string | null) => (cursor === null ? {} : { cursor });

export function useLicences(search: string) {
  return useInfiniteQuery({
    queryKey: [...allKey, "list", search],
    queryFn: ({ pageParam, signal }) =>
      call(
        listLicences,
        { query: { limit: 100, ...(search !== "" && { q: search }), ...onwards(pageParam) } },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** All of them, to choose from. */
export function useEveryLicence() {
  return useQuery({
    queryKey: [...allKey, "every"],
    queryFn: ({ signal }) =>
      everyPage<LicenceAnswer>((cursor) =>
        call(listLicences, { query: { limit: 200, ...onwards(cursor) } }, { signal }),
      ),
  });
}

export function useLicenceOverview() {
  return useQuery({
    queryKey: [...allKey, "overview"],
    queryFn: ({ signal }) => call(getLicenceOverview, {}, { signal }),
  });
}

export function useLicence(skuId: string) {
  return useQuery({
    queryKey: [...allKey, "one", skuId],
    queryFn: ({ signal }) => call(getLicence, { params: { skuId } }, { signal }),
  });
}

export interface HolderFilter {
  readonly search: string;
  readonly useBand: UseBand | null;
}

export function useHolders(skuId: string, { search, useBand }: HolderFilter) {
  const filter = { ...(search !== "" && { q: search }), ...(useBand !== null && { useBand }) };
  return useInfiniteQuery({
    queryKey: [...allKey, "holders", skuId, filter],
    queryFn: ({ pageParam, signal }) =>
      call(
        listLicenceHolders,
        { params: { skuId }, query: { limit: 100, ...filter, ...onwards(pageParam) } },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export type PriceBody = NonNullable<CallInput<typeof setLicencePrice>["body"]>;

export function useSetPrice(skuId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PriceBody) => call(setLicencePrice, { params: { skuId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: allKey }),
  });
}

export function useSetOwner(skuId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (personId: string | null) => call(setLicenceOwner, { params: { skuId }, body: { personId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: allKey }),
  });
}

/** The latest syncs, read again and again while one is under way. */
export function useSyncRuns() {
  return useQuery({
    queryKey: runsKey,
    queryFn: ({ signal }) => call(listGraphSyncs, { query: { limit: 10 } }, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((run) => run.state === "running") ? progressEveryMs : false,
  });
}

export function useStartSync() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(startGraphSync),
    onSuccess: () => client.invalidateQueries({ queryKey: runsKey }),
  });
}

export function useApproveSync() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(approveGraphSync, { params: { id } }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: runsKey }),
        client.invalidateQueries({ queryKey: allKey }),
      ]),
  });
}

/** What was shown of licences is read anew, as after a sync. */
export function useForgetLicences() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: allKey });
}
