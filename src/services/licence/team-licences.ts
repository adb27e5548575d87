import { seatsByTeam } from "../../database/stores/graph/holding-store";
import { skusInForce } from "../../database/stores/graph/licence-store";
import { partsInForce } from "../../database/stores/graph/part-store";
import { allTeams } from "../../database/stores/team-store";
import { productName } from "../../domain/licence/product-name";
import { heldTogether } from "../../domain/licence/team-licence";
import { type Caller, can } from "../../domain/permission";
import { withTeamsBelow } from "../../domain/team";
import type { ServiceContext } from "../service-context";
import type { LicenceReference } from "./licence-reference";

export interface TeamLicences {
  /** Seats are known only once Microsoft Graph was read. */
  readonly state: "not-synced" | "synced";
  readonly items: readonly {
    readonly skuId: string;
    readonly productName: string;
    readonly held: number;
    /** Known not to be used; null for who may not see how licences are used. */
    readonly unused: number | null;
  }[];
}

/**
 * What the people of a team hold, the most first. How much of it they use is for those who look after licences: in a
 * small team a count would tell a manager who.
 * @param id of a team that the caller looks after
 */
export function teamLicences(
  context: ServiceContext,
  caller: Caller,
  reference: LicenceReference,
  { id, below }: { readonly id: string; readonly below: boolean },
): Promise<TeamLicences> {
  return context.gateway.read(async (reader) => {
    if (!(await partsInForce(reader)).has("people")) return { state: "not-synced", items: [] };
    const teamIds = below ? withTeamsBelow(await allTeams(reader), [id]) : [id];
    const partNumbers = new Map(
      (await skusInForce(reader)).map(({ skuId, skuPartNumber }) => [skuId, skuPartNumber]),
    );
    const seesUse = can(caller, "licence.read");
    const items = heldTogether(await seatsByTeam(reader, null), teamIds).map(({ skuId, held, unused }) => ({
      ...{ skuId, held, unused: seesUse ? unused : null },
      productName: productName(reference.names, skuId, partNumbers.get(skuId) ?? skuId),
    }));
    return { state: "synced", items };
  });
}
