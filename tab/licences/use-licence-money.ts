import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CallInput } from "../../src/contracts/endpoint";
import {
  decideRenewal,
  getLicenceCosts,
  getPriceBook,
  importLicencePrices,
  listOverlapPeople,
  listOverlaps,
  listRenewals,
  removeLicencePrice,
} from "../../src/contracts/licence-money-contract";
import { call } from "../call";

type DecisionBody = NonNullable<CallInput<typeof decideRenewal>["body"]>;

/** Below the key of licences: a price that changes makes all of these out of date. */
const allKey = ["licences", "money"];

export function usePriceBook() {
  return useQuery({
    queryKey: [...allKey, "prices"],
    queryFn: ({ signal }) => call(getPriceBook, {}, { signal }),
  });
}

export function useLicenceCosts(skuId: string | null) {
  return useQuery({
    queryKey: [...allKey, "costs", skuId],
    queryFn: ({ signal }) => call(getLicenceCosts, { query: skuId === null ? {} : { skuId } }, { signal }),
  });
}

export function useOverlaps() {
  return useQuery({
    queryKey: [...allKey, "overlaps"],
    queryFn: ({ signal }) => call(listOverlaps, {}, { signal }),
  });
}

export function useOverlapPeople(skuId: string, withinSkuId: string) {
  return useQuery({
    queryKey: [...allKey, "overlap", skuId, withinSkuId],
    queryFn: ({ signal }) => call(listOverlapPeople, { params: { skuId, withinSkuId } }, { signal }),
  });
}

export function useRenewals() {
  return useQuery({
    queryKey: [...allKey, "renewals"],
    queryFn: ({ signal }) => call(listRenewals, {}, { signal }),
  });
}

export function useRemovePrice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (params: { skuId: string; from: string }) => call(removeLicencePrice, { params }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["licences"] }),
  });
}

export function useDecideRenewal() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ source, id, ...body }: CallInput<typeof decideRenewal>["params"] & DecisionBody) =>
      call(decideRenewal, { params: { source, id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: [...allKey, "renewals"] }),
  });
}

/** Looks a file of prices through, or writes it when all of it is right. */
export function useImportPrices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, mode }: { file: Blob; mode: "preview" | "apply" }) =>
      call(importLicencePrices, { query: { mode }, body: file }),
    onSuccess: ({ applied }) => (applied ? client.invalidateQueries({ queryKey: ["licences"] }) : undefined),
  });
}
