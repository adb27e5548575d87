import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Answer, CallInput } from "../../src/contracts/endpoint";
import { answerMyCheckIn, getMyKit, listMyCheckIns } from "../../src/contracts/my-contract";
import { call } from "../call";

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

/** Sends the answer; kit and questions are read again, so that they show at once what came of it. */
export function useAnswerMyCheckIn(deliveryId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: KitReportInput) => call(answerMyCheckIn, { params: { deliveryId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: myKey }),
  });
}
