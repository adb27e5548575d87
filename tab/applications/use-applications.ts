import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import {
  type ApplicationAnswer,
  getApplication,
  listApplications,
} from "../../src/contracts/application-contract";
import { listIntegrations } from "../../src/contracts/integration-contract";
import { type ContractAnswer, listContracts } from "../../src/contracts/supplier-contract";
import { call } from "../call";
import { everyPage } from "../every-page";
import { applicationKeys } from "./application-cache";
import { type ApplicationView, toQuery } from "./application-view";

/** The rows of the list, page after page; those shown stay while a new filter loads. */
export function useApplications(view: ApplicationView) {
  const query = useInfiniteQuery({
    queryKey: [...applicationKeys.lists, toQuery(view, null)],
    queryFn: ({ pageParam, signal }) =>
      call(listApplications, { query: toQuery(view, pageParam) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const applications = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return { ...query, applications, total: pages?.[0]?.total ?? 0 };
}

export function useApplication(id: string) {
  return useQuery({
    queryKey: applicationKeys.one(id),
    queryFn: ({ signal }) => call(getApplication, { params: { id } }, { signal }),
    staleTime: 0,
  });
}

/** All that the caller sees, for the pictures of the whole. */
export function useEveryApplication() {
  return useQuery({
    queryKey: applicationKeys.every,
    queryFn: ({ signal }) =>
      everyPage<ApplicationAnswer>((cursor) =>
        call(listApplications, { query: { limit: 200, ...(cursor !== null && { cursor }) } }, { signal }),
      ),
  });
}

export function useEveryContract() {
  return useQuery({
    queryKey: applicationKeys.contracts,
    queryFn: ({ signal }) =>
      everyPage<ContractAnswer>((cursor) =>
        call(listContracts, { query: { limit: 200, ...(cursor !== null && { cursor }) } }, { signal }),
      ),
  });
}

export function useIntegrations() {
  return useQuery({
    queryKey: applicationKeys.integrations,
    queryFn: ({ signal }) => call(listIntegrations, {}, { signal }),
    select: (page) => page.items,
  });
}
