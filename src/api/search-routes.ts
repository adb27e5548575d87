import { searchEverything } from "../contracts/search-contract";
import { placeOf } from "../domain/search";
import * as search from "../services/search-service";
import type { ServiceContext } from "../services/service-context";
import { handle, type Route } from "./handle";

export function searchRoutes(context: ServiceContext): Route[] {
  return [
    handle(searchEverything, "search.read", async ({ query }, { caller }) => {
      const { q, kinds, limit } = query;
      const groups = await search.searchEverything(context, caller, { text: q, kinds, limit });
      return {
        groups: groups.map(({ hits, ...group }) => ({
          ...group,
          items: hits.map((hit) => ({ ...hit, place: placeOf(hit, caller.scope) })),
        })),
      };
    }),
  ];
}
