import type { Day } from "../instant";
import { type Team, withTeamsBelow } from "../team";
import { addUp, monthlyCost, type PartlyKnown, type Price, priceOn } from "./price";

/** How many seats of a paid SKU the people of one home team hold, and how many of those they are known not to use. */
export interface TeamSeats {
  readonly teamId: string;
  readonly skuId: string;
  readonly held: number;
  readonly unused: number;
}

/** A month; seats that nobody holds are no team's and are not in here. */
export interface TeamCost {
  readonly cost: PartlyKnown;
  readonly waste: PartlyKnown;
}

/** What a team, or a directorate with all teams below it, costs and wastes with the prices in force on a day. */
export function teamCost(
  teams: readonly Pick<Team, "id" | "parentId">[],
  rootId: string,
  seats: readonly TeamSeats[],
  book: readonly Price[],
  day: Day,
): TeamCost {
  const below = new Set(withTeamsBelow(teams, [rootId]));
  const priced = seats
    .filter(({ teamId }) => below.has(teamId))
    .map((part) => ({ ...part, price: priceOn(book, part.skuId, day) }));
  return {
    cost: addUp(priced.map(({ price, held }) => price && monthlyCost(price, held))),
    waste: addUp(priced.map(({ price, unused }) => price && monthlyCost(price, unused))),
  };
}
