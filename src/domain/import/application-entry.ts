import {
  type ApplicationChange,
  aiUses,
  applicationKinds,
  applicationTypes,
  conformances,
  criticalities,
  dataClassifications,
  hostings,
  lifecycles,
  personalDataAnswers,
} from "../application/application";
import type { Person } from "../person";
import { choiceIn, dayIn, numberIn, textIn } from "./cell";
import type { DayOrder } from "./day-text";
import { readFlag } from "./device-words";
import type { Directory } from "./directory";
import { quoted } from "./problem";
import type { RowReader } from "./row-reader";

/** Days whose order in the file is worked out by column. */
export const applicationDays = ["dpiaDate", "supportEnds"] as const;

const choices = {
  kind: applicationKinds,
  type: applicationTypes,
  hosting: hostings,
  lifecycle: lifecycles,
  criticality: criticalities,
  dataClassification: dataClassifications,
  aiFeatures: aiUses,
} as const;

const texts = { accessibilityStatement: 500, serviceArea: 200, purpose: 2000, notes: 4000 } as const;

/** What a row says of an application; undefined leaves a field, null clears it. The supplier is a name still. */
export interface ApplicationEntry {
  readonly wanted: ApplicationChange;
  readonly supplier: string | null | undefined;
}

type Draft = Record<string, string | number | null>;

export function readApplication(
  reader: RowReader,
  directory: Directory,
  orderOf: (field: string) => DayOrder,
): ApplicationEntry {
  const draft: Draft = {};
  readTexts(reader, draft);
  readChoices(reader, draft);
  for (const field of applicationDays) {
    const day = dayIn(reader, field, orderOf(field));
    if (day !== undefined) draft[field] = day;
  }
  readNumbers(reader, draft);
  for (const role of ["businessOwner", "itOwner"] as const) {
    const owner = readOwner(reader, role, directory);
    if (owner !== undefined) draft[`${role}Id`] = owner?.id ?? null;
  }
  return { wanted: draft as ApplicationChange, supplier: textIn(reader, "supplier", 200) };
}

function readTexts(reader: RowReader, draft: Draft): void {
  const name = textIn(reader, "name", 200);
  if (name) draft.name = name;
  for (const [field, limit] of Object.entries(texts)) {
    const value = textIn(reader, field, limit);
    if (value !== undefined) draft[field] = value;
  }
}

function readChoices(reader: RowReader, draft: Draft): void {
  for (const [field, allowed] of Object.entries(choices)) {
    const found = choiceIn<string>(reader, field, allowed);
    if (found !== undefined && (found !== null || field !== "kind")) draft[field] = found;
  }
  // Not recorded is a value of its own here.
  const personalData = choiceIn(reader, "personalData", personalDataAnswers, yesOrNo);
  if (personalData !== undefined) draft.personalData = personalData ?? "unknown";
  const accessibility = choiceIn(reader, "accessibility", conformances);
  if (accessibility !== undefined) draft.accessibility = accessibility ?? "unknown";
}

function yesOrNo(text: string): string {
  const flag = readFlag(text);
  return flag === null ? text : flag ? "yes" : "no";
}

const numbers = {
  userCount: [0, 10_000_000],
  functionalFit: [1, 5],
  technicalFit: [1, 5],
} as const;

function readNumbers(reader: RowReader, draft: Draft): void {
  for (const [field, bounds] of Object.entries(numbers)) {
    const number = numberIn(reader, field, bounds);
    if (number !== undefined) draft[field] = number;
  }
}

/** By id, e-mail or name; null for nobody, undefined when the file does not say. */
function readOwner(
  reader: RowReader,
  role: "businessOwner" | "itOwner",
  directory: Directory,
): Person | null | undefined {
  const id = reader.given(`${role}Id`);
  const text = id ?? reader.given(role);
  if (text === undefined) {
    const there = reader.text(`${role}Id`) !== undefined || reader.text(role) !== undefined;
    return there ? null : undefined;
  }
  const field = id === undefined ? role : `${role}Id`;
  const byId = directory.personById(text);
  const byText = text.includes("@") ? directory.peopleByEmail(text) : directory.peopleByName(text);
  const found = byId ? [byId] : byText;
  const active = found.filter((person) => person.active);
  const [only, ...more] = active.length > 0 ? active : found;
  if (only && more.length === 0) return only;
  if (only) reader.report(field, "person-ambiguous", { value: quoted(text), count: more.length + 1 });
  else reader.report(field, "person-unknown", { value: quoted(text) });
  return undefined;
}
