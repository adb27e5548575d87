import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { getDeviceSummary, listDevices } from "../../src/contracts/device-contract";
import type { DeviceStatus } from "../../src/domain/device";
import { call } from "../call";
import { deviceKeys } from "./device-cache";
import { type ListView, toQuery } from "./list-view";

/** The rows of the list, page after page; the rows shown stay while a new filter loads. */
export function useDevices(view: ListView) {
  const query = useInfiniteQuery({
    queryKey: [...deviceKeys.lists, toQuery(view, null)],
    queryFn: ({ pageParam, signal }) => call(listDevices, { query: toQuery(view, pageParam) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const devices = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const first = pages?.[0];
  return { ...query, devices, total: first?.total ?? 0, totalCapped: first?.totalCapped ?? false };
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
