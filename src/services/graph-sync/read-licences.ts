import { orEmpty } from "../../database/entities/columns";
import { putInForce } from "../../database/stores/graph/part-store";
import { stageSkus, stageSubscriptions } from "../../database/stores/graph/stage-store";
import type { Json } from "../../graph/graph-caller";
import { readSku, readSubscription, skusPath, subscriptionsPath } from "../../graph/graph-licence";
import { readList } from "../../graph/graph-list";
import { deletedWith, readDeleted } from "./read-deleted";
import { progress, replacement, type SyncRound, settle, settleProblem } from "./sync-round";

/** SKUs and subscriptions: a few dozen rows each, read whole and swapped in one transaction. */
export async function readLicences(round: SyncRound): Promise<void> {
  const { gateway } = round.context;
  await part(round, "skus", skusPath, async (items) => {
    const skus = items.map(readSku).filter((sku) => sku !== null);
    const deleted = await readDeleted(round);
    const rows = skus.map(
      ({ skuPartNumber: partNumber, units, consumedUnits: consumed, planIds, ...sku }) => ({
        ...sku,
        ...units,
        partNumber,
        consumed,
        plans: JSON.stringify(planIds),
        deleted: deletedWith(deleted, sku.skuId),
      }),
    );
    await gateway.write(async (tx) => {
      await stageSkus(tx, round.id, rows);
      await putInForce(tx, replacement(round, "skus"));
    });
  });
  await part(round, "subscriptions", subscriptionsPath, async (items) => {
    const found = items.map(readSubscription).filter((subscription) => subscription !== null);
    const rows = found.map(({ isTrial, nextLifecycle, ...subscription }) => ({
      ...subscription,
      trial: isTrial ? 1 : 0,
      nextLifecycle: orEmpty(nextLifecycle),
    }));
    await gateway.write(async (tx) => {
      await stageSubscriptions(tx, round.id, rows);
      await putInForce(tx, replacement(round, "subscriptions"));
    });
  });
}

async function part(
  round: SyncRound,
  name: "skus" | "subscriptions",
  path: string,
  keep: (items: readonly Json[]) => Promise<void>,
): Promise<void> {
  let items: Json[] = [];
  try {
    await readList(round.graph, path, {
      begin: async () => {
        items = [];
      },
      page: async (page) => {
        items.push(...page);
      },
    });
  } catch (problem) {
    return settleProblem(round, name, problem);
  }
  await keep(items);
  await progress(round, name, items.length);
  await settle(round, name, "ok");
}
