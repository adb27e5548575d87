import type { HistoryAnswer } from "../../../src/contracts/device-contract";
import type { Door } from "../../../src/domain/audit-event";
import { type Device, deviceSources, deviceStatuses, deviceTypes } from "../../../src/domain/device";
import { problemKinds } from "../../../src/domain/kit-answer";
import type { Money } from "../../../src/domain/money";
import type { Format } from "../../language/formatting";
import type { Text } from "../../language/use-text";

/** What values are put into words with. */
export interface Words {
  readonly text: Text;
  readonly format: Format;
  readonly teamName: (id: string) => string | undefined;
  readonly personName: (id: string) => string | undefined;
}

type Change = HistoryAnswer["changes"][number];

const actions = [
  "created",
  "changed",
  "assigned",
  "returned",
  "confirmed",
  "problem-reported",
  "problem-resolved",
  "removed",
] as const;
const doors = ["tab", "bot", "import", "sync", "seed", "clock"] as const satisfies readonly Door[];

/** The server names actions `device.assigned`; one that this screen does not know is a change. */
export function actionWords(action: string, text: Text): string {
  const verb = action.slice(action.lastIndexOf(".") + 1);
  return text(`inventory.action.${actions.find((known) => known === verb) ?? "changed"}`);
}

export function doorWords(door: string, text: Text): string {
  const known = doors.find((each) => each === door);
  return known === undefined ? door : text(`inventory.door.${known}`);
}

/** Changes that say something beyond the action itself: a new device has no before, a confirmation no other field. */
export function tellingChanges({ action, changes }: HistoryAnswer): readonly Change[] {
  if (action.endsWith(".created")) return [];
  return changes.filter(({ field }) => field !== "lastConfirmedAt" && field !== "version");
}

export function changeWords(change: Change, words: Words): string {
  const { text } = words;
  if (change.field === "problem") return problemWords(change, text);
  const field = fieldWords(change.field, text);
  const from = valueWords(change.field, change.from, words);
  const to = valueWords(change.field, change.to, words);
  if (from === null && to === null) return field;
  if (from === null) return text("inventory.changeSet", { field, to: to ?? "" });
  if (to === null) return text("inventory.changeCleared", { field, from });
  return text("inventory.changeFromTo", { field, from, to });
}

/** What a holder reported, or took back by answering again. */
function problemWords({ from, to }: Change, text: Text): string {
  const kind = problemKinds.find((known) => known === (to ?? from));
  const problem = kind === undefined ? String(to ?? from) : text(`device.problem.${kind}`);
  return to === null ? text("inventory.problemWithdrawn", { problem }) : problem;
}

const fields = {
  assetTag: "text",
  serial: "text",
  type: "type",
  manufacturer: "text",
  model: "text",
  os: "text",
  osVersion: "text",
  status: "status",
  label: "text",
  teamId: "team",
  assigneeId: "person",
  purchaseDate: "date",
  warrantyEnd: "date",
  cost: "money",
  notes: "text",
  source: "source",
  lastConfirmedAt: "instant",
  lastSeenAt: "instant",
} as const satisfies Partial<Record<keyof Device, string>>;
type Field = keyof typeof fields;

function isField(name: string): name is Field {
  return Object.hasOwn(fields, name);
}

function fieldWords(name: string, text: Text): string {
  return isField(name) ? text(`device.field.${name}`) : name;
}

function valueWords(name: string, value: unknown, words: Words): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (!isField(name)) return plain(value);
  if (fields[name] === "money") return isMoney(value) ? words.format.money(value) : plain(value);
  return typeof value === "string" ? textWords(name, value, words) : plain(value);
}

function textWords(name: Field, value: string, { text, format, teamName, personName }: Words): string {
  switch (fields[name]) {
    case "type": {
      const type = deviceTypes.find((known) => known === value);
      return type ? text(`device.type.${type}`) : value;
    }
    case "status": {
      const status = deviceStatuses.find((known) => known === value);
      return status ? text(`device.status.${status}`) : value;
    }
    case "source": {
      const source = deviceSources.find((known) => known === value);
      return source ? text(`inventory.source.${source}`) : value;
    }
    case "team":
      return teamName(value) ?? text("inventory.anotherTeam");
    case "person":
      return personName(value) ?? text("inventory.somebodyElse");
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
