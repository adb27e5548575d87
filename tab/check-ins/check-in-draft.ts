import type { Recurrence } from "../../src/domain/check-in/recurrence";
import { addDays } from "../../src/domain/instant";
import type { CheckInDraftInput } from "./use-check-ins";

export const audienceKinds = [
  "everyone",
  "teams",
  "people",
  "deviceModel",
  "application",
  "licence",
  "wave",
] as const;
export type AudienceKind = (typeof audienceKinds)[number];

/** A team, a person, an application, a licence or a wave that was picked. */
export interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** The dialog's fields as they are typed. */
export interface DraftFields {
  readonly title: string;
  readonly kind: AudienceKind;
  readonly teams: readonly Chosen[];
  readonly people: readonly Chosen[];
  readonly includeBelow: boolean;
  readonly model: string;
  readonly application: Chosen | null;
  readonly licence: Chosen | null;
  readonly wave: Chosen | null;
  /** How often somebody who has not answered is reminded. */
  readonly reminders: number;
  /** `YYYY-MM-DD` in the reader's calendar; `""` asks from the launch on. */
  readonly opensOn: string;
  /** `YYYY-MM-DD` in the reader's calendar. */
  readonly closesOn: string;
  /** Null asks once. */
  readonly rhythm: Rhythm | null;
  /** `YYYY-MM-DD`; `""` goes on without end. */
  readonly until: string;
}

export type Rhythm = Pick<Recurrence, "every" | "unit">;

/** What the dialog offers; the API takes any number of weeks or months. */
export const rhythms: readonly Rhythm[] = [
  { every: 1, unit: "week" },
  { every: 2, unit: "week" },
  { every: 4, unit: "week" },
  { every: 1, unit: "month" },
  { every: 3, unit: "month" },
  { every: 6, unit: "month" },
  { every: 12, unit: "month" },
];

const daysOpen = 7;
const closingHour = 17;
const usualReminders = 2;

export function emptyDraft(title: string, now: Date): DraftFields {
  return {
    title,
    kind: "everyone",
    teams: [],
    people: [],
    includeBelow: true,
    model: "",
    application: null,
    licence: null,
    wave: null,
    reminders: usualReminders,
    opensOn: "",
    closesOn: dayText(addDays(now, daysOpen)),
    rhythm: null,
    until: "",
  };
}

export type DraftField = "title" | AudienceField | "opensOn" | "closesOn";
type AudienceField = "teams" | "people" | "model" | "application" | "licence" | "wave";

/** Which fields still lack something. */
export function missingIn(fields: DraftFields, now: Date): ReadonlySet<DraftField> {
  const missing = new Set<DraftField>();
  if (fields.title.trim() === "") missing.add("title");
  const audience = missingAudience(fields);
  if (audience !== null) missing.add(audience);
  if (fields.opensOn > fields.closesOn) missing.add("opensOn");
  if (fields.closesOn <= dayText(now)) missing.add("closesOn");
  return missing;
}

/** What is still to be said of who is asked; null when it is said. */
export function missingAudience(fields: DraftFields): AudienceField | null {
  switch (fields.kind) {
    case "everyone":
      return null;
    case "teams":
      return fields.teams.length === 0 ? "teams" : null;
    case "people":
      return fields.people.length === 0 ? "people" : null;
    case "deviceModel":
      return fields.model.trim() === "" ? "model" : null;
    case "application":
      return fields.application === null ? "application" : null;
    case "licence":
      return fields.licence === null ? "licence" : null;
    case "wave":
      return fields.wave === null ? "wave" : null;
  }
}

/** 17:00 of a day where the reader is. */
export function closingOf(day: string): string {
  return new Date(`${day}T${closingHour}:00:00`).toISOString();
}

/** The first moment of a day where the reader is; the bot waits for the first good one. */
function openingOf(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString();
}

/** What is sent. */
export function draftOf(fields: DraftFields): CheckInDraftInput {
  const { reminders } = fields;
  const closesAt = closingOf(fields.closesOn);
  const recurrence = fields.rhythm && { ...fields.rhythm, until: fields.until || null };
  const asked = { purpose: "kit", title: fields.title.trim(), audience: audienceOf(fields) } as const;
  const opensAt = fields.opensOn === "" ? null : openingOf(fields.opensOn);
  return { ...asked, opensAt, closesAt, reminders, recurrence };
}

export function audienceOf({
  kind,
  teams,
  people,
  includeBelow,
  model,
  application,
  licence,
  wave,
}: DraftFields): CheckInDraftInput["audience"] {
  switch (kind) {
    case "everyone":
      return { everyone: true };
    case "teams":
      return { teamIds: teams.map(({ id }) => id), includeBelow };
    case "people":
      return { personIds: people.map(({ id }) => id) };
    case "deviceModel":
      return { deviceModel: model.trim() };
    case "application":
      return { applicationId: application?.id ?? "" };
    case "licence":
      return { skuId: licence?.id ?? "" };
    case "wave":
      return { waveId: wave?.id ?? "" };
  }
}

/** A date as `YYYY-MM-DD` where the reader is. */
export function dayText(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
