import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  assignDevice,
  type DeviceAnswer,
  disposeDevice,
  getDevice,
  restoreDevice,
  returnDevice,
} from "../../../src/contracts/device-contract";
import { listDeviceProblems, resolveDeviceProblem } from "../../../src/contracts/device-problem-contract";
import type { CallInput } from "../../../src/contracts/endpoint";
import { call } from "../../call";
import { deviceKeys, listedDevice, takeDevice } from "../device-cache";

/** One device, shown at once from the list while the newest version is on its way. */
export function useDevice(id: string) {
  const client = useQueryClient();
  return useQuery({
    queryKey: deviceKeys.one(id),
    queryFn: ({ signal }) => call(getDevice, { params: { id } }, { signal }),
    placeholderData: () => listedDevice(client, id),
    staleTime: 0,
  });
}

export function useOpenProblems(id: string) {
  return useQuery({
    queryKey: deviceKeys.problems(id),
    queryFn: ({ signal }) =>
      call(listDeviceProblems, { query: { device: id, open: "true", limit: 50 } }, { signal }),
    select: (page) => page.items,
  });
}

export function useResolveProblem(deviceId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(resolveDeviceProblem, { params: { id } }),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: deviceKeys.problems(deviceId) }),
        client.invalidateQueries({ queryKey: deviceKeys.history(deviceId) }),
      ]);
    },
  });
}

interface Handover {
  readonly personId: string;
  readonly note: string;
}

export function useAssign(device: DeviceAnswer) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ personId, note }: Handover) =>
      call(assignDevice, {
        params: { id: device.id },
        body: { personId, ...(note.trim() === "" ? {} : { note: note.trim() }) },
      }),
    onSuccess: (changed) => takeDevice(client, changed),
  });
}

export type DisposalInput = NonNullable<CallInput<typeof disposeDevice>["body"]>;

export function useDispose(device: DeviceAnswer) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: DisposalInput) => call(disposeDevice, { params: { id: device.id }, body }),
    onSuccess: (changed) => takeDevice(client, changed),
  });
}

export function useRestore(device: DeviceAnswer) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => call(restoreDevice, { params: { id: device.id }, body: { reason } }),
    onSuccess: (changed) => takeDevice(client, changed),
  });
}

export function useTakeBack(device: DeviceAnswer) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(returnDevice, { params: { id: device.id }, body: {} }),
    onSuccess: (changed) => takeDevice(client, changed),
  });
}
