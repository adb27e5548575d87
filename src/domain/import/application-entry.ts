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
import type { Fit } from "../application/disposition";
import { matchKey } from "../match-key";
import type { Person } from "../person";
import { type DayOrder, readDay } from "./day-text";
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
  for (const field of applicationDays) readDate(reader, field, orderOf(field), draft);
  readNumbers(reader, draft);
  for (const role of ["businessOwner", "itOwner"] as const) {
    const owner = readOwner(reader, role, directory);
    if (owner !== undefined) draft[`${role}Id`] = owner?.id ?? null;
  }
  const supplier = limited(reader, "supplier", 200);
  return { wanted: draft as ApplicationChange, supplier: supplier === "" ? null : supplier };
}

function readTexts(reader: RowReader, draft: Draft): void {
  const name = limited(reader, "name", 200);
  if (name) draft.name = name;
  for (const [field, limit] of Object.entries(texts)) {
    const value = limited(reader, field, limit);
    if (value !== undefined) draft[field] = value === "" ? null : value;
  }
}

function readChoices(reader: RowReader, draft: Draft): void {
  for (const [field, allowed] of Object.entries(choices)) {
    const found = chosen(reader, field, allowed);
    if (found !== undefined && (found !== null || field !== "kind")) draft[field] = found;
  }
  // Not recorded is a value of its own here.
  for (const [field, allowed] of [
    ["personalData", personalDataAnswers],
    ["accessibility", conformances],
  ] as const) {
    const found = chosen(reader, field, allowed);
    if (found !== undefined) draft[field] = found ?? "unknown";
  }
}

/** One of the words, however it is capitalised and whether it is written with hyphens or spaces. */
function chosen(reader: RowReader, field: string, allowed: readonly string[]): string | null | undefined {
  const text = reader.text(field);
  if (text === undefined) return undefined;
  if (text === "") return null;
  const plain = (word: string) => matchKey(word).replaceAll(/[\s-]+/g, "-");
  const flag = field === "personalData" ? readFlag(text) : null;
  const word = flag === null ? text : flag ? "yes" : "no";
  const found = allowed.find((one) => plain(one) === plain(word));
  if (found === undefined) {
    reader.report(field, "choice-unknown", { value: quoted(text), allowed: allowed.join(", ") });
  }
  return found;
}

function readDate(reader: RowReader, field: string, order: DayOrder, draft: Draft): void {
  const text = reader.text(field);
  if (text === undefined) return;
  if (text === "") {
    draft[field] = null;
    return;
  }
  const read = readDay(text, order);
  const codes = {
    unreadable: "date-unreadable",
    "not-real": "date-not-real",
    ambiguous: "date-ambiguous",
  } as const;
  if (read.kind === "day") draft[field] = read.day;
  else reader.report(field, codes[read.kind], { value: quoted(text) });
}

function readNumbers(reader: RowReader, draft: Draft): void {
  for (const [field, most] of [
    ["userCount", 10_000_000],
    ["functionalFit", 5],
    ["technicalFit", 5],
  ] as const) {
    const text = reader.text(field);
    if (text === undefined) continue;
    const number = /^\d{1,3}(,\d{3})+$|^\d{1,8}$/.test(text) ? Number(text.replaceAll(",", "")) : null;
    const least = field === "userCount" ? 0 : 1;
    if (text === "") draft[field] = null;
    else if (number !== null && number >= least && number <= most) draft[field] = number as Fit;
    else reader.report(field, "number-unreadable", { value: quoted(text), least, most });
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

function limited(reader: RowReader, field: string, limit: number): string | undefined {
  const value = reader.text(field);
  if (value !== undefined && value.length > limit) {
    reader.report(field, "value-too-long", { limit, count: value.length });
  }
  return value;
}
