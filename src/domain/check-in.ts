import type { Audience } from "./audience";
import { checkRecurrence, nextRunAfter, type Recurrence, type Series } from "./check-in/recurrence";
import type { DeliverySummary } from "./delivery";
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
  /** Nobody who was not asked yet is asked any more; those who were may still answer. */
  readonly cancelled: boolean;
  /** Null for one that is asked once. */
  readonly recurrence: Recurrence | null;
  /** Which run of a series it is, once launched; null for one that is asked once. */
  readonly series: Series | null;
  readonly version: number;
}

export type CheckInDraft = Pick<
  CheckIn,
  "purpose" | "title" | "audience" | "opensAt" | "closesAt" | "reminders"
> & { readonly recurrence?: Recurrence | null };
/** Undefined leaves a field. */
export type CheckInChange = {
  readonly [F in Exclude<keyof CheckInDraft, "purpose">]?: CheckInDraft[F] | undefined;
};

/** Purposes that somebody can ask for by themselves; surveys ask when they open. */
export const availablePurposes = [
  "kit",
  "stock-take",
  "licence-review",
  "rollout-step",
] as const satisfies readonly CheckInPurpose[];

/** A stock-take asks what a kit check-in asks: have you got this? */
export function asksForKit({ purpose }: Pick<CheckIn, "purpose">): boolean {
  return purpose === "kit" || purpose === "stock-take";
}

/**
 * Whether a message tells that it was answered. One about a survey never does, so that nobody learns who answered: how
 * many did is unknown here, and not none.
 */
export function tellsAnswers({ purpose }: Pick<CheckIn, "purpose">): boolean {
  return purpose !== "survey";
}

/** What may be said of its messages. */
export type CheckInSummary = Omit<DeliverySummary, "answered"> & {
  /** Null where it is not known. */
  readonly answered: number | null;
};

export function summaryOf(checkIn: Pick<CheckIn, "purpose">, counted: DeliverySummary): CheckInSummary {
  return { ...counted, answered: tellsAnswers(checkIn) ? counted.answered : null };
}

/**
 * A new draft.
 * @throws Refusal invalid `purpose-not-available`, `closes-in-past`, `step-needs-wave`
 */
export function draftCheckIn(draft: CheckInDraft, id: string, createdBy: string, now: Date): CheckIn {
  if (!availablePurposes.some((purpose) => purpose === draft.purpose)) {
    throw new Refusal("invalid", "purpose-not-available", { purpose: draft.purpose });
  }
  return checkInFor(draft, id, createdBy, now);
}

/** A draft for another record that asks, such as a survey. @throws Refusal invalid `closes-in-past`, `step-needs-wave` */
export function checkInFor(draft: CheckInDraft, id: string, createdBy: string, now: Date): CheckIn {
  refuseAudience(draft);
  refuseWindow(draft.opensAt, draft.closesAt, now);
  const begun = { state: "draft", launchedAt: null, cancelled: false, series: null, version: 1 } as const;
  return { recurrence: null, ...draft, ...begun, id, createdBy, createdAt: toInstant(now) };
}

/**
 * Only a draft can be changed in full; afterwards the closing time alone may move.
 * @throws Refusal conflict `check-in-not-draft`, `check-in-closed`, `survey-decides`; invalid `closes-in-past`,
 * `step-needs-wave`
 */
export function changeCheckIn(checkIn: CheckIn, wanted: CheckInChange, now: Date): CheckIn {
  if (checkIn.state === "closed") throw new Refusal("conflict", "check-in-closed");
  const { closesAt, ...others } = wanted;
  if (checkIn.purpose === "survey" && isOfSurvey(wanted)) throw new Refusal("conflict", "survey-decides");
  if (checkIn.state !== "draft" && Object.values(others).some((value) => value !== undefined)) {
    throw new Refusal("conflict", "check-in-not-draft");
  }
  const changed: CheckIn = {
    ...checkIn,
    title: others.title ?? checkIn.title,
    audience: others.audience ?? checkIn.audience,
    opensAt: others.opensAt === undefined ? checkIn.opensAt : others.opensAt,
    reminders: others.reminders ?? checkIn.reminders,
    recurrence: others.recurrence === undefined ? checkIn.recurrence : others.recurrence,
    closesAt: closesAt ?? checkIn.closesAt,
    version: checkIn.version + 1,
  };
  refuseAudience(changed);
  refuseWindow(changed.opensAt, changed.closesAt, now);
  return changed;
}

/** Whom a survey asks and until when stands in the survey, and it reminds nobody: who has answered is not known. */
function isOfSurvey({ audience, closesAt, reminders, recurrence }: CheckInChange): boolean {
  return [audience, closesAt, reminders, recurrence].some((value) => value !== undefined);
}

/** Which wave a check-in asks about; null for one that asks something else. */
export function waveAskedBy({ purpose, audience }: Pick<CheckIn, "purpose" | "audience">): string | null {
  return purpose === "rollout-step" && "waveId" in audience ? audience.waveId : null;
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

/**
 * Whether its rhythm can be kept, were it launched now. Only kit is asked again by itself: a licence review has evidence
 * of its day, a wave its end, and surveys have programmes of their own.
 * @throws Refusal invalid `recurrence-invalid`, `recurrence-overlaps`
 */
export function refuseRhythm(
  {
    purpose,
    recurrence,
    opensAt,
    closesAt,
  }: Pick<CheckIn, "purpose" | "recurrence" | "opensAt" | "closesAt">,
  now: Date,
  timeZone: string,
): void {
  if (recurrence === null) return;
  if (!asksForKit({ purpose })) throw new Refusal("invalid", "recurrence-invalid");
  checkRecurrence(recurrence, { opensAt: opensAt ?? toInstant(now), closesAt }, timeZone);
}

/** A launched check-in as the first run of its series, or the next one; one without a rhythm stays as it is. */
export function inSeries(launched: CheckIn, now: Date, timeZone: string): CheckIn {
  const { recurrence, opensAt, closesAt: closes, id } = launched;
  if (recurrence === null) return launched;
  const first = { id, run: 1, from: opensAt ?? toInstant(now), closes };
  const series = launched.series ?? first;
  const after = new Date(Math.max(now.getTime(), Date.parse(opensAt ?? toInstant(now))));
  return { ...launched, series: { ...series, nextRunAt: nextRunAfter(series, recurrence, after, timeZone) } };
}

export function canEndSeries({ series }: Pick<CheckIn, "series">): boolean {
  return series !== null && series.nextRunAt !== null;
}

/** It is not asked again; what runs goes on. @throws Refusal conflict `series-ended` */
export function endSeries(checkIn: CheckIn): CheckIn {
  const { series } = checkIn;
  if (series === null || series.nextRunAt === null) throw new Refusal("conflict", "series-ended");
  return { ...checkIn, series: { ...series, nextRunAt: null }, version: checkIn.version + 1 };
}

export function canCancel(checkIn: Pick<CheckIn, "state" | "cancelled">): boolean {
  return canClose(checkIn) && !checkIn.cancelled;
}

/** Stops the sending for good; answers are still taken. @throws Refusal conflict `check-in-not-running`, `check-in-cancelled` */
export function cancel(checkIn: CheckIn): CheckIn {
  if (!canClose(checkIn)) throw new Refusal("conflict", "check-in-not-running");
  if (checkIn.cancelled) throw new Refusal("conflict", "check-in-cancelled");
  return { ...checkIn, cancelled: true, version: checkIn.version + 1 };
}

export function isPastClosing(checkIn: Pick<CheckIn, "closesAt">, now: Date): boolean {
  return checkIn.closesAt <= toInstant(now);
}

/** Whether an answer is still taken; pausing stops sending, not answering. */
export function takesAnswers(checkIn: Pick<CheckIn, "state" | "closesAt">, now: Date): boolean {
  return (checkIn.state === "running" || checkIn.state === "paused") && !isPastClosing(checkIn, now);
}

function refuseAudience({ purpose, audience }: Pick<CheckIn, "purpose" | "audience">): void {
  if (purpose === "rollout-step" && !("waveId" in audience)) throw new Refusal("invalid", "step-needs-wave");
}

function refuseWindow(opensAt: Instant | null, closesAt: Instant, now: Date): void {
  if (closesAt <= toInstant(now) || (opensAt !== null && opensAt >= closesAt)) {
    throw new Refusal("invalid", "closes-in-past");
  }
}
