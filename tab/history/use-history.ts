import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import type { historyEndpoint } from "../../src/contracts/history-contract";
import { call } from "../call";

/** The pages of one record's history, read as they are asked for. */
export function useHistory(endpoint: ReturnType<typeof historyEndpoint>, id: string, queryKey: QueryKey) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      call(
        endpoint,
        { params: { id }, query: { limit: 20, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export type HistoryQuery = ReturnType<typeof useHistory>;
