import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Answer, CallInput } from "../../src/contracts/endpoint";
import {
  answerMyAssignment,
  answerMyCheckIn,
  changeMyContact,
  getMyContact,
  getMyKit,
  listMyAssignments,
  listMyCheckIns,
  snoozeMyCheckIn,
} from "../../src/contracts/my-contract";
import type { Snooze } from "../../src/domain/check-in/good-time";
import { call } from "../call";
import { deviceKeys } from "../inventory/device-cache";

const myKey = ["my"];
const kitKey = [...myKey, "kit"];
const checkInsKey = [...myKey, "check-ins"];

export type KitReportInput = NonNullable<CallInput<typeof answerMyCheckIn>["body"]>;
export type KitReceipt = Answer<typeof answerMyCheckIn>;

/** The devices that the caller holds. */
export function useMyKit() {
  return useQuery({ queryKey: kitKey, queryFn: ({ signal }) => call(getMyKit, {}, { signal }) });
}

/** Questions that are open to the caller. */
export function useMyCheckIns() {
  return useQuery({ queryKey: checkInsKey, queryFn: ({ signal }) => call(listMyCheckIns, {}, { signal }) });
}

/** Devices that were handed to the caller and wait for their word. */
export function useMyAssignments() {
  return useQuery({
    queryKey: [...myKey, "assignments"],
    queryFn: ({ signal }) => call(listMyAssignments, {}, { signal }),
  });
}

type AssignmentInput = NonNullable<CallInput<typeof answerMyAssignment>["body"]>;

export function useAnswerMyAssignment(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AssignmentInput) => call(answerMyAssignment, { params: { id }, body }),
    onSuccess: () => readKitAgain(client),
  });
}

/** Sends the answer; kit and questions are read again, so that they show at once what came of it. */
export function useAnswerMyCheckIn(deliveryId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: KitReportInput) => call(answerMyCheckIn, { params: { deliveryId }, body }),
    onSuccess: () => readKitAgain(client),
  });
}

/** Puts a question off; it stays open here until it is answered or closed. */
export function useSnoozeMyCheckIn(deliveryId: string) {
  return useMutation({
    mutationFn: (until: Snooze) => call(snoozeMyCheckIn, { params: { deliveryId }, body: { until } }),
  });
}

const contactKey = [...myKey, "messages"];

/** When and about what the bot writes to me. */
export function useMyContact() {
  return useQuery({ queryKey: contactKey, queryFn: ({ signal }) => call(getMyContact, {}, { signal }) });
}

type ContactInput = NonNullable<CallInput<typeof changeMyContact>["body"]>;

export function useChangeMyContact() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ContactInput) => call(changeMyContact, { body }),
    onSuccess: (saved) => {
      client.setQueryData(contactKey, saved);
    },
  });
}

function readKitAgain(client: QueryClient): Promise<unknown> {
  return Promise.all([
    client.invalidateQueries({ queryKey: myKey }),
    client.invalidateQueries({ queryKey: deviceKeys.all, refetchType: "none" }),
  ]);
}
