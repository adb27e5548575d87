import { seatsByTeam } from "../../database/stores/graph/holding-store";
import { priceBook } from "../../database/stores/graph/price-store";
import { allTeams } from "../../database/stores/team-store";
import { toInstant } from "../../domain/instant";
import { addUp, type PartlyKnown } from "../../domain/licence/price";
import { costsByTeam, type TeamCost } from "../../domain/licence/team-cost";
import type { ServiceContext } from "../service-context";
import type { LicenceReference } from "./licence-reference";
import { allLicences } from "./licence-service";

export interface LicenceCosts {
  /** Of every paid SKU that people hold: what it costs in all. */
  readonly cost: PartlyKnown;
  readonly waste: PartlyKnown;
  /** Each with the teams below it; '' for people without a team. */
  readonly teams: readonly (TeamCost & { readonly name: string | null; readonly parentId: string | null })[];
}

/**
 * What paid licences cost and waste a month, by team with those below.
 * @param skuId only of this SKU; null of all that are paid for
 */
export async function licenceCosts(
  context: ServiceContext,
  reference: LicenceReference,
  skuId: string | null,
): Promise<LicenceCosts> {
  const today = toInstant(context.clock.now()).slice(0, 10);
  const paid = (await allLicences(context, reference)).filter(
    (each) => !each.free && each.appliesTo === "User" && (skuId === null || each.skuId === skuId),
  );
  const ids = new Set(paid.map((each) => each.skuId));
  return context.gateway.read(async (reader) => {
    const teams = await allTeams(reader);
    const known = new Map(teams.map((team) => [team.id, team]));
    const seats = (await seatsByTeam(reader, skuId)).filter((part) => ids.has(part.skuId));
    return {
      cost: addUp(paid.map(({ monthlyCost }) => monthlyCost)),
      waste: addUp(paid.map(({ monthlyWaste }) => monthlyWaste)),
      teams: costsByTeam(teams, seats, await priceBook(reader), today).map((each) => {
        const team = known.get(each.teamId);
        return { ...each, name: team?.name ?? null, parentId: team?.parentId ?? null };
      }),
    };
  });
}
