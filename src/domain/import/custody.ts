import type { Person } from "../person";
import type { Team } from "../team";
import { clearsByEmpty } from "./device-entry";
import { typeNamed } from "./device-words";
import type { Directory } from "./directory";
import type { ImportSource } from "./import";
import { quoted } from "./problem";
import type { RowReader } from "./row-reader";

/** What a row says of a holder or a team: nothing, that there is none, or which one. */
export type Wish<T> =
  | { readonly kind: "leave" }
  | { readonly kind: "none" }
  | { readonly kind: "one"; readonly one: T };

const leave = { kind: "leave" } as const;

/** The cell by which a row names its holder, and whom it finds. */
interface Naming {
  readonly field: string;
  readonly text: string;
  readonly found: readonly Person[];
}

/** Fields that name a holder, the surest first. */
const holderFields = [
  "assigneeId",
  "assigneeEmail",
  "assigneeMail",
  "assigneeUsername",
  "assigneeName",
] as const;

/**
 * The holder: by id, then e-mail or UPN, then login, then name. A given e-mail that nobody has is not made good by a
 * name that somebody shares.
 */
export function readHolder(reader: RowReader, source: ImportSource, directory: Directory): Wish<Person> {
  const naming = namingOf(reader, directory);
  if (naming === null) return emptied(reader, source, holderFields);
  const { field, text, found } = naming;
  const [only] = found;
  if (found.length === 1 && only) return { kind: "one", one: only };
  const value = quoted(text);
  if (found.length > 1) reader.report(field, "person-ambiguous", { value, count: found.length });
  else reader.report(field, source === "toolroll" ? "person-unknown" : "holder-unknown", { value });
  return leave;
}

/** The column in which a row names its holder. */
export function holderField(reader: RowReader): string | null {
  return holderFields.find((field) => reader.given(field) !== undefined) ?? null;
}

function namingOf(reader: RowReader, directory: Directory): Naming | null {
  const id = reader.given("assigneeId");
  if (id !== undefined) return { field: "assigneeId", text: id, found: some(directory.personById(id)) };
  const name = reader.given("assigneeName");
  const byName =
    name === undefined ? null : { field: "assigneeName", text: name, found: named(name, directory) };
  if (isElsewhere(reader)) return byName && { ...byName, found: [] };
  for (const field of ["assigneeEmail", "assigneeMail", "assigneeUsername"]) {
    const text = reader.given(field);
    if (text === undefined) continue;
    if (text.includes("@")) return { field, text, found: activeFirst(directory.peopleByEmail(text)) };
    const found = activeFirst(directory.peopleByLogin(text));
    if (found.length === 1 || byName === null) return { field, text, found };
  }
  return byName;
}

/** Snipe-IT also checks devices out to places and to other devices; those are no people. */
function isElsewhere(reader: RowReader): boolean {
  const kind = reader.given("assigneeKind")?.toLowerCase();
  return kind !== undefined && !kind.endsWith("user") && kind !== "person" && typeNamed(kind) === null;
}

/** `Megan Price`, `Price, Megan`, or with the login behind it as in Snipe-IT's list: `Megan Price (mprice)`. */
function named(text: string, directory: Directory): readonly Person[] {
  if (text.includes("@")) return activeFirst(directory.peopleByEmail(text));
  const name = text.replace(/ \([^()]*\)$/, "");
  const found = directory.peopleByName(name);
  return found.length > 0 ? found : directory.peopleByName(name.replace(/^([^,]+), *([^,]+)$/, "$2 $1"));
}

/** The team: Toolroll's files name it by id, path or name; in other systems' a department is no more than a hint. */
export function readTeam(reader: RowReader, source: ImportSource, directory: Directory): Wish<Team> {
  const id = reader.given("teamId");
  const text = id ?? reader.given("team");
  if (text === undefined) return emptied(reader, source, ["teamId", "team"]);
  const field = id === undefined ? "team" : "teamId";
  const found = id === undefined ? directory.teamsNamed(text) : some(directory.teamById(id));
  const [only] = found;
  if (found.length === 1 && only) return { kind: "one", one: only };
  if (source !== "toolroll") return leave;
  if (found.length === 0) reader.report(field, "team-unknown", { value: quoted(text) });
  else reader.report(field, "team-ambiguous", { value: quoted(text), count: found.length });
  return leave;
}

function emptied(reader: RowReader, source: ImportSource, fields: readonly string[]): Wish<never> {
  const there = fields.some((field) => reader.text(field) !== undefined);
  return there && clearsByEmpty(source) ? { kind: "none" } : leave;
}

/** A leaver's address given to somebody new means the one who is there. */
function activeFirst(people: readonly Person[]): readonly Person[] {
  const active = people.filter((person) => person.active);
  return active.length > 0 ? active : people;
}

function some<T>(one: T | undefined): readonly T[] {
  return one === undefined ? [] : [one];
}
