import { seatsByTeam } from "../../database/stores/graph/holding-store";
import { priceBook } from "../../database/stores/graph/price-store";
import { snapshotsOf } from "../../database/stores/graph/snapshot-store";
import { type ChosenOwner, licenceOwners } from "../../database/stores/renewal-store";
import { type Day, daysAfter, toInstant } from "../../domain/instant";
import { monthlyCost, type Price, priceOn } from "../../domain/licence/price";
import type { LicenceSnapshot } from "../../domain/licence/trend";
import type { Money } from "../../domain/money";
import { Refusal } from "../../domain/refusal";
import type { ServiceContext } from "../service-context";
import type { LicenceReference } from "./licence-reference";
import { allLicences, type LicenceView } from "./licence-service";

/** What the people of one team hold of a SKU. */
export interface LicenceTeam {
  /** Null for people without a team. */
  readonly teamId: string | null;
  readonly held: number;
  readonly unused: number;
  /** Null where no price is known; of a free SKU too. */
  readonly monthlyCost: Money | null;
  readonly monthlyWaste: Money | null;
}

export interface LicenceDetails extends LicenceView {
  /** Who sees to its renewals; null for nobody. */
  readonly owner: ChosenOwner | null;
  readonly teams: readonly LicenceTeam[];
  /** One of each night with a sync. */
  readonly snapshots: readonly LicenceSnapshot[];
  /** Latest first. */
  readonly prices: readonly (Omit<Price, "skuId" | "until"> & { readonly until: Day | null })[];
}

/** As far back as the trend goes. */
const trendDays = 180;

/**
 * One SKU with its teams, its prices and how it came to stand where it does.
 * @throws Refusal not-found
 */
export async function licenceDetails(
  context: ServiceContext,
  reference: LicenceReference,
  skuId: string,
): Promise<LicenceDetails> {
  const today = toInstant(context.clock.now()).slice(0, 10);
  const licence = (await allLicences(context, reference)).find((each) => each.skuId === skuId);
  if (licence === undefined) throw new Refusal("not-found", "not-found");
  return context.gateway.read(async (reader) => {
    const book = (await priceBook(reader)).filter((price) => price.skuId === skuId);
    const price = licence.free ? null : priceOn(book, skuId, today);
    const seats = await seatsByTeam(reader, skuId);
    return {
      ...licence,
      owner: (await licenceOwners(reader)).get(skuId) ?? null,
      teams: seats.map(({ teamId, held, unused }) => ({
        teamId: teamId === "" ? null : teamId,
        held,
        unused,
        monthlyCost: price && monthlyCost(price, held),
        monthlyWaste: price && monthlyCost(price, unused),
      })),
      snapshots: await snapshotsOf(reader, skuId, daysAfter(today, -trendDays), today),
      prices: book
        .map(({ price: amount, per, from, until = null }) => ({ price: amount, per, from, until }))
        .reverse(),
    };
  });
}
