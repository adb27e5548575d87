import type { Gateway } from "../src/database/gateway";
import { putInForce } from "../src/database/stores/graph/part-store";
import { countSeats } from "../src/database/stores/graph/seat-recount-store";
import { type StagedAccount, stageAccounts, stageSkus } from "../src/database/stores/graph/stage-store";
import { matchKey } from "../src/domain/match-key";
import type { Person } from "../src/domain/person";

/** Microsoft 365 E3, as Graph has it. */
export const heldSkuId = "05e9a617-0261-4cee-bb44-138d3ef5d965";
const syncId = "bench";
const asOf = "2026-11-02T02:00:00.000Z";
const holders = 100_000;
const bands = ["active", "active", "active", "active", "light", "dormant", "never", "unknown"] as const;

/** So many people hold one licence, the council's own first, as a sync would have left them. */
export async function fillHolders(gateway: Gateway, people: readonly Person[]): Promise<void> {
  const accounts = Array.from({ length: holders }, (_, at) => accountOf(people[at], at));
  const seats = accounts.map(({ personId, name, enabled, useBand }) => {
    const by = { nameKey: matchKey(name), enabled, useBand };
    return { skuId: heldSkuId, personId, ways: '["direct"]', state: "Active", disabledPlans: "[]", ...by };
  });
  const units = {
    enabled: holders,
    warning: 0,
    suspended: 0,
    lockedOut: 0,
    consumed: holders,
    plans: "[]",
    deleted: -1,
  };
  const sku = { skuId: heldSkuId, partNumber: "SPE_E3", appliesTo: "User", capability: "Enabled", ...units };
  await gateway.write(async (tx) => {
    await stageSkus(tx, syncId, [sku]);
    await stageAccounts(tx, syncId, accounts, seats);
    await countSeats(tx, syncId);
    for (const name of ["people", "skus"] as const)
      await putInForce(tx, { name, syncId, asOf, deltaLink: "" });
  });
}

function accountOf(known: Person | undefined, at: number): StagedAccount {
  const useBand = bands[at % bands.length] ?? "unknown";
  const lastUsedAt = useBand === "never" || useBand === "unknown" ? "" : "2026-10-30T09:00:00.000Z";
  const email = known?.email ?? `holder.${at}@llanfair.example`;
  return {
    ...{ personId: known?.id ?? `holder-${at}`, name: known?.name ?? `Holder ${at}`, email },
    ...{ principalKey: email, department: "", homeKey: "", managerId: "", createdAt: "", guest: 0 },
    ...{ enabled: at % 17 === 5 ? 0 : 1, signInsKnown: 1, interactive: lastUsedAt, nonInteractive: "" },
    ...{ successful: lastUsedAt, lastReported: "", useBand, lastUsedAt },
  };
}
