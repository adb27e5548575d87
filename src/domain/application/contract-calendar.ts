import { addDays, type Day, type Instant, toInstant } from "../instant";
import type { Role } from "../permission";
import { compareTexts } from "../text-order";
import type { Contract } from "./contract";

export const contractDateKinds = ["notice", "end"] as const;
export type ContractDateKind = (typeof contractDateKinds)[number];

/** A day on which something about a contract is due. */
export interface ContractDate<C> {
  readonly contract: C;
  readonly kind: ContractDateKind;
  readonly day: Day;
}

type Dated = Pick<Contract, "id" | "end"> & { readonly noticeDate: Day | null };

/** For how long a calendar goes on showing what is over, so that an entry does not vanish on its own day. */
const keptDays = 31;

export function calendarFrom(now: Date): Day {
  return toInstant(addDays(now, -keptDays)).slice(0, 10);
}

/** The last days to give notice and the ends from a day on, soonest first. */
export function contractDates<C extends Dated>(contracts: readonly C[], from: Day): ContractDate<C>[] {
  const all = contracts.flatMap((contract) => [
    { contract, kind: "notice" as const, day: contract.noticeDate },
    { contract, kind: "end" as const, day: contract.end },
  ]);
  return all
    .filter((date): date is ContractDate<C> => date.day !== null && date.day >= from)
    .sort(
      (a, b) =>
        compareTexts(a.day, b.day) ||
        compareTexts(a.contract.id, b.contract.id) ||
        compareTexts(b.kind, a.kind),
    );
}

/**
 * For how long a calendar believes in app roles that nobody has shown since: they stand in tokens alone, and a calendar
 * that is fetched brings none.
 */
export const rolesHoldDays = 30;

/** The roles that a calendar may still count on; without them it shows what the directory alone allows. */
export function rolesThatHold(roles: readonly Role[], seenAt: Instant, now: Date): readonly Role[] {
  return seenAt >= toInstant(addDays(now, -rolesHoldDays)) ? roles : [];
}
