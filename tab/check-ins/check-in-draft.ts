import { addDays } from "../../src/domain/instant";
import type { CheckInDraftInput } from "./use-check-ins";

export const audienceKinds = ["everyone", "teams", "deviceModel", "application"] as const;
export type AudienceKind = (typeof audienceKinds)[number];

export interface ChosenTeam {
  readonly id: string;
  readonly name: string;
}

/** The dialog's fields as they are typed. */
export interface DraftFields {
  readonly title: string;
  readonly kind: AudienceKind;
  readonly teams: readonly ChosenTeam[];
  readonly includeBelow: boolean;
  readonly model: string;
  readonly application: ChosenTeam | null;
  /** How often somebody who has not answered is reminded. */
  readonly reminders: number;
  /** `YYYY-MM-DD` in the reader's calendar. */
  readonly closesOn: string;
}

const daysOpen = 7;
const closingHour = 17;
const usualReminders = 2;

export function emptyDraft(title: string, now: Date): DraftFields {
  return {
    title,
    kind: "everyone",
    teams: [],
    includeBelow: true,
    model: "",
    application: null,
    reminders: usualReminders,
    closesOn: dayText(addDays(now, daysOpen)),
  };
}

export type DraftField = "title" | "teams" | "model" | "application" | "closesOn";

/** Which fields still lack something. */
export function missingIn(fields: DraftFields, now: Date): ReadonlySet<DraftField> {
  const missing = new Set<DraftField>();
  if (fields.title.trim() === "") missing.add("title");
  if (fields.kind === "teams" && fields.teams.length === 0) missing.add("teams");
  if (fields.kind === "deviceModel" && fields.model.trim() === "") missing.add("model");
  if (fields.kind === "application" && fields.application === null) missing.add("application");
  if (fields.closesOn <= dayText(now)) missing.add("closesOn");
  return missing;
}

/** 17:00 of a day where the reader is. */
export function closingOf(day: string): string {
  return new Date(`${day}T${closingHour}:00:00`).toISOString();
}

/** What is sent. */
export function draftOf(fields: DraftFields): CheckInDraftInput {
  const { reminders } = fields;
  const closesAt = closingOf(fields.closesOn);
  return { purpose: "kit", title: fields.title.trim(), closesAt, audience: audienceOf(fields), reminders };
}

function audienceOf({
  kind,
  teams,
  includeBelow,
  model,
  application,
}: DraftFields): CheckInDraftInput["audience"] {
  switch (kind) {
    case "everyone":
      return { everyone: true };
    case "teams":
      return { teamIds: teams.map(({ id }) => id), includeBelow };
    case "deviceModel":
      return { deviceModel: model.trim() };
    case "application":
      return { applicationId: application?.id ?? "" };
  }
}

/** A date as `YYYY-MM-DD` where the reader is. */
export function dayText(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
