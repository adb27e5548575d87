import type { Person } from "../person";
import type { Team } from "../team";
import { clearsByEmpty } from "./device-entry";
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

/**
 * The holder: by id, then e-mail or UPN, then login, then name. A given e-mail that nobody has is not made good by a
 * name that somebody shares.
 */
export function readHolder(reader: RowReader, source: ImportSource, directory: Directory): Wish<Person> {
  const id = reader.given("assigneeId");
  if (id !== undefined) return oneOf(reader, "assigneeId", id, some(directory.personById(id)), source);
  const kind = reader.given("assigneeKind")?.toLowerCase();
  if (kind !== undefined && !["user", "person", "app\\models\\user"].includes(kind)) {
    const name = reader.given("assigneeName");
    if (name) reader.report("assigneeName", "holder-unknown", { value: quoted(name) });
    return leave;
  }
  const login = reader.given("assigneeUsername");
  const byMail =
    mailGiven(reader) ?? (login?.includes("@") ? { field: "assigneeUsername", text: login } : undefined);
  if (byMail) {
    const found = activeFirst(directory.peopleByEmail(byMail.text));
    return oneOf(reader, byMail.field, byMail.text, found, source);
  }
  if (login !== undefined) {
    const found = activeFirst(directory.peopleByLogin(login));
    if (found.length === 1) return oneOf(reader, "assigneeUsername", login, found, source);
  }
  const name = reader.given("assigneeName");
  if (name !== undefined) {
    const found = name.includes("@")
      ? directory.peopleByEmail(name)
      : directory.peopleByName(plainName(name));
    return oneOf(reader, "assigneeName", name, found, source);
  }
  if (login !== undefined)
    return oneOf(reader, "assigneeUsername", login, directory.peopleByLogin(login), source);
  return emptied(reader, source, ["assigneeId", "assigneeEmail", "assigneeName"]);
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

function oneOf(
  reader: RowReader,
  field: string,
  text: string,
  found: readonly Person[],
  source: ImportSource,
): Wish<Person> {
  const [only] = found;
  if (found.length === 1 && only) return { kind: "one", one: only };
  if (found.length > 1) {
    reader.report(field, "person-ambiguous", { value: quoted(text), count: found.length });
  } else {
    reader.report(field, source === "toolroll" ? "person-unknown" : "holder-unknown", {
      value: quoted(text),
    });
  }
  return leave;
}

function mailGiven(reader: RowReader): { field: string; text: string } | undefined {
  const field = ["assigneeEmail", "assigneeMail"].find((one) => reader.given(one) !== undefined);
  return field === undefined ? undefined : { field, text: reader.given(field) ?? "" };
}

function emptied(reader: RowReader, source: ImportSource, fields: readonly string[]): Wish<never> {
  const there = fields.some((field) => reader.text(field) !== undefined);
  return there && clearsByEmpty(source) ? { kind: "none" } : leave;
}

/** Snipe-IT's list may put the login behind the name: `Megan Price (mprice)`. */
function plainName(name: string): string {
  return name.replace(/ \([^()]*\)$/, "");
}

/** A leaver's address given to somebody new means the one who is there. */
function activeFirst(people: readonly Person[]): readonly Person[] {
  const active = people.filter((person) => person.active);
  return active.length > 0 ? active : people;
}

function some<T>(one: T | undefined): readonly T[] {
  return one === undefined ? [] : [one];
}
