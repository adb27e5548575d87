import sql, { join } from "sql-template-tag";
import type { ApplicationKind, Lifecycle } from "../../domain/application/application";
import type { TeamUse } from "../../domain/application/team-use";
import type { ApplicationFact, HeldBy } from "../../domain/team-gap";
import { orNull } from "../entities/columns";
import type { Reader } from "../gateway";
import { usesOfTeams } from "./application-use-store";
import { inChunks } from "./chunks";

/** An application and how the asked teams use it. */
export interface UsedApplication extends ApplicationFact {
  readonly kind: ApplicationKind;
  readonly uses: readonly TeamUse[];
}

interface FactRead {
  readonly id: string;
  readonly name: string;
  readonly kind: ApplicationKind;
  readonly lifecycle: string;
  readonly contractEnd: string;
  readonly businessId: string | null;
  readonly businessName: string | null;
  readonly businessActive: number | null;
  readonly itId: string | null;
  readonly itName: string | null;
  readonly itActive: number | null;
  readonly replacementName: string | null;
  readonly replacementLifecycle: string | null;
}

/** What the teams use or plan to use, by name. */
export async function applicationsUsedBy(
  reader: Reader,
  teamIds: readonly string[],
): Promise<UsedApplication[]> {
  const uses = new Map<string, TeamUse[]>();
  for (const use of await usesOfTeams(reader, teamIds)) {
    uses.set(use.applicationId, [...(uses.get(use.applicationId) ?? []), use]);
  }
  const found: UsedApplication[] = [];
  await inChunks([...uses.keys()], async (chunk) => {
    const rows = await reader.rows<FactRead>(sql`
      SELECT a.id, a.name, a.kind, a.lifecycle, a.contract_end AS "contractEnd",
             b.id AS "businessId", b.name AS "businessName", b.active AS "businessActive",
             i.id AS "itId", i.name AS "itName", i.active AS "itActive",
             r.name AS "replacementName", r.lifecycle AS "replacementLifecycle"
        FROM application a LEFT JOIN person b ON b.id = a.business_owner_id
             LEFT JOIN person i ON i.id = a.it_owner_id LEFT JOIN application r ON r.id = a.replaced_by_id
       WHERE a.id IN (${join(chunk)}) ORDER BY a.name_key, a.id`);
    found.push(...rows.map((row) => ({ ...toFact(row), kind: row.kind, uses: uses.get(row.id) ?? [] })));
  });
  return found;
}

function toFact(row: FactRead): ApplicationFact {
  return {
    id: row.id,
    name: row.name,
    lifecycle: orNull(row.lifecycle) as Lifecycle | null,
    businessOwner: owner(row.businessId, row.businessName, row.businessActive),
    itOwner: owner(row.itId, row.itName, row.itActive),
    contractEnd: orNull(row.contractEnd),
    replacement:
      row.replacementName === null
        ? null
        : {
            name: row.replacementName,
            lifecycle: orNull(row.replacementLifecycle ?? "") as Lifecycle | null,
          },
  };
}

function owner(id: string | null, name: string | null, active: number | null): HeldBy | null {
  return id === null || name === null ? null : { id, name, active: active === 1 };
}
