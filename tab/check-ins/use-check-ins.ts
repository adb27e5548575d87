import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import {
  type CheckInAnswer,
  cancelCheckIn,
  closeCheckIn,
  createCheckIn,
  endCheckInSeries,
  getCheckIn,
  launchCheckIn,
  listCheckIns,
  pauseCheckIn,
  previewAudience,
  resumeCheckIn,
} from "../../src/contracts/check-in-contract";
import {
  getCheckInProgress,
  getCheckInSummary,
  listDeliveries,
  retryDelivery,
} from "../../src/contracts/delivery-contract";
import type { CallInput } from "../../src/contracts/endpoint";
import type { DeliveryState } from "../../src/domain/delivery";
import { call } from "../call";
import { deviceKeys } from "../inventory/device-cache";

export type CheckInDraftInput = NonNullable<CallInput<typeof createCheckIn>["body"]>;
export type PreviewInput = NonNullable<CallInput<typeof previewAudience>["body"]>;

const allKey = ["check-ins"];
const listKey = [...allKey, "list"];
const oneKey = (id: string) => [...allKey, "one", id];

// How often what runs is read again: 80 reads a minute at most, well under the limit of 120 per person.
const countsEveryMs = 2_000;
const peopleEveryMs = 5_000;
const stateEveryMs = 10_000;

const steps = {
  launch: launchCheckIn,
  pause: pauseCheckIn,
  resume: resumeCheckIn,
  close: closeCheckIn,
  cancel: cancelCheckIn,
  endSeries: endCheckInSeries,
} as const;
export type Step = keyof typeof steps;

export function useCheckIns() {
  return useInfiniteQuery({
    queryKey: [...listKey, "all"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(
        listCheckIns,
        { query: { sort: "-createdAt", ...(pageParam && { cursor: pageParam }) } },
        { signal },
      ),
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useCheckIn(id: string) {
  return useQuery({
    queryKey: oneKey(id),
    queryFn: ({ signal }) => call(getCheckIn, { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (isLive(state.data) ? stateEveryMs : false),
  });
}

/** Answers that arrive change devices; what was read of them before is out of date when this page is left. */
export function useDevicesOutdated(): void {
  const client = useQueryClient();
  useEffect(
    () => () => void client.invalidateQueries({ queryKey: deviceKeys.all, refetchType: "none" }),
    [client],
  );
}

/** Counts by state; asked for again while messages and answers are on their way. */
export function useCheckInSummary(checkIn: CheckInAnswer) {
  return useQuery({
    queryKey: [...oneKey(checkIn.id), "summary"],
    queryFn: ({ signal }) => call(getCheckInSummary, { params: { id: checkIn.id } }, { signal }),
    initialData: checkIn.summary,
    initialDataUpdatedAt: 0,
    refetchInterval: isLive(checkIn) ? countsEveryMs : false,
  });
}

/** How fast it goes; asked for again while it is launched and open. */
export function useCheckInProgress(checkIn: CheckInAnswer) {
  return useQuery({
    queryKey: [...oneKey(checkIn.id), "progress"],
    queryFn: ({ signal }) => call(getCheckInProgress, { params: { id: checkIn.id } }, { signal }),
    // While messages go, in step with the counts.
    refetchInterval: ({ state: { data } }) =>
      isLive(checkIn) && (data?.state === "sending" ? countsEveryMs : peopleEveryMs),
  });
}

const runsShown = 20;

/** The newest runs of a series. */
export function useSeriesRuns(series: string) {
  return useQuery({
    queryKey: [...listKey, "series", series],
    queryFn: ({ signal }) => call(listCheckIns, { query: { series, limit: runsShown } }, { signal }),
  });
}

export function useDeliveries(checkIn: CheckInAnswer, state: DeliveryState | null) {
  return useInfiniteQuery({
    queryKey: [...oneKey(checkIn.id), "deliveries", state],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(
        listDeliveries,
        {
          params: { id: checkIn.id },
          query: { ...(state && { state }), ...(pageParam && { cursor: pageParam }) },
        },
        { signal },
      ),
    getNextPageParam: (page) => page.nextCursor,
    enabled: checkIn.state !== "draft",
    // Further pages would each be read again; who pages is reading, not watching.
    refetchInterval: ({ state: { data } }) =>
      isLive(checkIn) && data?.pages.length === 1 ? peopleEveryMs : false,
  });
}

/** Who a draft would reach now. */
export function useAudiencePreview(asked: PreviewInput) {
  return useQuery({
    queryKey: ["audience-preview", asked],
    queryFn: ({ signal }) => call(previewAudience, { body: asked }, { signal }),
  });
}

/** Tries one person again; the list is read again to show what comes of it. */
export function useRetryDelivery(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (deliveryId: string) => call(retryDelivery, { params: { id, deliveryId } }),
    onSettled: () => client.invalidateQueries({ queryKey: oneKey(id) }),
  });
}

export function useCreateCheckIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CheckInDraftInput) => call(createCheckIn, { body }),
    onSuccess: (created) => {
      client.setQueryData(oneKey(created.id), created);
      return client.invalidateQueries({ queryKey: listKey });
    },
  });
}

/** Launch, pause, resume or close; every view of this check-in is read again, which the next step does not wait for. */
export function useStep(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) => call(steps[step], { params: { id } }),
    onSuccess: (changed) => client.setQueryData(oneKey(id), changed),
    onSettled: () => void client.invalidateQueries({ queryKey: allKey }),
  });
}

function isLive(checkIn: CheckInAnswer | undefined): boolean {
  return checkIn?.state === "running" || checkIn?.state === "paused";
}
