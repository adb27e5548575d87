import type { PersonDataAnswer } from "../contracts/data-export-contract";
import type { TextKey } from "../contracts/text/catalogue";
import type { ApiRequest } from "./api-request";

/** A value of the JSON as a person reads it; which words a code has depends on the list that it stands in. */
export type ReadValue = (list: string, column: string, value: unknown) => string;

const instant = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(\.\d+)?Z$/;
/** Other people in what was changed: whose ids they are is not for this person. */
const peopleFields =
  /^(assignee|person|owner|holder|manager|joined|left|attended|businessOwner|itOwner)Ids?$/;

/** Where the words for codes stand, by column, or by list and column where lists differ. */
const wordsOf: Readonly<Record<string, (code: string) => readonly string[]>> = {
  door: (code) => [`history.door.${code}`],
  action: (code) => [`history.action.${code.slice(code.indexOf(".") + 1)}`],
  subjectKind: (code) => [`governance.kind.${code}`],
  purpose: (code) => [`checkIn.purpose.${code}`],
  noMessagesAbout: (code) => [`checkIn.purpose.${code}`, `kit.messages.${code}`],
  useBand: (code) => [`licence.band.${code}`],
  language: (code) => [`shell.language.${code}`],
  answers: (code) => [`kit.answer.${code}`],
  has: (code) => [`kit.step.${code}`],
  works: (code) => [`kit.step.${code}`],
  ownerOf: (code) => [`application.field.${code}OwnerId`],
  record: (code) => [`dataExportMention.record.${code}`, `governance.kind.${code}`],
  as: (code) => [`dataExportMention.as.${code}`],
  "problems.kind": (code) => [`device.problem.${code}`],
  "problems.state": (code) => [`device.problemState.${code}`],
  "assignments.state": (code) => [`device.acceptance.${code}`],
  "checkIns.state": (code) => [`checkIn.delivery.${code}`],
  "notes.kind": (code) => [`kit.messages.${code}`],
  "notes.state": (code) => [`checkIn.delivery.${code}`],
  "notes.reason": (code) => [`delivery.reason.${code}`],
  "checkIns.reason": (code) => [`delivery.reason.${code}`],
  "stockTakes.state": (code) => [`stockTake.item.${code}`],
  "rollouts.state": (code) => [`rollout.person.${code}`],
  "blockers.state": (code) => [`rollout.blocker.${code}`],
  "licenceReviews.answer": (code) => [`licenceReview.answer.${code}`],
  "imports.kind": (code) => [`import.kind.${code}`],
};

/** Where a field of a record, or one of its values, may have its words. */
const fieldKeys = (field: string) => [
  `device.field.${field}`,
  `application.field.${field}`,
  `dataExportColumn.${field}`,
];
const valueKeys = (field: string, code: string) => [
  `device.${field}.${code}`,
  `application.${field}.${code}`,
];
const namedIn = /^named in (.+)$/;

/** Ids by the name they stand for, instants by the minute, codes and yes and no in words. */
export function valueReader(
  { names, person }: Pick<PersonDataAnswer, "names" | "person">,
  { language, translate }: Pick<ApiRequest, "language" | "translate">,
): ReadValue {
  const text = (key: TextKey, params = {}) => translate(language, key, params);
  const wordsAt = (keys: readonly string[], code: string) => {
    // A key without words comes back as it is.
    const found = keys.find((key) => text(key as TextKey) !== key);
    return found === undefined ? code : text(found as TextKey);
  };
  const nameOf = (field: string) => wordsAt(fieldKeys(field), field);
  const coded = (list: string, column: string, code: string) => {
    const field = namedIn.exec(code)?.[1];
    if (column === "as" && field !== undefined) {
      return text("dataExportMention.namedIn", { field: nameOf(field) });
    }
    const keys = wordsOf[`${list}.${column}`] ?? wordsOf[column];
    return wordsAt(keys?.(code) ?? valueKeys(column, code), code);
  };
  const word = (list: string, column: string, value: string) => {
    if (value === "yes" || value === "no") return text(`dataExport.${value}`);
    const time = instant.exec(value);
    if (time !== null) return `${time[1]} ${time[2]} UTC`;
    if (column === "id") return value;
    if (value === person.id) return person.name;
    return (
      names[value] ?? (peopleFields.test(column) ? text("history.somebodyElse") : coded(list, column, value))
    );
  };
  const read: ReadValue = (list, column, value) => {
    if (value === null || value === undefined || value === "") return "–";
    if (typeof value === "boolean") return text(value ? "dataExport.yes" : "dataExport.no");
    if (Array.isArray(value)) return value.map((entry) => read(list, column, entry)).join("; ") || "–";
    if (typeof value === "string") return word(list, column, value);
    if (typeof value !== "object") return String(value);
    if (isChange(value)) {
      const [from, to] = [value.from, value.to].map((side) => read(list, value.field, side));
      return `${nameOf(value.field)}: ${from} → ${to}`;
    }
    const entries = Object.entries(value).map(
      ([key, entry]) => `${names[key] ?? key}: ${read(list, column, entry)}`,
    );
    return entries.join("; ") || "–";
  };
  return read;
}

function isChange(value: object): value is { field: string; from?: unknown; to?: unknown } {
  return "field" in value && typeof value.field === "string" && ("from" in value || "to" in value);
}
