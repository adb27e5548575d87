import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { changeCalendarSetting, getCalendarSetting } from "../../src/contracts/calendar-setting-contract";
import type { CallInput } from "../../src/contracts/endpoint";
import {
  changeReplacementAges,
  getOsSupport,
  getReplacementAges,
  replaceOsSupport,
  resetOsSupport,
} from "../../src/contracts/lifecycle-contract";
import { call } from "../call";

const osKey = ["settings", "os-support"];
const calendarKey = ["settings", "calendar"];
const agesKey = ["settings", "replacement-ages"];

export function useOsSupport() {
  return useQuery({ queryKey: osKey, queryFn: ({ signal }) => call(getOsSupport, {}, { signal }) });
}

export type OsTableBody = NonNullable<CallInput<typeof replaceOsSupport>["body"]>;

/** A table in place of the present one; null goes back to the one that comes with the product. */
export function useSetOsSupport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (table: OsTableBody | null) =>
      table === null ? call(resetOsSupport) : call(replaceOsSupport, { body: table }),
    onSuccess: ({ devices: _, ...saved }) => {
      client.setQueryData(osKey, saved);
      return forgetDevices(client);
    },
  });
}

export function useReplacementAges() {
  return useQuery({ queryKey: agesKey, queryFn: ({ signal }) => call(getReplacementAges, {}, { signal }) });
}

type AgesBody = NonNullable<CallInput<typeof changeReplacementAges>["body"]>;

export function useChangeAges() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AgesBody) => call(changeReplacementAges, { body }),
    onSuccess: ({ devices: _, ...saved }) => {
      client.setQueryData(agesKey, saved);
      return forgetDevices(client);
    },
  });
}

export function useCalendarSetting() {
  return useQuery({
    queryKey: calendarKey,
    queryFn: ({ signal }) => call(getCalendarSetting, {}, { signal }),
  });
}

export type CalendarBody = NonNullable<CallInput<typeof changeCalendarSetting>["body"]>;

export function useChangeCalendar() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CalendarBody) => call(changeCalendarSetting, { body }),
    onSuccess: (saved) => {
      client.setQueryData(calendarKey, saved);
    },
  });
}

/** Devices and teams that were read before are judged by other rules now. */
async function forgetDevices(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ["devices"] }),
    client.invalidateQueries({ queryKey: ["teams"] }),
  ]);
}
