import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getSendingHold, releaseSending } from "../../src/contracts/sending-hold-contract";
import type { HoldDecision } from "../../src/domain/sending-hold";
import { call } from "../call";

const holdKey = ["sending-hold"];

export function useSendingHold() {
  return useQuery({
    queryKey: holdKey,
    queryFn: ({ signal }) => call(getSendingHold, {}, { signal }),
  });
}

/** Somebody else may have decided meanwhile, so it is read again either way. */
export function useReleaseSending() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (messages: HoldDecision) => call(releaseSending, { body: { messages } }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: holdKey }),
        client.invalidateQueries({ queryKey: ["check-ins"] }),
      ]),
  });
}
