import { refuseHidden } from "../identifier";
import { type Day, daysAfter, isDay } from "../instant";
import type { Money } from "../money";
import { Refusal } from "../refusal";
import { compareTexts } from "../text-order";

/** A longer notice period is a slip of the pen. */
export const mostNoticeDays = 3_650;

/** Tacit: it goes on unless somebody gives notice. Express: it ends unless somebody renews it. */
export const renewals = ["tacit", "express"] as const;
export type Renewal = (typeof renewals)[number];

/** A contract for an application; a null is not recorded. */
export interface Contract {
  readonly id: string;
  readonly applicationId: string;
  readonly supplierId: string | null;
  readonly reference: string | null;
  readonly start: Day | null;
  /** The last day; null for one whose end is open or not recorded. */
  readonly end: Day | null;
  readonly noticeDays: number | null;
  readonly renewal: Renewal | null;
  readonly value: Money | null;
  readonly version: number;
}

export const contractFields = [
  "supplierId",
  "reference",
  "start",
  "end",
  "noticeDays",
  "renewal",
  "value",
] as const satisfies readonly (keyof Contract)[];
type Settable = Pick<Contract, (typeof contractFields)[number]>;
export type ContractDraft = { readonly [Name in keyof Settable]?: Settable[Name] | undefined };

/** @throws Refusal invalid `contract-ends-before-start`, `character-hidden` */
export function conclude(draft: ContractDraft, id: string, applicationId: string): Contract {
  refuseHidden("reference", draft.reference ?? null);
  return checked({
    id,
    applicationId,
    supplierId: draft.supplierId ?? null,
    reference: draft.reference ?? null,
    start: draft.start ?? null,
    end: draft.end ?? null,
    noticeDays: draft.noticeDays ?? null,
    renewal: draft.renewal ?? null,
    value: draft.value ?? null,
    version: 1,
  });
}

/** Undefined leaves a field, null clears it. @throws Refusal as `conclude` */
export function amend(contract: Contract, wanted: ContractDraft): Contract {
  refuseHidden("reference", wanted.reference ?? null, contract.reference);
  const set = Object.fromEntries(
    contractFields.flatMap((field) => (wanted[field] === undefined ? [] : [[field, wanted[field]]])),
  );
  return checked({ ...contract, ...set, version: contract.version + 1 });
}

/**
 * The last day on which notice can still be given; null while its end or its notice period is unknown, or lies before
 * all days that can be written.
 */
export function noticeDate(contract: Pick<Contract, "end" | "noticeDays">): Day | null {
  if (contract.end === null || contract.noticeDays === null) return null;
  const day = daysAfter(contract.end, -contract.noticeDays);
  return isDay(day) ? day : null;
}

/** The contract that an application runs under: one without an end, else the one that ends last. */
export function currentContract<T extends Pick<Contract, "end" | "id">>(contracts: readonly T[]): T | null {
  const latestFirst = [...contracts].sort(
    (a, b) => compareTexts(b.end ?? "9999", a.end ?? "9999") || compareTexts(a.id, b.id),
  );
  return latestFirst[0] ?? null;
}

/** A contract that begins within so many days before another ends, or later, takes its place. */
const overlapDays = 31;

/** Whether another contract of the same application takes over when this one ends; one beside it does not. */
export function isReplaced(
  { end }: Pick<Contract, "end">,
  others: readonly Pick<Contract, "start" | "end">[],
): boolean {
  if (end === null) return false;
  const from = daysAfter(end, -overlapDays);
  return others.some(
    (other) => other.start !== null && other.start >= from && (other.end === null || other.end > end),
  );
}

export function endsBeforeStart({ start, end }: Pick<Contract, "start" | "end">): boolean {
  return start !== null && end !== null && end < start;
}

function checked(contract: Contract): Contract {
  if (endsBeforeStart(contract)) {
    throw new Refusal("invalid", "contract-ends-before-start");
  }
  return contract;
}
