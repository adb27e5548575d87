import { type Day, daysAfter } from "../instant";
import { monthlyCost, type Price } from "../licence/price";
import { type LicenceRenewal, reductionWindow } from "../licence/renewal";
import type { FindingDraft, FindingEvidence, Severity } from "./finding";

/** A paid SKU in force, and what is known of its seats. */
export interface SeatStanding {
  readonly skuId: string;
  /** Seats that nobody holds; null is unknown, below zero is over-assigned. */
  readonly available: number | null;
  readonly price: Pick<Price, "price" | "per"> | null;
  /** Soonest to act first. */
  readonly renewals: readonly LicenceRenewal[];
  /** Holders who do not use it and asked for training. */
  readonly askedForTraining: readonly string[];
  /** Holders who said that it can be taken back, and from whom it was not yet taken. */
  readonly givenBack: readonly string[];
  /** People who are to have it and do not. */
  readonly waiting: readonly string[];
}

/** All that the seats call for; what is known about one person's licence is for IT alone. */
export function licenceFindings(seats: readonly SeatStanding[], today: Day): FindingDraft[] {
  return seats.flatMap((each) => [
    ...trainBeforeReclaim(each),
    ...seatsToGiveUp(each, today),
    ...seatsForWaiting(each),
  ]);
}

/**
 * Whoever never came to use a licence and asks for training is trained before the licence is taken back.
 * Source: product.md, "train before reclaim".
 */
export function trainBeforeReclaim({ skuId, askedForTraining }: SeatStanding): FindingDraft[] {
  if (askedForTraining.length === 0) return [];
  const evidence = people(askedForTraining);
  return [
    { ...about(skuId), kind: "train-before-reclaim", severity: "medium", count: evidence.length, evidence },
  ];
}

/**
 * Seats that nobody holds or that were given back, less those that people wait for: they can go at the end of the
 * term. Without a renewal the day is unknown, without a price the saving is. Source: product.md, "notice date".
 */
export function seatsToGiveUp(standing: SeatStanding, today: Day): FindingDraft[] {
  const seats = spareSeats(standing);
  if (seats <= 0) return [];
  const { skuId, price } = standing;
  const renewal = standing.renewals.find((each) => reductionWindow(each, today) !== null) ?? null;
  const window = renewal && reductionWindow(renewal, today);
  const evidence: FindingEvidence[] = [{ kind: "licence", id: skuId, day: null, figure: seats }];
  if (renewal && window)
    evidence.push({ kind: "renewal", id: renewal.id, day: window.lastDay, figure: null });
  return [
    {
      ...about(skuId),
      kind: "seats-to-give-up",
      severity: urgency(window?.lastDay ?? null, today),
      count: seats,
      evidence: [...evidence, ...people(standing.givenBack)],
      saving: price && { monthly: monthlyCost(price, seats), from: window?.savesFrom ?? null },
      actBy: window?.lastDay ?? null,
    },
  ];
}

/** People who are to have a seat: high while there is none to give. Source: product.md, "somebody waiting". */
export function seatsForWaiting(standing: SeatStanding): FindingDraft[] {
  const { skuId, waiting } = standing;
  if (waiting.length === 0) return [];
  const free = Math.max(0, standing.available ?? 0) + standing.givenBack.length;
  const severity = free < waiting.length ? "high" : "medium";
  const evidence = people(waiting);
  return [{ ...about(skuId), kind: "seats-for-waiting", severity, count: waiting.length, evidence }];
}

/** Unknown availability makes nothing spare. */
function spareSeats({ available, givenBack, waiting }: SeatStanding): number {
  return Math.max(0, available ?? 0) + givenBack.length - waiting.length;
}

function urgency(lastDay: Day | null, today: Day): Severity {
  if (lastDay === null) return "low";
  if (lastDay <= daysAfter(today, 30)) return "high";
  return lastDay <= daysAfter(today, 90) ? "medium" : "low";
}

function people(ids: readonly string[]): FindingEvidence[] {
  return ids.map((id) => ({ kind: "person", id, day: null, figure: null }));
}

function about(skuId: string) {
  const subject = { kind: "licence", id: skuId } as const;
  return { subject, teamId: null, ownerId: null, saving: null, actBy: null };
}
