import { setImmediate as breathe } from "node:timers/promises";
import {
  plansBySku,
  type SeatAmongSeveral,
  seatsAmongSeveral,
} from "../../database/stores/graph/overlap-store";
import { priceBook } from "../../database/stores/graph/price-store";
import { peopleByIds } from "../../database/stores/person-store";
import { toInstant } from "../../domain/instant";
import { overlapsOf } from "../../domain/licence/overlap";
import { monthlyCost, priceOn } from "../../domain/licence/price";
import type { Money } from "../../domain/money";
import { compareTexts } from "../../domain/text-order";
import type { ServiceContext } from "../service-context";
import type { LicenceReference } from "./licence-reference";
import { allLicences } from "./licence-service";

/** A plan that people hold although a suite that they hold too already gives all of it. */
export interface LicenceOverlap {
  readonly skuId: string;
  readonly productName: string;
  readonly withinSkuId: string;
  readonly withinName: string;
  readonly people: number;
  /** Null where no price is known. */
  readonly monthlySaving: Money | null;
}

export interface OverlapPerson {
  readonly personId: string;
  /** Null for an account that the directory here does not know. */
  readonly name: string | null;
  readonly teamId: string | null;
}

/** People looked at between two breaths, so that a large council stalls nobody else. */
const peopleAtOnce = 2_000;
/** Of one overlap; the count says how many there are. */
const mostPeople = 500;

/** What the council pays for twice, the most people first. Unknown prices are unknown, never nothing. */
export async function licenceOverlaps(
  context: ServiceContext,
  reference: LicenceReference,
): Promise<LicenceOverlap[]> {
  const today = toInstant(context.clock.now()).slice(0, 10);
  const paid = new Map(
    (await paidLicences(context, reference)).map((each) => [each.skuId, each.productName]),
  );
  const counts = new Map<string, number>();
  await eachOverlap(context, [...paid.keys()], (_, pair) => counts.set(pair, (counts.get(pair) ?? 0) + 1));
  const book = await context.gateway.read(priceBook);
  const found = [...counts].map(([pair, people]) => {
    const [skuId = "", withinSkuId = ""] = pair.split("/");
    const price = priceOn(book, skuId, today);
    return {
      skuId,
      productName: paid.get(skuId) ?? skuId,
      withinSkuId,
      withinName: paid.get(withinSkuId) ?? withinSkuId,
      people,
      monthlySaving: price && monthlyCost(price, people),
    };
  });
  return found.sort((a, b) => b.people - a.people || compareTexts(a.productName, b.productName));
}

/** Who holds a plan beside the suite that it is in, by name; at most `mostPeople`. */
export async function peopleOfOverlap(
  context: ServiceContext,
  reference: LicenceReference,
  skuId: string,
  withinSkuId: string,
): Promise<{ readonly people: readonly OverlapPerson[]; readonly total: number }> {
  const paid = (await paidLicences(context, reference)).map((each) => each.skuId);
  const ids: string[] = [];
  await eachOverlap(context, paid, (personId, pair) => {
    if (pair === `${skuId}/${withinSkuId}`) ids.push(personId);
  });
  const shown = ids.slice(0, mostPeople);
  const known = await context.gateway.read((reader) => peopleByIds(reader, shown));
  const people = shown.map((personId) => {
    const person = known.get(personId);
    return { personId, name: person?.name ?? null, teamId: person?.teamId ?? null };
  });
  return { people: people.sort((a, b) => compareTexts(a.name ?? "", b.name ?? "")), total: ids.length };
}

async function paidLicences(context: ServiceContext, reference: LicenceReference) {
  return (await allLicences(context, reference)).filter((each) => !each.free && each.appliesTo === "User");
}

/** Each person's overlaps in turn, as `sku/within`. */
async function eachOverlap(
  context: ServiceContext,
  skuIds: readonly string[],
  note: (personId: string, pair: string) => void,
): Promise<void> {
  const plans = await context.gateway.read(plansBySku);
  const asked = skuIds.filter((skuId) => (plans.get(skuId)?.length ?? 0) > 0);
  for (let after = ""; ; ) {
    const from = after;
    const seats = await context.gateway.read((reader) =>
      seatsAmongSeveral(reader, asked, from, peopleAtOnce),
    );
    for (const [personId, held] of byPerson(seats)) {
      const real = held.map(({ skuId, disabledPlans }) => {
        const off = new Set(disabledPlans);
        return { skuId, planIds: (plans.get(skuId) ?? []).filter((plan) => !off.has(plan)) };
      });
      for (const { skuId, within } of overlapsOf(real)) note(personId, `${skuId}/${within}`);
      after = personId;
    }
    if (after === from) return;
    await breathe();
  }
}

function byPerson(seats: readonly SeatAmongSeveral[]): Map<string, SeatAmongSeveral[]> {
  const people = new Map<string, SeatAmongSeveral[]>();
  for (const seat of seats) {
    const known = people.get(seat.personId);
    if (known === undefined) people.set(seat.personId, [seat]);
    else known.push(seat);
  }
  return people;
}
