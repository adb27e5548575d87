import sql from "sql-template-tag";
import type { Instant } from "../../../domain/instant";
import type { AssignmentState } from "../../../domain/licence/holder";
import type { HolderCounts, Sku } from "../../../domain/licence/licence-figures";
import type { Capability } from "../../../domain/licence/seats";
import type { UseBand } from "../../../domain/licence/use-band";
import type { Page, PageRequest } from "../../../domain/page";
import { firstRow, type Reader } from "../../gateway";
import { keysetPage } from "../keyset-page";
import { allOf, containing } from "../scope-sql";

interface SkuRead extends Omit<Sku, "units" | "isTrial"> {
  readonly enabled: number;
  readonly warning: number;
  readonly suspended: number;
  readonly lockedOut: number;
  readonly trials: number;
  readonly bought: number;
}

/** The SKUs in force; one is a trial when all that was bought of it is. */
export async function skusInForce(reader: Reader): Promise<Sku[]> {
  const rows = await reader.rows<SkuRead>(sql`
    SELECT s.sku_id AS "skuId", s.part_number AS "skuPartNumber", s.applies_to AS "appliesTo", s.capability,
           s.enabled, s.warning, s.suspended, s.locked_out AS "lockedOut", s.consumed AS "consumedUnits",
           CAST(count(CASE WHEN b.trial = 1 THEN 1 END) AS integer) AS trials, CAST(count(b.id) AS integer) AS bought
      FROM graph_part k JOIN graph_sku s ON s.sync_id = k.sync_id
      LEFT JOIN graph_part q ON q.name = 'subscriptions'
      LEFT JOIN graph_subscription b ON b.sync_id = q.sync_id AND b.sku_id = s.sku_id
     WHERE k.name = 'skus'
     GROUP BY s.sku_id, s.part_number, s.applies_to, s.capability, s.enabled, s.warning, s.suspended, s.locked_out,
              s.consumed`);
  return rows.map(({ enabled, warning, suspended, lockedOut, trials, bought, ...sku }) => ({
    ...sku,
    capability: sku.capability as Capability,
    units: { enabled, warning, suspended, lockedOut },
    isTrial: bought > 0 && trials === bought,
  }));
}

/** By SKU, by the rule of `countHolders`; null while nobody was read yet. Deleted accounts are not read. */
export async function holderCounts(reader: Reader): Promise<Map<string, HolderCounts> | null> {
  const people = await firstRow<{ syncId: string }>(
    reader,
    sql`SELECT p.sync_id AS "syncId" FROM graph_part p WHERE p.name = 'people'`,
  );
  if (people === null) return null;
  const rows = await reader.rows<Omit<HolderCounts, "holdersDeleted"> & { skuId: string }>(sql`
    SELECT h.sku_id AS "skuId", CAST(count(*) AS integer) AS holders,
           CAST(count(CASE WHEN a.enabled = 0 THEN 1 END) AS integer) AS "holdersDisabled",
           CAST(count(CASE WHEN a.enabled = 1 AND a.use_band = 'dormant' THEN 1 END) AS integer) AS inactive,
           CAST(count(CASE WHEN a.enabled = 1 AND a.use_band = 'never' THEN 1 END) AS integer) AS "neverSeen",
           CAST(count(CASE WHEN a.enabled = 1 AND a.use_band = 'unknown' THEN 1 END) AS integer) AS "unknownUse"
      FROM graph_holding h JOIN graph_account a ON a.sync_id = h.sync_id AND a.person_id = h.person_id
     WHERE h.sync_id = ${people.syncId} GROUP BY h.sku_id`);
  return new Map(rows.map(({ skuId, ...counts }) => [skuId, { ...counts, holdersDeleted: null }]));
}

export interface SubscriptionInForce {
  readonly id: string;
  readonly skuId: string;
  readonly seats: number;
  readonly nextLifecycle: Instant;
}

export function subscriptionsInForce(reader: Reader): Promise<SubscriptionInForce[]> {
  return reader.rows(sql`
    SELECT b.id, b.sku_id AS "skuId", b.seats, b.next_lifecycle AS "nextLifecycle"
      FROM graph_part q JOIN graph_subscription b ON b.sync_id = q.sync_id
     WHERE q.name = 'subscriptions' ORDER BY b.next_lifecycle, b.id`);
}

export interface LicenceHolder {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly teamId: string | null;
  readonly assignedBy: readonly string[];
  readonly state: AssignmentState;
  readonly useBand: UseBand;
  readonly lastUsedAt: Instant | null;
  readonly accountEnabled: boolean;
}

type HolderRead = Omit<LicenceHolder, "assignedBy" | "accountEnabled"> & { ways: string; enabled: number };

/** Who holds a SKU, by name. */
export async function holderPage(
  reader: Reader,
  skuId: string,
  filter: { readonly useBand: UseBand | undefined; readonly search: string | undefined },
  page: PageRequest<"name">,
): Promise<Page<LicenceHolder>> {
  const pattern = filter.search ? containing(filter.search.toLowerCase()) : null;
  const where = allOf([
    sql`q.name = 'people' AND h.sku_id = ${skuId}`,
    filter.useBand === undefined ? null : sql`a.use_band = ${filter.useBand}`,
    pattern === null
      ? null
      : sql`(lower(a.name) LIKE ${pattern} ESCAPE '\\' OR lower(a.email) LIKE ${pattern} ESCAPE '\\')`,
  ]);
  const from = sql`graph_part q JOIN graph_holding h ON h.sync_id = q.sync_id
    JOIN graph_account a ON a.sync_id = h.sync_id AND a.person_id = h.person_id
    LEFT JOIN person p ON p.id = h.person_id`;
  const { items, ...rest } = await keysetPage<HolderRead>(
    reader,
    {
      select: sql`SELECT a.person_id AS "personId", a.name, a.email, NULLIF(p.team_id, '') AS "teamId", h.ways, h.state,
        a.use_band AS "useBand", NULLIF(a.last_used_at, '') AS "lastUsedAt", a.enabled FROM ${from}`,
      from,
      where,
      order: [sql`a.name`, sql`a.person_id`],
      placeOf: ({ name, personId }) => [name, personId],
    },
    page,
  );
  return {
    ...rest,
    items: items.map(({ ways, enabled, ...holder }) => ({
      ...holder,
      assignedBy: JSON.parse(ways) as string[],
      accountEnabled: enabled === 1,
    })),
  };
}
