import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  createContractCalendar,
  getContractCalendar,
  revokeContractCalendar,
} from "../../../src/contracts/contract-calendar-contract";
import { call } from "../../call";

const key = ["contract-calendar"] as const;

export function useCalendar() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(getContractCalendar, {}, { signal }),
    select: ({ calendar }) => calendar,
  });
}

/** The address stands in the answer alone; it is not kept with what can be asked for again. */
export function useCreateCalendar() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(createContractCalendar, { body: {} }),
    gcTime: 0,
    onSuccess: ({ createdAt, language }) => client.setQueryData(key, { calendar: { createdAt, language } }),
  });
}

export function useRevokeCalendar() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(revokeContractCalendar),
    onSuccess: () => client.setQueryData(key, { calendar: null }),
  });
}
