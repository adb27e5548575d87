import { addDays } from "../../src/domain/instant";
import type { CheckInDraftInput } from "./use-check-ins";

export const audienceKinds = ["everyone", "teams", "deviceModel"] as const;
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
  /** `YYYY-MM-DD` in the reader's calendar. */
  readonly closesOn: string;
}

const daysOpen = 7;
const closingHour = 17;

export function emptyDraft(title: string, now: Date): DraftFields {
  return {
    title,
    kind: "everyone",
    teams: [],
    includeBelow: true,
    model: "",
    closesOn: dayText(addDays(now, daysOpen)),
  };
}

/** Which fields still lack something. */
export function missingIn(
  fields: DraftFields,
  now: Date,
): ReadonlySet<"title" | "teams" | "model" | "closesOn"> {
  const missing = new Set<"title" | "teams" | "model" | "closesOn">();
  if (fields.title.trim() === "") missing.add("title");
  if (fields.kind === "teams" && fields.teams.length === 0) missing.add("teams");
  if (fields.kind === "deviceModel" && fields.model.trim() === "") missing.add("model");
  if (fields.closesOn <= dayText(now)) missing.add("closesOn");
  return missing;
}

/** What is sent; the check-in closes at 17:00 where the reader is. */
export function draftOf(fields: DraftFields): CheckInDraftInput {
  const closesAt = new Date(`${fields.closesOn}T${closingHour}:00:00`).toISOString();
  return { purpose: "kit", title: fields.title.trim(), closesAt, audience: audienceOf(fields) };
}

function audienceOf({ kind, teams, includeBelow, model }: DraftFields): CheckInDraftInput["audience"] {
  switch (kind) {
    case "everyone":
      return { everyone: true };
    case "teams":
      return { teamIds: teams.map(({ id }) => id), includeBelow };
    case "deviceModel":
      return { deviceModel: model.trim() };
  }
}

/** A date as `YYYY-MM-DD` where the reader is. */
export function dayText(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
