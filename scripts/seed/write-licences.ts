import { licenceSnapshotEntity } from "../../src/database/entities/licence-entities";
import type { Writer } from "../../src/database/gateway";
import { inWrites } from "../../src/database/stores/chunks";
import { stageGroups } from "../../src/database/stores/graph/group-store";
import { putInForce } from "../../src/database/stores/graph/part-store";
import { savePrice } from "../../src/database/stores/graph/price-store";
import { countSeats } from "../../src/database/stores/graph/seat-recount-store";
import { stageAccounts, stageSkus, stageSubscriptions } from "../../src/database/stores/graph/stage-store";
import { beginRun, endRun } from "../../src/database/stores/graph/sync-run-store";
import { saveLicenceOwner } from "../../src/database/stores/renewal-store";
import { insertRows } from "../../src/database/stores/write-rows";
import { demonstrationSyncId } from "../../src/domain/graph-sync/demonstration";
import type { CouncilLicences } from "./council-licences";
import { fixedPeople } from "./fixed-people";

const syncId = demonstrationSyncId;

/** Puts made-up licences in force under a name of their own, so that every page can say that they are made up. */
export async function writeLicences(tx: Writer, licences: CouncilLicences, now: Date): Promise<void> {
  const at = now.toISOString();
  const { skus, subscriptions, accounts, holdings, groups } = licences;
  await beginRun(tx, { id: syncId, kind: "full", startedAt: at, requestedBy: null });
  const counts = {
    people: accounts.length,
    skus: skus.length,
    subscriptions: subscriptions.length,
    groups: groups.length,
  };
  // No part is noted as read: nobody read anything.
  for (const name of ["people", "skus", "subscriptions", "groups"] as const)
    await putInForce(tx, { name, syncId, asOf: at, deltaLink: "" });
  await endRun(tx, { id: syncId, state: "succeeded", counts, finishedAt: at });
  await stageSkus(tx, syncId, skus);
  await stageSubscriptions(tx, syncId, subscriptions);
  await stageGroups(tx, syncId, groups);
  await stageAccounts(tx, syncId, accounts, holdings);
  await countSeats(tx, syncId);
  await inWrites(licences.nights, async (chunk) => {
    await insertRows(tx, licenceSnapshotEntity, chunk);
  });
  const enteredBy = fixedPeople.find(({ role }) => role === "Toolroll.ItManager")?.id ?? "";
  for (const { skuId, amount, from } of licences.prices) {
    await savePrice(tx, { skuId, price: { amount, currency: "GBP" }, per: "month", from }, enteredBy, at);
  }
  // One has nobody to remind, so that both can be seen.
  const owned = new Set(licences.prices.map(({ skuId }) => skuId));
  for (const skuId of [...owned].slice(1)) await saveLicenceOwner(tx, skuId, enteredBy, enteredBy, at);
}
