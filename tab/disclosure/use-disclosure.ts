import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  exportDisclosure,
  getApplicationDisclosure,
  getDisclosureRules,
  putApplicationDisclosure,
  putDisclosureRules,
} from "../../src/contracts/disclosure-contract";
import type { CallInput } from "../../src/contracts/endpoint";
import type { ExportFormat } from "../../src/contracts/export-contract";
import type { Redactions, Ruled } from "../../src/domain/disclosure/disclosure";
import { applicationKeys } from "../applications/application-cache";
import { call, callForFile } from "../call";
import { saveFile } from "../export/save-file";

const councilKey = ["disclosure-rules"] as const;
const ownKey = (id: string) => ["disclosure-rules", id] as const;

export type DisclosureQuery = NonNullable<CallInput<typeof exportDisclosure.csv>["query"]>;

export function useCouncilRules() {
  return useQuery({
    queryKey: councilKey,
    queryFn: ({ signal }) => call(getDisclosureRules, {}, { signal }),
  });
}

/** Remembers the choice, then makes the file from what is remembered. */
export function useMakeDisclosure(query: DisclosureQuery) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ format, said }: { format: ExportFormat; said: Ruled<Redactions> }) => {
      const kept = await call(putDisclosureRules, { body: said });
      client.setQueryData(councilKey, kept);
      const file = await callForFile(exportDisclosure[format], { query });
      saveFile(file);
      return file.name;
    },
  });
}

export function useOwnRules(id: string) {
  return useQuery({
    queryKey: ownKey(id),
    queryFn: ({ signal }) => call(getApplicationDisclosure, { params: { id } }, { signal }),
  });
}

export function useChangeOwnRules(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (said: Ruled) => call(putApplicationDisclosure, { params: { id }, body: said }),
    // One after the other: each replaces what the one before has said.
    scope: { id: `disclosure-rules-${id}` },
    onSuccess: async (kept) => {
      client.setQueryData(ownKey(id), kept);
      await Promise.all([
        client.invalidateQueries({ queryKey: councilKey, exact: true }),
        client.invalidateQueries({ queryKey: applicationKeys.history(id) }),
      ]);
    },
  });
}
