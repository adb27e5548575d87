import { holdersOf, type Licensed } from "../../domain/licence/holder";
import { readList } from "../../graph/graph-list";
import { deletedPeoplePath, readPerson } from "../../graph/graph-person";
import { GraphFailed, GraphNotPermitted } from "../../graph/graph-problem";
import type { SyncRound } from "./sync-round";

/**
 * Deleted accounts with the licences that they still show. No part of its own: where Graph does not say, the rest of what
 * is known of a SKU is no less true.
 * @returns null where Graph did not say
 */
export async function readDeleted({ graph }: SyncRound): Promise<readonly Licensed[] | null> {
  let found = new Map<string, Licensed>();
  try {
    await readList(graph, deletedPeoplePath, {
      begin: async () => {
        found = new Map();
      },
      page: async (items) => {
        for (const person of items.map(readPerson)) {
          if (person === null) continue;
          const { id, skuIds, assignments } = person;
          found.set(id, { personId: id, accountEnabled: false, deleted: true, skuIds, assignments });
        }
      },
    });
  } catch (problem) {
    if (problem instanceof GraphNotPermitted || problem instanceof GraphFailed) return null;
    throw problem;
  }
  return [...found.values()];
}

/** How many of them still show a SKU; -1 is unknown, as it is stored. */
export function deletedWith(deleted: readonly Licensed[] | null, skuId: string): number {
  return deleted === null ? -1 : holdersOf(deleted, skuId).deleted.length;
}
