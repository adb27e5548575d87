import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listDeviceLabels } from "../../src/contracts/device-label-contract";
import { type LabelTable, labelTable, shippedTable } from "../../src/domain/device-label";
import { call } from "../call";

export const labelsKey = ["device-labels"] as const;

export function useDeviceLabels() {
  return useQuery({
    queryKey: labelsKey,
    queryFn: ({ signal }) => call(listDeviceLabels, {}, { signal }),
    staleTime: 60_000,
  });
}

/** The council's labels; those that come with Toolroll until they are read. */
export function useLabelTable(): LabelTable {
  const { data } = useDeviceLabels();
  return useMemo(
    () => (data === undefined ? shippedTable : labelTable(data.items.map((one) => ({ ...one, version: 0 })))),
    [data],
  );
}
