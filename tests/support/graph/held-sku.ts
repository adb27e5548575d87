import type { Gateway } from "../../../src/database/gateway";
import { putInForce } from "../../../src/database/stores/graph/part-store";
import { countSeats } from "../../../src/database/stores/graph/seat-recount-store";
import type { UseBand } from "../../../src/domain/licence/use-band";
import { idFrom } from "../builders";

interface Held {
  readonly skuId: string;
  readonly partNumber?: string;
  readonly capability?: string;
  readonly seats?: number;
  readonly plans?: readonly string[];
  /** By person id. */
  readonly holders: Readonly<Record<string, Use>>;
}

interface Use {
  readonly useBand: UseBand;
  readonly enabled?: boolean;
  readonly ways?: readonly string[];
  readonly lastUsedAt?: string;
  readonly disabledPlans?: readonly string[];
}

/** Puts SKUs with these holders into force, as if a sync had just read them; what was read before is gone. */
export async function holdSkus(gateway: Gateway, ...held: readonly Held[]): Promise<void> {
  const asOf = "2026-03-01T02:00:00.000Z";
  const syncId = idFrom(held.map(({ skuId, holders }) => `${skuId}/${Object.keys(holders).join()}`).join());
  await gateway.write(async (tx) => {
    for (const name of ["people", "skus", "subscriptions"] as const) {
      await putInForce(tx, { name, syncId, asOf, deltaLink: "" });
    }
    const people = new Map<string, Use>();
    for (const { skuId, partNumber = "VISIOCLIENT", capability = "Enabled", ...sku } of held) {
      for (const [personId, use] of Object.entries(sku.holders)) {
        people.set(personId, use);
        const { ways = ["direct"], disabledPlans = [], enabled = true, useBand } = use;
        const json = { ways: JSON.stringify(ways), disabledPlans: JSON.stringify(disabledPlans) };
        const account = { nameKey: `person ${personId}`.toLowerCase(), enabled: enabled ? 1 : 0, useBand };
        await tx.manager.insert("graph_holding", {
          syncId,
          skuId,
          personId,
          state: "Active",
          ...json,
          ...account,
        });
      }
      const units = { enabled: sku.seats ?? 100, warning: 0, suspended: 0, lockedOut: 0 };
      const rest = { appliesTo: "User", plans: JSON.stringify(sku.plans ?? []) };
      const consumed = Object.keys(sku.holders).length;
      await tx.manager.insert("graph_sku", {
        syncId,
        skuId,
        partNumber,
        capability,
        consumed,
        ...units,
        ...rest,
      });
    }
    for (const [personId, { useBand, enabled = true, lastUsedAt = "" }] of people) {
      const row = { syncId, personId, name: `Person ${personId}`, email: `${personId}@council.example` };
      const account = { ...row, principalKey: personId, guest: 0, signInsKnown: 1, useBand, lastUsedAt };
      await tx.manager.insert("graph_account", { ...account, enabled: enabled ? 1 : 0 });
    }
    await countSeats(tx, syncId);
  });
}
