import { addDays } from "../../src/domain/instant";
import { type Chosen, dayText } from "../check-ins/check-in-draft";
import type { StartInput } from "./use-stock-takes";

/** The dialog's fields as they are typed. */
export interface StockTakeFields {
  readonly title: string;
  readonly teams: readonly Chosen[];
  readonly includeBelow: boolean;
  readonly ask: boolean;
  /** `YYYY-MM-DD` in the reader's calendar. */
  readonly closesOn: string;
}

const daysOpen = 14;
const closingHour = 17;

export function emptyFields(title: string, now: Date): StockTakeFields {
  return { title, teams: [], includeBelow: true, ask: true, closesOn: dayText(addDays(now, daysOpen)) };
}

/** Which fields still lack something. */
export function missingIn(fields: StockTakeFields, now: Date): ReadonlySet<"title" | "teams" | "closesOn"> {
  const missing = new Set<"title" | "teams" | "closesOn">();
  if (fields.title.trim() === "") missing.add("title");
  if (fields.teams.length === 0) missing.add("teams");
  if (fields.ask && fields.closesOn <= dayText(now)) missing.add("closesOn");
  return missing;
}

/** What is sent; answers are taken until 17:00 where the reader is, and those who are silent are reminded once. */
export function wantedOf({ title, teams, includeBelow, ask, closesOn }: StockTakeFields): StartInput {
  const wanted = { title: title.trim(), teamIds: teams.map(({ id }) => id), includeBelow };
  if (!ask) return wanted;
  const closesAt = new Date(`${closesOn}T${closingHour}:00:00`).toISOString();
  return { ...wanted, ask: { closesAt, reminders: 1 } };
}
