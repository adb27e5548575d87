import sql from "sql-template-tag";
import type { Day, Instant } from "../../domain/instant";
import type { LicenceRenewal } from "../../domain/licence/renewal";
import type { Reader, Writer } from "../gateway";

export interface LicenceOwner {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

export interface ChosenOwner extends LicenceOwner {
  readonly chosenAt: Instant;
  /** Null for somebody who is no longer in the directory. */
  readonly chosenByName: string | null;
}

/** Who sees to each SKU, as IT chose. */
export async function licenceOwners(reader: Reader): Promise<Map<string, ChosenOwner>> {
  const rows = await reader.rows<Omit<ChosenOwner, "active"> & { skuId: string; active: number }>(sql`
    SELECT o.sku_id AS "skuId", p.id, p.name, p.active, o.set_at AS "chosenAt", s.name AS "chosenByName"
      FROM licence_owner o JOIN person p ON p.id = o.owner_id LEFT JOIN person s ON s.id = o.set_by`);
  return new Map(rows.map(({ skuId, active, ...owner }) => [skuId, { ...owner, active: active === 1 }]));
}

/** @param ownerId null takes the owner away */
export async function saveLicenceOwner(
  tx: Writer,
  skuId: string,
  ownerId: string | null,
  setBy: string,
  at: Instant,
): Promise<void> {
  if (ownerId === null) {
    await tx.run(sql`DELETE FROM licence_owner WHERE sku_id = ${skuId}`);
    return;
  }
  await tx.run(sql`INSERT INTO licence_owner (sku_id, owner_id, set_by, set_at)
    VALUES (${skuId}, ${ownerId}, ${setBy}, ${at})
    ON CONFLICT (sku_id) DO UPDATE SET owner_id = excluded.owner_id, set_by = excluded.set_by, set_at = excluded.set_at`);
}

/** The application of a contract with its owners, the one for IT and the one for the business. */
export interface ContractStanding {
  readonly retired: boolean;
  readonly itOwner: LicenceOwner | null;
  readonly businessOwner: LicenceOwner | null;
}

/** By the id of the application; those without a contract are left out. */
export async function contractStandings(reader: Reader): Promise<Map<string, ContractStanding>> {
  const rows = await reader.rows<{
    id: string;
    lifecycle: string;
    itId: string | null;
    itName: string | null;
    itActive: number | null;
    businessId: string | null;
    businessName: string | null;
    businessActive: number | null;
  }>(sql`
    SELECT a.id, a.lifecycle, i.id AS "itId", i.name AS "itName", i.active AS "itActive",
           b.id AS "businessId", b.name AS "businessName", b.active AS "businessActive"
      FROM application a LEFT JOIN person i ON i.id = a.it_owner_id LEFT JOIN person b ON b.id = a.business_owner_id
     WHERE a.id IN (SELECT c.application_id FROM contract c)`);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        retired: row.lifecycle === "retired",
        itOwner: ownerOf(row.itId, row.itName, row.itActive),
        businessOwner: ownerOf(row.businessId, row.businessName, row.businessActive),
      },
    ]),
  );
}

function ownerOf(id: string | null, name: string | null, active: number | null): LicenceOwner | null {
  return id === null ? null : { id, name: name ?? "", active: active === 1 };
}

export type DecidedRenewal = Pick<LicenceRenewal, "source" | "id" | "actBy">;

/** One text for a renewal and its day to act by. */
export function renewalKey({ source, id, actBy }: DecidedRenewal): string {
  return `${source}|${id}|${actBy}`;
}

/** When it was decided what becomes of each, by `renewalKey`. */
export async function renewalDecisions(reader: Reader): Promise<Map<string, Instant>> {
  const rows = await reader.rows<{
    source: DecidedRenewal["source"];
    id: string;
    actBy: Day;
    at: Instant;
  }>(sql`
    SELECT r.source, r.renewal_id AS id, r.last_day AS "actBy", r.decided_at AS at FROM renewal_decision r`);
  return new Map(rows.map(({ at, ...renewal }) => [renewalKey(renewal), at]));
}

/** False when it was said before. */
export async function saveRenewalDecision(
  tx: Writer,
  { source, id, actBy }: DecidedRenewal,
  decidedBy: string,
  at: Instant,
): Promise<boolean> {
  const written = await tx.run(sql`
    INSERT INTO renewal_decision (source, renewal_id, last_day, decided_by, decided_at)
    VALUES (${source}, ${id}, ${actBy}, ${decidedBy}, ${at}) ON CONFLICT (source, renewal_id, last_day) DO NOTHING`);
  return written === 1;
}

/** False when there was none. */
export async function deleteRenewalDecision(
  tx: Writer,
  { source, id, actBy }: DecidedRenewal,
): Promise<boolean> {
  const gone = await tx.run(sql`DELETE FROM renewal_decision
    WHERE source = ${source} AND renewal_id = ${id} AND last_day = ${actBy}`);
  return gone === 1;
}
