import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  addDeviceLabel,
  changeDeviceLabel,
  type DeviceLabelAnswer,
  removeDeviceLabel,
} from "../../src/contracts/device-label-contract";
import type { CallInput } from "../../src/contracts/endpoint";
import { call } from "../call";
import { labelsKey } from "../inventory/use-labels";

export type LabelBody = NonNullable<CallInput<typeof addDeviceLabel>["body"]> &
  Pick<NonNullable<CallInput<typeof changeDeviceLabel>["body"]>, "retired" | "confirmDevices">;

/** Adds a label, or changes the one that is given. */
export function useSaveLabel(label: DeviceLabelAnswer | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ retired, confirmDevices, ...body }: LabelBody) =>
      label === null
        ? call(addDeviceLabel, { body })
        : call(changeDeviceLabel, {
            params: { id: label.id },
            body: { ...body, retired, confirmDevices },
            etag: label.etag,
          }),
    // Also when it is refused: then somebody else may have changed what was read.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: labelsKey }),
        client.invalidateQueries({ queryKey: ["devices"] }),
      ]),
  });
}

export function useRemoveLabel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(removeDeviceLabel, { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: labelsKey }),
  });
}
