import { QueryClient } from "@tanstack/react-query";
import { deviceKeys, keepFirstPage } from "../../../tab/inventory/device-cache";

test("a list left behind keeps its first page and its age, so that coming back asks for one page", () => {
  const client = new QueryClient();
  const key = [...deviceKeys.lists, {}];
  const page = (tag: string) => ({
    items: [{ assetTag: tag }],
    total: 2,
    totalCapped: false,
    nextCursor: tag,
  });
  client.setQueryData(key, { pages: [page("a"), page("b")], pageParams: [null, "a"] }, { updatedAt: 1_000 });
  keepFirstPage(client, key);
  expect(client.getQueryData(key)).toEqual({ pages: [page("a")], pageParams: [null] });
  expect(client.getQueryState(key)?.dataUpdatedAt).toBe(1_000);
});

test("a list never read is not invented", () => {
  const client = new QueryClient();
  keepFirstPage(client, deviceKeys.lists);
  expect(client.getQueryData(deviceKeys.lists)).toBeUndefined();
});
