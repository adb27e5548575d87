import { mostItems, type SurveyAnswer } from "../../src/contracts/survey-contract";
import { addDays, isDay } from "../../src/domain/instant";
import type { BankItem } from "../../src/domain/survey/item";
import { textFor } from "../../src/domain/survey/item";
import { defaultMinimum } from "../../src/domain/survey/release";
import { mostPulseItems } from "../../src/domain/survey/survey";
import { type Chosen, closingOf, dayText } from "../check-ins/check-in-draft";
import type { Previewed, SurveyInput } from "./use-surveys";

export type ItemInput = SurveyInput["items"][number];

/** The editor's fields as they are typed. */
export interface SurveyFields {
  readonly title: string;
  readonly everyone: boolean;
  readonly teams: readonly Chosen[];
  readonly includeBelow: boolean;
  readonly minimumGroup: number;
  readonly closesOn: string;
  readonly comments: boolean;
  /** Five statements at most. */
  readonly pulse: boolean;
  readonly items: readonly ItemInput[];
}

const daysOpen = 14;

export function emptyFields(now: Date): SurveyFields {
  return {
    title: "",
    everyone: true,
    teams: [],
    includeBelow: true,
    minimumGroup: defaultMinimum,
    closesOn: dayText(addDays(now, daysOpen)),
    comments: false,
    pulse: false,
    items: [],
  };
}

/** @param nameOf a team, as far as the reader may see it */
export function fieldsOf(survey: SurveyAnswer, nameOf: (id: string) => string, now: Date): SurveyFields {
  const { title, audience, minimumGroup, comments, pulse, items, closesAt } = survey;
  const teams = "teamIds" in audience ? audience.teamIds.map((id) => ({ id, name: nameOf(id) })) : [];
  return {
    title,
    everyone: !("teamIds" in audience),
    teams,
    includeBelow: "teamIds" in audience ? audience.includeBelow : true,
    minimumGroup,
    closesOn: dayText(closesAt === null ? addDays(now, daysOpen) : new Date(closesAt)),
    comments,
    pulse,
    items: items.map(({ kind, text, applicationId, theme }) => ({ kind, text, applicationId, theme })),
  };
}

export type Missing = "title" | "teams" | "closesOn" | "items" | "itemsMany" | "pulseMany";

/** Which fields still lack something. */
export function missingIn(fields: SurveyFields, now: Date): ReadonlySet<Missing> {
  const missing = new Set<Missing>();
  if (fields.title.trim() === "") missing.add("title");
  if (!fields.everyone && fields.teams.length === 0) missing.add("teams");
  if (fields.closesOn <= dayText(now)) missing.add("closesOn");
  if (fields.items.length === 0) missing.add("items");
  if (fields.items.length > mostItems) missing.add("itemsMany");
  if (fields.pulse && fields.items.length > mostPulseItems) missing.add("pulseMany");
  return missing;
}

export function wantedOf(fields: SurveyFields): SurveyInput {
  const { title, everyone, teams, includeBelow, minimumGroup, closesOn, comments, pulse, items } = fields;
  return {
    title: title.trim(),
    audience: everyone ? { everyone: true } : { teamIds: teams.map(({ id }) => id), includeBelow },
    minimumGroup,
    closesAt: closingOf(closesOn),
    comments,
    pulse,
    items: [...items],
  };
}

/** The card and the page that the fields would make; null while a part is missing that both need. */
export function previewOf(fields: SurveyFields): Previewed | null {
  const { title, closesOn, minimumGroup, comments } = fields;
  const items = fields.items.map((item, at) => ({
    id: `example-${at}`,
    kind: item.kind,
    text: { en: item.text.en, cy: item.text.cy ?? null },
    applicationId: item.applicationId ?? null,
    theme: item.theme ?? null,
  }));
  if (title.trim() === "" || items.length === 0 || items.length > mostItems) return null;
  const closesAt = isDay(closesOn) ? closingOf(closesOn) : null;
  return { title: title.trim(), items, closesAt, minimumGroup, comments };
}

/** A statement of the bank as a survey asks it. */
export function itemFrom(bank: BankItem, application: Chosen | null): ItemInput {
  const theme = bank.kind === "skill" ? bank.area : bank.kind === "culture" ? bank.theme : null;
  const text = application === null ? bank.text : textFor(bank, application.name);
  return { kind: bank.kind, text, applicationId: application?.id ?? null, theme };
}

export function isSame(one: ItemInput, other: ItemInput): boolean {
  return one.text.en === other.text.en && (one.applicationId ?? null) === (other.applicationId ?? null);
}
