import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  decideVendorChange,
  listVendorChanges,
  type VendorChangeAnswer,
} from "../../src/contracts/vendor-change-contract";
import type { VendorChangeState } from "../../src/domain/rollout/vendor-change";
import { call } from "../call";

/** Below the rollouts, so that a rollout that is made of a message is noticed. */
const key = ["rollouts", "vendor-changes"];
const atOnce = 10;

export function useVendorChanges(state: VendorChangeState) {
  return useInfiniteQuery({
    queryKey: [...key, state],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { state, limit: atOnce, ...(pageParam !== null && { cursor: pageParam }) };
      return call(listVendorChanges, { query }, { signal });
    },
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useDecideVendorChange({ id, etag }: Pick<VendorChangeAnswer, "id" | "etag">) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly state: "open" | "dismissed"; readonly reason?: string }) =>
      call(decideVendorChange, { params: { id }, body, etag }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
