import { momentsOf, wallTimeOf } from "../check-in/wall-time";
import { daysAfter, type Instant, toInstant } from "../instant";
import { Refusal } from "../refusal";
import type { Survey, SurveyItem } from "./survey";

/** Weeks from one run to the next: a pulse every six, a survey once a quarter. Never less: see `runAfter`. */
export const programmeWeeks = [6, 13] as const;
export type ProgrammeWeeks = (typeof programmeWeeks)[number];

export const programmeStates = ["running", "stopped"] as const;
export type ProgrammeState = (typeof programmeStates)[number];

/** So that a run has closed well before the next one opens. */
export const daysOpenRange = { least: 3, usual: 14, most: 28 } as const;

/** What repeats a survey. Its runs are surveys of their own, which name it; what they ask stands in them alone. */
export interface Programme {
  readonly id: string;
  readonly everyWeeks: ProgrammeWeeks;
  readonly daysOpen: number;
  /** Minutes since midnight at which runs open, as the clock on the wall shows them. */
  readonly minute: number;
  readonly nextOpensAt: Instant;
  readonly state: ProgrammeState;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly version: number;
}

export interface ProgrammeDraft {
  readonly everyWeeks: ProgrammeWeeks;
  readonly daysOpen: number | null;
  /** When the next run opens; null is one interval after the survey opened, or now where it has not. */
  readonly nextOpensAt: Instant | null;
}
/** Undefined leaves a field. */
export type ProgrammeChange = {
  readonly [F in keyof ProgrammeDraft]?: Exclude<ProgrammeDraft[F], null> | undefined;
} & { readonly state?: ProgrammeState | undefined };

/**
 * A programme of which the survey is the first run.
 * @throws Refusal conflict `survey-repeats-already`; invalid `programme-days-open`, `programme-too-soon`
 */
export function startProgramme(
  draft: ProgrammeDraft,
  first: Survey,
  born: Pick<Programme, "id" | "createdBy">,
  now: Date,
  timeZone: string,
): Programme {
  if (first.programmeId !== null) throw new Refusal("conflict", "survey-repeats-already");
  const { everyWeeks, daysOpen = null } = draft;
  const earliest = earliestAfter(first, everyWeeks, now, timeZone);
  const nextOpensAt = draft.nextOpensAt ?? earliest;
  refuseTooSoon(nextOpensAt, earliest);
  return {
    ...born,
    everyWeeks,
    daysOpen: soundDays(daysOpen ?? daysOpenRange.usual),
    minute: wallTimeOf(new Date(nextOpensAt), timeZone).minute,
    nextOpensAt,
    state: "running",
    createdAt: toInstant(now),
    version: 1,
  };
}

/**
 * @param last the newest run, which the next one has to keep its distance from
 * @throws Refusal invalid `programme-days-open`, `programme-too-soon`
 */
export function changeProgramme(
  programme: Programme,
  wanted: ProgrammeChange,
  last: Survey,
  now: Date,
  timeZone: string,
): Programme {
  const everyWeeks = wanted.everyWeeks ?? programme.everyWeeks;
  const earliest = earliestAfter(last, everyWeeks, now, timeZone);
  const kept = programme.nextOpensAt > earliest ? programme.nextOpensAt : earliest;
  const nextOpensAt = wanted.nextOpensAt ?? kept;
  if (wanted.nextOpensAt !== undefined) refuseTooSoon(nextOpensAt, earliest);
  return {
    ...programme,
    everyWeeks,
    daysOpen: soundDays(wanted.daysOpen ?? programme.daysOpen),
    minute:
      wanted.nextOpensAt === undefined
        ? programme.minute
        : wallTimeOf(new Date(nextOpensAt), timeZone).minute,
    nextOpensAt,
    state: wanted.state ?? programme.state,
    version: programme.version + 1,
  };
}

/** Whether a run opens now: its time has come, and the one before takes no answers any more. */
export function isRunDue(programme: Programme, last: Pick<Survey, "state">, now: Date): boolean {
  const isTime = programme.state === "running" && programme.nextOpensAt <= toInstant(now);
  return isTime && last.state !== "open" && last.state !== "closing";
}

/**
 * When the run after one opens: whole weeks after the day on which that one really opened, at the programme's time by the clock
 * on the wall, whether clocks change in between or not. Counted from the opening and not from the plan, so that runs never come
 * closer than that, also after a server stood still: people's answers, and who is in a team, have time to change.
 */
export function runAfter(
  { everyWeeks, minute }: Pick<Programme, "everyWeeks" | "minute">,
  openedAt: Date,
  timeZone: string,
): Instant {
  return momentOf(daysAfter(wallTimeOf(openedAt, timeZone).day, everyWeeks * 7), minute, timeZone);
}

/** When a run that opens now closes: at five in the afternoon, so many days later. */
export function runCloses({ daysOpen }: Pick<Programme, "daysOpen">, now: Date, timeZone: string): Instant {
  return momentOf(daysAfter(wallTimeOf(now, timeZone).day, daysOpen), closingMinute, timeZone);
}

/** Asks the same as the run before, of whoever is in the same teams by then, under ids of its own. */
export function nextRun(
  last: Survey,
  born: Pick<Survey, "id" | "createdBy">,
  newId: () => string,
  now: Date,
): Survey {
  const items: SurveyItem[] = last.items.map((item) => ({ ...item, id: newId() }));
  return {
    ...last,
    ...born,
    items,
    state: "draft",
    checkInId: null,
    createdAt: toInstant(now),
    openedAt: null,
    closesAt: null,
    closedAt: null,
    version: 1,
  };
}

const closingMinute = 17 * 60;

function earliestAfter(last: Survey, everyWeeks: ProgrammeWeeks, now: Date, timeZone: string): Instant {
  if (last.openedAt === null) return toInstant(now);
  const openedAt = new Date(last.openedAt);
  const { minute } = wallTimeOf(openedAt, timeZone);
  const after = runAfter({ everyWeeks, minute }, openedAt, timeZone);
  return after > toInstant(now) ? after : toInstant(now);
}

function momentOf(day: string, minute: number, timeZone: string): Instant {
  const [moment = new Date(`${day}T00:00:00Z`)] = momentsOf(day, minute, timeZone);
  return toInstant(moment);
}

/** To the day: whoever plans a run for the morning of that day has waited long enough. */
function refuseTooSoon(wanted: Instant, earliest: Instant): void {
  if (wanted.slice(0, 10) < earliest.slice(0, 10)) {
    throw new Refusal("invalid", "programme-too-soon", { day: earliest.slice(0, 10) });
  }
}

function soundDays(days: number): number {
  const { least, most } = daysOpenRange;
  if (!Number.isInteger(days) || days < least || days > most) {
    throw new Refusal("invalid", "programme-days-open", { least, most });
  }
  return days;
}
