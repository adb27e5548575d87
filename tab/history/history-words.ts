import type { HistoryAnswer } from "../../src/contracts/history-contract";
import type { TextKey } from "../../src/contracts/text/catalogue";
import type { Door } from "../../src/domain/audit-event";
import type { Money } from "../../src/domain/money";
import type { Format } from "../language/formatting";
import type { Text } from "../language/use-text";

type Change = HistoryAnswer["changes"][number];

/** How one field of a record is told: its label and what its values are, or a sentence of its own. */
export type FieldWords =
  | {
      readonly label: TextKey;
      readonly value: ValueKind;
      readonly choices?: Readonly<Record<string, TextKey>>;
    }
  | { readonly sentence: (change: Change, text: Text) => string };

/** `named` is an id whose name comes with the history, as of a supplier. */
type ValueKind = "text" | "choice" | "team" | "person" | "named" | "date" | "instant" | "money";

/** What changes are put into words with. */
export interface Words {
  readonly text: Text;
  readonly format: Format;
  readonly fields: Readonly<Record<string, FieldWords>>;
  /** Names by id of the teams and people that the history speaks of. */
  readonly names: ReadonlyMap<string, string>;
}

const actions = [
  "created",
  "changed",
  "assigned",
  "returned",
  "disposed",
  "restored",
  "confirmed",
  "accepted",
  "declined",
  "problem-reported",
  "problem-resolved",
  "problem-worked",
  "removed",
  "conflict-kept",
  "conflict-taken",
  "import-undone",
  "used",
  "unused",
  "integration-added",
  "integration-removed",
  "contract-added",
  "contract-changed",
  "contract-removed",
  "disclosure-changed",
  "started",
  "closed",
  "found",
  "item-recorded",
  "item-removed",
  "wave-added",
  "wave-changed",
  "wave-launched",
  "wave-paused",
  "wave-resumed",
  "wave-rolled-back",
  "wave-finished",
  "decided",
  "people-changed",
  "step-answered",
  "blocker-raised",
  "blocker-worked",
  "training-added",
  "attendance-recorded",
  "calendar-created",
  "calendar-renewed",
  "calendar-revoked",
  "held",
  "released",
  "launched",
  "paused",
  "resumed",
  "retried",
  "run-passed-over",
  "answered",
  "added",
  "exported",
  "data-exported",
  "erased",
  "pseudonymised",
  "looked-for",
  "approved",
  "ended",
  "owner-set",
  "reopened",
  "queued",
] as const;
const doors = ["tab", "bot", "import", "sync", "seed", "clock"] as const satisfies readonly Door[];

/** The server names actions `device.assigned`; one that this screen does not know is a change. */
export function actionWords(action: string, text: Text): string {
  const verb = action.slice(action.lastIndexOf(".") + 1);
  return text(`history.action.${actions.find((known) => known === verb) ?? "changed"}`);
}

export function doorWords(door: string, text: Text): string {
  const known = doors.find((each) => each === door);
  return known === undefined ? door : text(`history.door.${known}`);
}

/** Changes that say something beyond the action itself: a new record has no before, a confirmation no other field. */
export function tellingChanges({ action, changes }: HistoryAnswer): readonly Change[] {
  if (action.endsWith(".created")) return [];
  return changes.filter(({ field }) => field !== "lastConfirmedAt" && field !== "version");
}

export function changeWords(change: Change, words: Words): string {
  const { text, fields } = words;
  const known = Object.hasOwn(fields, change.field) ? fields[change.field] : undefined;
  if (known && "sentence" in known) return known.sentence(change, text);
  const field = known ? text(known.label) : change.field;
  const from = valueWords(known, change.from, words);
  const to = valueWords(known, change.to, words);
  if (from === null && to === null) return field;
  // What a change concerns but does not move, as the team of a use.
  if (change.from === change.to) return `${field}: ${to ?? ""}`;
  if (from === null) return text("history.changeSet", { field, to: to ?? "" });
  if (to === null) return text("history.changeCleared", { field, from });
  return text("history.changeFromTo", { field, from, to });
}

type Described = Extract<FieldWords, { label: TextKey }>;

function valueWords(field: Described | undefined, value: unknown, words: Words): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (field === undefined) return plain(value);
  if (Array.isArray(value)) {
    const each = value.map((entry) => valueWords(field, entry, words)).filter((entry) => entry !== null);
    return each.length === 0 ? null : each.join(", ");
  }
  if (field.value === "money") return isMoney(value) ? words.format.money(value) : plain(value);
  if (typeof value === "number") return words.format.number(value);
  return typeof value === "string" ? textWords(field, value, words) : plain(value);
}

function textWords({ value: kind, choices }: Described, value: string, words: Words): string {
  const { text, format, names } = words;
  switch (kind) {
    case "choice": {
      const choice = choices && Object.hasOwn(choices, value) ? choices[value] : undefined;
      return choice ? text(choice) : value;
    }
    case "team":
      return names.get(value) ?? text("history.anotherTeam");
    case "person":
      return names.get(value) ?? text("history.somebodyElse");
    case "named":
      return names.get(value) ?? value;
    case "date":
      return format.date(value);
    case "instant":
      return format.dateTime(value);
    default:
      return value;
  }
}

function isMoney(value: unknown): value is Money {
  return typeof value === "object" && value !== null && "amount" in value && "currency" in value;
}

function plain(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
