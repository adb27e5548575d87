import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import {
  changeDeviceProblem,
  type DeviceProblemAnswer,
  getDeviceProblem,
  listDeviceProblems,
} from "../../src/contracts/device-problem-contract";
import type { CallInput } from "../../src/contracts/endpoint";
import { call } from "../call";
import { deviceKeys } from "../inventory/device-cache";
import { useMe } from "../session/session";
import { type ReportView, reportQuery } from "./report-view";

const keys = { lists: ["reports", "list"], one: (id: string) => ["reports", "one", id] } as const;

export function useReports(view: ReportView) {
  const { person } = useMe();
  const query = reportQuery(view, person.id);
  return useInfiniteQuery({
    queryKey: [...keys.lists, query],
    queryFn: ({ pageParam, signal }) =>
      call(listDeviceProblems, { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function useReport(id: string) {
  return useQuery({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => call(getDeviceProblem, { params: { id } }, { signal }),
  });
}

export type ReportStep = NonNullable<CallInput<typeof changeDeviceProblem>["body"]>;

/** What a step does shows at once in the report, in the lists and at the device. */
export function useWorkOnReport(report: DeviceProblemAnswer) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ReportStep) =>
      call(changeDeviceProblem, { params: { id: report.id }, body, etag: report.etag }),
    onSuccess: (changed) => client.setQueryData(keys.one(report.id), changed),
    onError: () => client.invalidateQueries({ queryKey: keys.one(report.id) }),
    // Not waited for: the next step can be taken while lists are read again.
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: deviceKeys.all });
    },
  });
}
