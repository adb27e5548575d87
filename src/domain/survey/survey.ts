import { type Audience, isSameAudience } from "../audience";
import type { CheckIn } from "../check-in";
import { addDays, type Instant, toInstant } from "../instant";
import { Refusal } from "../refusal";
import { defaultMinimum, lowestMinimum } from "./release";

export const surveyStates = ["draft", "open", "closing", "closed"] as const;
/** `closing` takes no answers any more and has no figures yet: they are being made. */
export type SurveyState = (typeof surveyStates)[number];

export const itemKinds = ["skill", "application", "culture"] as const;
export type ItemKind = (typeof itemKinds)[number];

/** A statement as one survey asks it; people say how confident they are of it. */
export interface SurveyItem {
  readonly id: string;
  readonly kind: ItemKind;
  /** Without Welsh the English words are shown. */
  readonly text: { readonly en: string; readonly cy: string | null };
  readonly applicationId: string | null;
  readonly theme: string | null;
}

export interface Survey {
  readonly id: string;
  readonly title: string;
  readonly state: SurveyState;
  readonly items: readonly SurveyItem[];
  readonly audience: SurveyAudience;
  readonly minimumGroup: number;
  /** Whether people may add a comment. */
  readonly comments: boolean;
  /** Short by promise: see `mostPulseItems`. */
  readonly pulse: boolean;
  readonly programmeId: string | null;
  /** How people are asked in Teams; null before the survey opens, unless that is planned already. */
  readonly checkInId: string | null;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly openedAt: Instant | null;
  readonly closesAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly version: number;
}

/** Whole teams only: a group made to measure could be compared with the same group less one. */
export type SurveyAudience = Extract<Audience, { everyone: true } | { teamIds: readonly string[] }>;

export type SurveyDraft = Pick<Survey, "title" | "items" | "comments" | "closesAt"> & {
  readonly audience: Audience;
  readonly minimumGroup: number | null;
  /** Left out it is none. */
  readonly pulse?: boolean | undefined;
};
/** Undefined leaves a field. */
export type SurveyChange = {
  readonly [F in keyof SurveyDraft]?: SurveyDraft[F] | undefined;
};

/** What a pulse asks at most, so that it is answered in passing. */
export const mostPulseItems = 5;

/** How long a survey stays open whose closing time nobody chose. */
const usualDays = 14;

/** @throws Refusal invalid `survey-audience-unfit`, `survey-minimum-low`, `closes-in-past`, `pulse-items-many` */
export function draftSurvey(
  draft: SurveyDraft,
  born: Pick<Survey, "id" | "createdBy" | "programmeId">,
  now: Date,
): Survey {
  const minimumGroup = draft.minimumGroup ?? defaultMinimum;
  refuseMinimum(minimumGroup, lowestMinimum);
  refusePast(draft.closesAt, now);
  const pulse = draft.pulse ?? false;
  refuseLongPulse(pulse, draft.items);
  return {
    ...draft,
    ...born,
    pulse,
    audience: wholeTeams(draft.audience),
    minimumGroup,
    state: "draft",
    checkInId: null,
    createdAt: toInstant(now),
    openedAt: null,
    closedAt: null,
    version: 1,
  };
}

/**
 * A draft can be changed in full, but for the minimum group, which is only ever raised; afterwards the closing time alone may move.
 * @throws Refusal conflict `survey-not-draft`, `survey-closed`; invalid as `draftSurvey`
 */
export function changeSurvey(survey: Survey, wanted: SurveyChange, now: Date): Survey {
  if (survey.state === "closing" || survey.state === "closed") throw new Refusal("conflict", "survey-closed");
  const { closesAt = survey.closesAt, ...others } = wanted;
  if (survey.state === "open" && (closesAt === null || Object.values(others).some((v) => v !== undefined))) {
    throw new Refusal("conflict", "survey-not-draft");
  }
  const minimumGroup = others.minimumGroup ?? survey.minimumGroup;
  refuseMinimum(minimumGroup, survey.minimumGroup);
  refusePast(closesAt, now);
  const { pulse = survey.pulse, items = survey.items } = others;
  refuseLongPulse(pulse, items);
  return {
    ...survey,
    title: others.title ?? survey.title,
    items,
    pulse,
    comments: others.comments ?? survey.comments,
    audience: others.audience === undefined ? survey.audience : wholeTeams(others.audience),
    minimumGroup,
    closesAt,
    version: survey.version + 1,
  };
}

/**
 * A draft with the check-in whose launch opens it. That asks the same people and closes at the same time; it reminds
 * nobody, because who has answered is not known.
 * @throws Refusal conflict `survey-not-draft`, `survey-asked-already`; invalid `survey-audience-differs`, `survey-reminds-nobody`
 */
export function planAsking(
  survey: Survey,
  checkIn: Pick<CheckIn, "id" | "audience" | "reminders" | "closesAt">,
): Survey {
  if (survey.state !== "draft") throw new Refusal("conflict", "survey-not-draft");
  if (survey.checkInId !== null) throw new Refusal("conflict", "survey-asked-already");
  if (!isSameAudience(survey.audience, checkIn.audience)) {
    throw new Refusal("invalid", "survey-audience-differs");
  }
  if (checkIn.reminders > 0) throw new Refusal("invalid", "survey-reminds-nobody");
  return { ...survey, checkInId: checkIn.id, closesAt: checkIn.closesAt, version: survey.version + 1 };
}

/** @throws Refusal conflict `survey-not-draft`; invalid `closes-in-past` */
export function openSurvey(survey: Survey, now: Date): Survey & { readonly closesAt: Instant } {
  if (survey.state !== "draft") throw new Refusal("conflict", "survey-not-draft");
  const closesAt = survey.closesAt ?? toInstant(addDays(now, usualDays));
  refusePast(closesAt, now);
  return { ...survey, state: "open", openedAt: toInstant(now), closesAt, version: survey.version + 1 };
}

/** Takes no more answers; the figures follow. @throws Refusal conflict `survey-not-open` */
export function beginClosing(survey: Survey): Survey {
  if (survey.state !== "open") throw new Refusal("conflict", "survey-not-open");
  return { ...survey, state: "closing", version: survey.version + 1 };
}

/** The figures are there. @throws Refusal conflict `survey-not-open` */
export function endClosing(survey: Survey, now: Date): Survey {
  if (survey.state !== "closing") throw new Refusal("conflict", "survey-not-open");
  return { ...survey, state: "closed", closedAt: toInstant(now), version: survey.version + 1 };
}

export function takesSurveyAnswers(survey: Pick<Survey, "state" | "closesAt">, now: Date): boolean {
  return survey.state === "open" && survey.closesAt !== null && survey.closesAt > toInstant(now);
}

function wholeTeams(audience: Audience): SurveyAudience {
  if ("everyone" in audience || "teamIds" in audience) return audience;
  throw new Refusal("invalid", "survey-audience-unfit");
}

function refuseMinimum(minimum: number, least: number): void {
  if (minimum < least) throw new Refusal("invalid", "survey-minimum-low", { least });
}

function refuseLongPulse(pulse: boolean, items: readonly SurveyItem[]): void {
  if (pulse && items.length > mostPulseItems) {
    throw new Refusal("invalid", "pulse-items-many", { most: mostPulseItems });
  }
}

function refusePast(closesAt: Instant | null, now: Date): void {
  if (closesAt !== null && closesAt <= toInstant(now)) throw new Refusal("invalid", "closes-in-past");
}
