import type { Gateway } from "../../../src/database/gateway";
import { putInForce } from "../../../src/database/stores/graph/part-store";
import { countSeats } from "../../../src/database/stores/graph/seat-recount-store";
import { takeSnapshot } from "../../../src/database/stores/graph/snapshot-store";
import {
  beginRun,
  endRun,
  notePart,
  type PartResult,
} from "../../../src/database/stores/graph/sync-run-store";
import { suites } from "./council-skus";

const syncId = "sync-of-last-night";
const startedAt = "2026-11-20T02:00:00.000Z";
const finishedAt = "2026-11-20T02:04:00.000Z";

const bands = ["active", "active", "active", "light", "dormant", "never", "unknown"] as const;

/** By SKU: its part number, what was bought, and every how-manieth person holds it. */
const bought = [
  { skuId: suites.e3, partNumber: "SPE_E3", enabled: 120, warning: 0, capability: "Enabled", every: 2 },
  { skuId: suites.e5, partNumber: "SPE_E5", enabled: 20, warning: 10, capability: "Warning", every: 5 },
  { skuId: suites.f3, partNumber: "SPE_F1", enabled: 30, warning: 0, capability: "Enabled", every: 4 },
  {
    skuId: suites.flow,
    partNumber: "FLOW_FREE",
    enabled: 10_000,
    warning: 0,
    capability: "Enabled",
    every: 3,
  },
] as const;

const parts: readonly PartResult[] = [
  { name: "people", state: "failed", fetched: 40, message: "needs-approval" },
  { name: "sign-ins", state: "ok", fetched: 150, message: null },
  { name: "skus", state: "ok", fetched: 5, message: null },
  { name: "subscriptions", state: "ok", fetched: 4, message: null },
  { name: "reports", state: "not-permitted", fetched: 0, message: "Authorization_RequestDenied" },
];

/** Puts licences into a council as a sync would, without one: whoever is there holds some, and a later sync waits. */
export async function holdLicences(gateway: Gateway): Promise<void> {
  await gateway.write(async (tx) => {
    const people = await tx.manager.query<{ id: string; name: string; email: string }[]>(
      "SELECT id, name, email FROM person WHERE active = 1 ORDER BY id",
    );
    await beginRun(tx, { id: syncId, kind: "full", startedAt, requestedBy: null });
    for (const part of parts) await notePart(tx, syncId, part);
    await endRun(tx, { id: syncId, state: "partial", counts: { gone: 31, before: 150 }, finishedAt });
    for (const name of ["people", "skus", "subscriptions", "people-waiting"] as const) {
      await putInForce(tx, { name, syncId, asOf: startedAt, deltaLink: "" });
    }
    const accounts = people.map(account);
    await tx.manager.insert("graph_account", accounts);
    for (const sku of bought) {
      const holders = accounts.filter((_, at) => at % sku.every === 0);
      await tx.manager.insert(
        "graph_holding",
        holders.map((holder, at) => holding(sku.skuId, holder, at)),
      );
      const { every: _, ...row } = sku;
      const rest = { syncId, appliesTo: "User", suspended: 0, lockedOut: 0, plans: "[]" };
      await tx.manager.insert("graph_sku", { ...row, ...rest, consumed: holders.length });
    }
    const renewal = { syncId, id: "sub-e3", skuId: suites.e3, status: "Enabled", trial: 0, seats: 120 };
    await tx.manager.insert("graph_subscription", { ...renewal, nextLifecycle: "2027-03-31T00:00:00.000Z" });
    await countSeats(tx, syncId);
    await takeSnapshot(tx, startedAt.slice(0, 10));
  });
}

function account({ id, name, email }: { id: string; name: string; email: string }, at: number) {
  const useBand = bands[at % bands.length];
  const seen = useBand === "active" || useBand === "light" || useBand === "dormant";
  return {
    syncId,
    personId: id,
    name,
    email,
    principalKey: email.toLowerCase(),
    enabled: at % 11 === 0 ? 0 : 1,
    guest: 0,
    signInsKnown: useBand === "unknown" ? 0 : 1,
    useBand,
    lastUsedAt: seen ? "2026-11-12T09:00:00.000Z" : "",
  };
}

function holding(
  skuId: string,
  { personId, name, enabled, useBand }: ReturnType<typeof account>,
  at: number,
) {
  const by = { nameKey: name.toLowerCase(), enabled, useBand };
  const ways = [["direct"], ["group-1"], ["direct", "group-1"]][at % 3];
  return { syncId, skuId, personId, ways: JSON.stringify(ways), state: "Active", disabledPlans: "[]", ...by };
}
