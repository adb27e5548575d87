import type { InfiniteData, QueryClient, QueryKey } from "@tanstack/react-query";
import type { DeviceAnswer, listDevices } from "../../src/contracts/device-contract";
import type { Answer } from "../../src/contracts/endpoint";

type Pages = InfiniteData<Answer<typeof listDevices>>;

export const deviceKeys = {
  all: ["devices"],
  lists: ["devices", "list"],
  summary: ["devices", "summary"],
  one: (id: string) => ["devices", "one", id],
  history: (id: string) => ["devices", "history", id],
  problems: (id: string) => ["devices", "problems", id],
} as const;

/**
 * A changed device goes into every list where it stands: fetching all loaded pages again for one row would
 * cost a request per page.
 */
export async function takeDevice(client: QueryClient, device: DeviceAnswer): Promise<void> {
  client.setQueryData(deviceKeys.one(device.id), device);
  client.setQueriesData<Pages>({ queryKey: deviceKeys.lists }, (data) => data && withDevice(data, device));
  await Promise.all([
    client.invalidateQueries({ queryKey: deviceKeys.history(device.id) }),
    client.invalidateQueries({ queryKey: deviceKeys.problems(device.id) }),
    client.invalidateQueries({ queryKey: deviceKeys.summary }),
  ]);
}

/** After devices were added or imported the lists start again from their first page. */
export async function startListsAgain(client: QueryClient): Promise<void> {
  await Promise.all([
    client.resetQueries({ queryKey: deviceKeys.lists }),
    client.invalidateQueries({
      queryKey: deviceKeys.all,
      predicate: ({ queryKey }) => queryKey[1] !== "list",
    }),
  ]);
}

/** A list that nobody looks at keeps its first page; coming back then reads that one again and not all of them. */
export function keepFirstPage(client: QueryClient, queryKey: QueryKey): void {
  const updatedAt = client.getQueryState(queryKey)?.dataUpdatedAt ?? 0;
  const first = (data: Pages | undefined): Pages | undefined =>
    data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) };
  client.setQueryData<Pages>(queryKey, first, { updatedAt });
}

export function listedDevice(client: QueryClient, id: string): DeviceAnswer | undefined {
  for (const [, data] of client.getQueriesData<Pages>({ queryKey: deviceKeys.lists })) {
    const found = data?.pages.flatMap((page) => page.items).find((device) => device.id === id);
    if (found) return found;
  }
  return undefined;
}

function withDevice(data: Pages, device: DeviceAnswer): Pages {
  const swap = (item: DeviceAnswer) => (item.id === device.id ? device : item);
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(swap) })) };
}
