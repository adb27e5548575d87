import type { Audience } from "./audience";
import { type Instant, toInstant } from "./instant";
import { Refusal } from "./refusal";

export const checkInPurposes = ["kit", "stock-take", "licence-review", "rollout-step", "survey"] as const;
export type CheckInPurpose = (typeof checkInPurposes)[number];

export const checkInStates = ["draft", "running", "paused", "closed"] as const;
export type CheckInState = (typeof checkInStates)[number];

/** Something asked of an audience for one purpose. */
export interface CheckIn {
  readonly id: string;
  readonly purpose: CheckInPurpose;
  readonly title: string;
  readonly audience: Audience;
  readonly state: CheckInState;
  /** Not before this moment; null is at launch. */
  readonly opensAt: Instant | null;
  readonly closesAt: Instant;
  /** 0 to 2. */
  readonly reminders: number;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly launchedAt: Instant | null;
  readonly version: number;
}

export type CheckInDraft = Pick<
  CheckIn,
  "purpose" | "title" | "audience" | "opensAt" | "closesAt" | "reminders"
>;
/** Undefined leaves a field. */
export type CheckInChange = {
  readonly [F in Exclude<keyof CheckInDraft, "purpose">]?: CheckInDraft[F] | undefined;
};

/** Purposes that somebody can ask for by themselves; surveys ask when they open. */
export const availablePurposes = [
  "kit",
  "stock-take",
  "licence-review",
] as const satisfies readonly CheckInPurpose[];

/** A stock-take asks what a kit check-in asks: have you got this? */
export function asksForKit({ purpose }: Pick<CheckIn, "purpose">): boolean {
  return purpose === "kit" || purpose === "stock-take";
}

/**
 * A new draft.
 * @throws Refusal invalid `purpose-not-available`, `closes-in-past`
 */
export function draftCheckIn(draft: CheckInDraft, id: string, createdBy: string, now: Date): CheckIn {
  if (!availablePurposes.some((purpose) => purpose === draft.purpose)) {
    throw new Refusal("invalid", "purpose-not-available", { purpose: draft.purpose });
  }
  return checkInFor(draft, id, createdBy, now);
}

/** A draft for another record that asks, such as a survey. @throws Refusal invalid `closes-in-past` */
export function checkInFor(draft: CheckInDraft, id: string, createdBy: string, now: Date): CheckIn {
  refuseWindow(draft.opensAt, draft.closesAt, now);
  return { ...draft, id, state: "draft", createdBy, createdAt: toInstant(now), launchedAt: null, version: 1 };
}

/**
 * Only a draft can be changed in full; afterwards the closing time alone may move.
 * @throws Refusal conflict `check-in-not-draft`, `check-in-closed`; invalid `closes-in-past`
 */
export function changeCheckIn(checkIn: CheckIn, wanted: CheckInChange, now: Date): CheckIn {
  if (checkIn.state === "closed") throw new Refusal("conflict", "check-in-closed");
  const { closesAt, ...others } = wanted;
  if (checkIn.state !== "draft" && Object.values(others).some((value) => value !== undefined)) {
    throw new Refusal("conflict", "check-in-not-draft");
  }
  const changed: CheckIn = {
    ...checkIn,
    title: others.title ?? checkIn.title,
    audience: others.audience ?? checkIn.audience,
    opensAt: others.opensAt === undefined ? checkIn.opensAt : others.opensAt,
    reminders: others.reminders ?? checkIn.reminders,
    closesAt: closesAt ?? checkIn.closesAt,
    version: checkIn.version + 1,
  };
  refuseWindow(changed.opensAt, changed.closesAt, now);
  return changed;
}

export function canLaunch(checkIn: Pick<CheckIn, "state">): boolean {
  return checkIn.state === "draft";
}

/** @throws Refusal conflict `check-in-not-draft`; invalid `closes-in-past` */
export function launch(checkIn: CheckIn, now: Date): CheckIn {
  if (!canLaunch(checkIn)) throw new Refusal("conflict", "check-in-not-draft");
  refuseWindow(checkIn.opensAt, checkIn.closesAt, now);
  return { ...checkIn, state: "running", launchedAt: toInstant(now), version: checkIn.version + 1 };
}

export function canPause(checkIn: Pick<CheckIn, "state">): boolean {
  return checkIn.state === "running";
}

/** @throws Refusal conflict `check-in-not-running` */
export function pause(checkIn: CheckIn): CheckIn {
  if (!canPause(checkIn)) throw new Refusal("conflict", "check-in-not-running");
  return { ...checkIn, state: "paused", version: checkIn.version + 1 };
}

/** @throws Refusal conflict `check-in-not-paused` */
export function resume(checkIn: CheckIn): CheckIn {
  if (checkIn.state !== "paused") throw new Refusal("conflict", "check-in-not-paused");
  return { ...checkIn, state: "running", version: checkIn.version + 1 };
}

export function canClose(checkIn: Pick<CheckIn, "state">): boolean {
  return checkIn.state === "running" || checkIn.state === "paused";
}

/** @throws Refusal conflict `check-in-not-running` */
export function close(checkIn: CheckIn): CheckIn {
  if (!canClose(checkIn)) throw new Refusal("conflict", "check-in-not-running");
  return { ...checkIn, state: "closed", version: checkIn.version + 1 };
}

export function isPastClosing(checkIn: Pick<CheckIn, "closesAt">, now: Date): boolean {
  return checkIn.closesAt <= toInstant(now);
}

/** Whether an answer is still taken; pausing stops sending, not answering. */
export function takesAnswers(checkIn: Pick<CheckIn, "state" | "closesAt">, now: Date): boolean {
  return (checkIn.state === "running" || checkIn.state === "paused") && !isPastClosing(checkIn, now);
}

function refuseWindow(opensAt: Instant | null, closesAt: Instant, now: Date): void {
  if (closesAt <= toInstant(now) || (opensAt !== null && opensAt >= closesAt)) {
    throw new Refusal("invalid", "closes-in-past");
  }
}
