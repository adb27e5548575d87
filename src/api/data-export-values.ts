import type { PersonDataAnswer } from "../contracts/data-export-contract";
import type { TextKey } from "../contracts/text/catalogue";
import type { ApiRequest } from "./api-request";

/** A value of the JSON as a person reads it. */
export type ReadValue = (column: string, value: unknown) => string;

const instant = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(\.\d+)?Z$/;
/** Other people in what was changed: whose ids they are is not for this person. */
const peopleFields =
  /^(assignee|person|owner|holder|manager|joined|left|attended|businessOwner|itOwner)Ids?$/;

/** Where the words for the codes of a column stand; codes of other columns are shown as they are. */
const wordsOf: Readonly<Record<string, (code: string) => string>> = {
  door: (code) => `history.door.${code}`,
  action: (code) => `history.action.${code.slice(code.indexOf(".") + 1)}`,
  subjectKind: (code) => `governance.kind.${code}`,
  purpose: (code) => `checkIn.purpose.${code}`,
  useBand: (code) => `licence.band.${code}`,
  type: (code) => `device.type.${code}`,
  answers: (code) => `kit.answer.${code}`,
};

/** Ids by the name they stand for, instants by the minute, codes and yes and no in words. */
export function valueReader(
  { names, person }: Pick<PersonDataAnswer, "names" | "person">,
  { language, translate }: Pick<ApiRequest, "language" | "translate">,
): ReadValue {
  const text = (key: TextKey) => translate(language, key);
  const coded = (column: string, code: string) => {
    const key = wordsOf[column]?.(code);
    const words = key === undefined ? code : text(key as TextKey);
    // A key without words comes back as it is.
    return words === key ? code : words;
  };
  const word = (column: string, value: string) => {
    if (value === "yes" || value === "no") return text(`dataExport.${value}`);
    const time = instant.exec(value);
    if (time !== null) return `${time[1]} ${time[2]} UTC`;
    if (column === "id") return value;
    if (value === person.id) return person.name;
    return names[value] ?? (peopleFields.test(column) ? text("history.somebodyElse") : coded(column, value));
  };
  const read: ReadValue = (column, value) => {
    if (value === null || value === undefined || value === "") return "–";
    if (typeof value === "boolean") return text(value ? "dataExport.yes" : "dataExport.no");
    if (Array.isArray(value)) return value.map((entry) => read(column, entry)).join("; ") || "–";
    if (typeof value === "string") return word(column, value);
    if (typeof value !== "object") return String(value);
    if (isChange(value))
      return `${value.field}: ${read(value.field, value.from)} → ${read(value.field, value.to)}`;
    const entries = Object.entries(value).map(
      ([key, entry]) => `${names[key] ?? key}: ${read(column, entry)}`,
    );
    return entries.join("; ") || "–";
  };
  return read;
}

function isChange(value: object): value is { field: string; from?: unknown; to?: unknown } {
  return "field" in value && typeof value.field === "string" && ("from" in value || "to" in value);
}
