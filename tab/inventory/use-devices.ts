import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { getDeviceSummary, listDevices } from "../../src/contracts/device-contract";
import type { DeviceStatus } from "../../src/domain/device";
import { call } from "../call";
import { deviceKeys, keepFirstPage } from "./device-cache";
import { type ListView, toQuery } from "./list-view";

/** The rows of the list, page after page; the rows shown stay while a new filter loads. */
export function useDevices(view: ListView) {
  const client = useQueryClient();
  const asked = JSON.stringify(toQuery(view, null));
  const queryKey = useMemo(() => [...deviceKeys.lists, JSON.parse(asked)], [asked]);
  useEffect(() => () => keepFirstPage(client, queryKey), [client, queryKey]);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => call(listDevices, { query: toQuery(view, pageParam) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: isShort,
    refetchOnReconnect: isShort,
  });
  const pages = query.data?.pages;
  const devices = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const first = pages?.[0];
  return { ...query, devices, total: first?.total ?? 0, totalCapped: first?.totalCapped ?? false };
}

/** Every loaded page would be read again; of a long list only what the person does next is. */
function isShort({
  state,
}: {
  readonly state: { readonly data?: { readonly pages: readonly unknown[] } | undefined };
}) {
  return (state.data?.pages.length ?? 0) <= 2;
}

export type StatusCounts = Readonly<Record<DeviceStatus, number>>;

export function useStatusCounts() {
  return useQuery({
    queryKey: deviceKeys.summary,
    queryFn: ({ signal }) => call(getDeviceSummary, { query: { by: "status" } }, { signal }),
    select: ({ groups, total }) => {
      const counts: Record<DeviceStatus, number> = {
        deployable: 0,
        pending: 0,
        undeployable: 0,
        archived: 0,
      };
      for (const { status, count } of groups) if (status) counts[status] += count;
      return { counts, total };
    },
  });
}
