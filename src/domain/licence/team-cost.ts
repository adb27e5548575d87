import type { Day } from "../instant";
import type { Money } from "../money";
import type { Team } from "../team";
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
  readonly teamId: string;
  readonly held: number;
  readonly unused: number;
  readonly cost: PartlyKnown;
  readonly waste: PartlyKnown;
}

type Branch = Pick<Team, "id" | "parentId">;

/**
 * What each team, with all teams below it, costs and wastes with the prices in force on a day; so a directorate is told
 * as its top team. Teams that hold nothing are left out; people without a team are the team ''.
 */
export function costsByTeam(
  teams: readonly Branch[],
  seats: readonly TeamSeats[],
  book: readonly Price[],
  day: Day,
): TeamCost[] {
  const parents = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  const prices = new Map(seats.map(({ skuId }) => [skuId, priceOn(book, skuId, day)]));
  const shares = new Map<string, Share[]>();
  for (const part of seats) {
    const share = shareOf(part, prices.get(part.skuId) ?? null);
    for (const id of upwards(part.teamId, parents)) {
      const known = shares.get(id);
      if (known === undefined) shares.set(id, [share]);
      else known.push(share);
    }
  }
  return [...shares].map(([teamId, parts]) => ({
    teamId,
    held: total(parts.map(({ held }) => held)),
    unused: total(parts.map(({ unused }) => unused)),
    cost: addUp(parts.map(({ cost }) => cost)),
    waste: addUp(parts.map(({ waste }) => waste)),
  }));
}

interface Share {
  readonly held: number;
  readonly unused: number;
  readonly cost: Money | null;
  readonly waste: Money | null;
}

/** Each a number of seats and their money; null is unknown. */
function shareOf({ held, unused }: TeamSeats, price: Price | null): Share {
  return {
    held,
    unused,
    cost: price && monthlyCost(price, held),
    waste: price && monthlyCost(price, unused),
  };
}

/** A team and those above it, each once; a circle in the data does not hang it. */
function upwards(teamId: string, parents: ReadonlyMap<string, string | null>): string[] {
  const found: string[] = [];
  for (let id: string | null = teamId; id !== null && !found.includes(id); id = parents.get(id) ?? null) {
    found.push(id);
  }
  return found;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
