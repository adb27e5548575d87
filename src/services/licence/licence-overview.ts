import { partsInForce } from "../../database/stores/graph/part-store";
import { type PartResult, runPage, type SyncRun } from "../../database/stores/graph/sync-run-store";
import { demonstrationSyncId } from "../../domain/graph-sync/demonstration";
import {
  type Gain,
  type PartState,
  partPermissions,
  partUnlocks,
  type SyncPart,
  syncParts,
} from "../../domain/graph-sync/sync-part";
import type { Day, Instant } from "../../domain/instant";
import { addUp, type PartlyKnown } from "../../domain/licence/price";
import type { ServiceContext } from "../service-context";
import type { LicenceReference } from "./licence-reference";
import { allLicences } from "./licence-service";

/** What is known of one part of Microsoft Graph, and what it takes to read it. */
export interface PartStanding {
  readonly name: SyncPart;
  /** When what is in force was read; null for never. */
  readonly asOf: Instant | null;
  /** What the latest sync that tried it came to; null when none did. */
  readonly state: PartState | null;
  readonly message: string | null;
  readonly permissions: readonly string[];
  readonly unlocks: readonly Gain[];
}

export interface LicenceOverview {
  /** False where no app registration is set up, so that nothing can be read. */
  readonly connected: boolean;
  /** True while what is shown was made up by a seed, and nothing was read. */
  readonly demonstration: boolean;
  readonly parts: readonly PartStanding[];
  /** The sync that waits for an administrator's word on people who are gone. */
  readonly waiting: { readonly syncId: string; readonly gone: number; readonly before: number } | null;
  /** How old the list is from which products have their names. */
  readonly namesAsOf: Day;
  /** Of what is paid for. */
  readonly monthlyCost: PartlyKnown;
  readonly monthlyWaste: PartlyKnown;
}

/** So many syncs back a part is looked for. */
const latest = { limit: 20, sort: "startedAt", descending: true, after: null } as const;

/** Where the figures come from, how old they are, and what they come to. */
export async function licenceOverview(
  context: ServiceContext,
  reference: LicenceReference,
  connected: boolean,
): Promise<LicenceOverview> {
  const { gateway } = context;
  const inForce = await gateway.read(partsInForce);
  const { items: runs } = await gateway.read((reader) => runPage(reader, latest));
  const paid = (await allLicences(context, reference)).filter(({ free }) => !free);
  return {
    connected,
    demonstration: inForce.get("skus")?.syncId === demonstrationSyncId,
    parts: syncParts.map((name) => ({
      name,
      // Sign-ins have no rows of their own: they come into force with the people.
      asOf: inForce.get(name)?.asOf ?? lastRead(runs, name),
      ...lastTry(runs, name),
      permissions: partPermissions[name],
      unlocks: partUnlocks[name],
    })),
    waiting: waitingOf(runs, inForce.get("people-waiting")?.syncId ?? null),
    namesAsOf: reference.namesAsOf,
    monthlyCost: addUp(paid.map(({ monthlyCost }) => monthlyCost)),
    monthlyWaste: addUp(paid.map(({ monthlyWaste }) => monthlyWaste)),
  };
}

function lastTry(
  runs: readonly SyncRun[],
  name: SyncPart,
): { readonly state: PartState | null; readonly message: string | null } {
  const tried = runs.flatMap(({ parts }) => parts.find((part: PartResult) => part.name === name) ?? []).at(0);
  return { state: tried?.state ?? null, message: tried?.message ?? null };
}

function lastRead(runs: readonly SyncRun[], name: SyncPart): Instant | null {
  const read = (run: SyncRun) => run.parts.some((part) => part.name === name && part.state === "ok");
  return runs.find(read)?.startedAt ?? null;
}

function waitingOf(runs: readonly SyncRun[], syncId: string | null): LicenceOverview["waiting"] {
  if (syncId === null) return null;
  const counts = runs.find(({ id }) => id === syncId)?.counts ?? {};
  return { syncId, gone: counts.gone ?? 0, before: counts.before ?? 0 };
}
