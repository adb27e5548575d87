import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changeDevices, previewDevices } from "../../../src/contracts/device-contract";
import { call } from "../../call";
import { startListsAgain } from "../device-cache";
import type { BulkChange } from "./bulk-draft";

interface Wanted {
  readonly ids: readonly string[];
  readonly change: BulkChange;
}

export function useBulkPreview() {
  return useMutation({
    mutationFn: ({ ids, change }: Wanted) => call(previewDevices, { body: { ids: [...ids], change } }),
  });
}

export function useBulkApply() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ids, change }: Wanted) => call(changeDevices, { body: { ids: [...ids], change } }),
    onSuccess: () => startListsAgain(client),
  });
}
