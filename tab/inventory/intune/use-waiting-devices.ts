import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { CallInput } from "../../../src/contracts/endpoint";
import {
  addWaitingDevices,
  decideWaitingDevice,
  listWaitingDevices,
} from "../../../src/contracts/waiting-device-contract";
import type { WaitingStanding } from "../../../src/domain/graph-sync/device-sighting";
import { call } from "../../call";
import { startListsAgain } from "../device-cache";

const key = ["waiting-devices"];

export function useWaitingDevices(standing: WaitingStanding) {
  return useInfiniteQuery({
    queryKey: [...key, standing],
    queryFn: ({ pageParam, signal }) =>
      call(
        listWaitingDevices,
        { query: { limit: 50, standing, ...(pageParam !== null && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** How many wait, for pages that lead there. */
export function useWaitingCounts() {
  return useQuery({
    queryKey: [...key, "counts"],
    queryFn: ({ signal }) =>
      call(listWaitingDevices, { query: { limit: 1, standing: "contested" } }, { signal }),
  });
}

export type DecisionBody = NonNullable<CallInput<typeof decideWaitingDevice>["body"]>;

export function useDecideDevice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { readonly id: string; readonly body: DecisionBody }) =>
      call(decideWaitingDevice, { params: { id }, body }),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: key }), startListsAgain(client)]),
  });
}

export function useAddDevices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) => call(addWaitingDevices, { body: { ids: [...ids] } }),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: key }), startListsAgain(client)]),
  });
}
