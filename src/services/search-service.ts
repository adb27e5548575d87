import { searchRecords } from "../database/stores/search-store";
import type { Caller } from "../domain/permission";
import { readSearch, type SearchGroup, type SearchKind } from "../domain/search";
import type { ServiceContext } from "./service-context";

/** What the caller may see that holds the text; groups without a result are left out. @param limit of each kind */
export async function searchEverything(
  context: ServiceContext,
  caller: Caller,
  asked: { readonly text: string; readonly kinds: readonly SearchKind[]; readonly limit: number },
): Promise<SearchGroup[]> {
  const text = readSearch(asked.text);
  if (text === null) return [];
  const groups = await context.gateway.read((reader) =>
    searchRecords(reader, caller.scope, asked.kinds, text, asked.limit),
  );
  return groups.filter(({ hits }) => hits.length > 0);
}
