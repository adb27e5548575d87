import { changesBetween } from "../audit-event";
import { matchKey } from "../match-key";
import type { Person } from "../person";
import { readTeam } from "./custody";
import { refuseOddKey } from "./device-match";
import { readFlag } from "./device-words";
import type { Directory } from "./directory";
import { quoted } from "./problem";
import type { RowReader } from "./row-reader";
import { type Verdict, verdictOf } from "./verdict";

const personFields = ["name", "email", "teamId", "active"] as const;
const idLimit = 100;
const textLimit = 200;

/** Judges people row by row. They are known by their Entra object id alone; an e-mail address can pass to somebody else. */
export class PersonJudge {
  readonly #lines = new Map<string, number>();
  readonly #emails = new Map<string, { line: number; id: string; isNews: boolean }>();

  constructor(private readonly directory: Directory) {}

  judge(reader: RowReader): Verdict<Person> {
    const id = this.#readId(reader);
    const existing = id === undefined ? undefined : this.directory.personById(id);
    const person = this.#readPerson(reader, id ?? "", existing);
    if (reader.isSound) this.#refuseTakenEmail(reader, person);
    const changes = changesBetween(existing ?? null, person, personFields).filter(
      ({ to }) => existing !== undefined || to !== null,
    );
    return verdictOf(reader, existing ?? null, person, changes);
  }

  #readId(reader: RowReader): string | undefined {
    const id = reader.given("id");
    if (id === undefined) {
      reader.report("id", "value-missing");
      return undefined;
    }
    if (refuseOddKey(reader, "id", id)) return undefined;
    if (id.length > idLimit || !/^[\p{L}\p{N}][\p{L}\p{N}._:@-]*$/u.test(id)) {
      reader.report("id", "id-unreadable", { value: quoted(id) });
      return undefined;
    }
    // GUIDs are compared without case: exports differ in how they write them.
    const key = matchKey(id);
    const before = this.#lines.get(key);
    if (before !== undefined) reader.report("id", "same-record", { other: before, value: quoted(id) });
    else this.#lines.set(key, reader.row.line);
    return this.directory.personById(id) || !isGuid(id) ? id : id.toLowerCase();
  }

  #readPerson(reader: RowReader, id: string, existing: Person | undefined): Person {
    const name = required(reader, "name", existing?.name);
    const email = this.#readEmail(reader, existing?.email);
    const team = readTeam(reader, "toolroll", this.directory);
    const flag = reader.given("active");
    const active = flag === undefined ? (existing?.active ?? true) : readFlag(flag);
    if (active === null) reader.report("active", "flag-unreadable", { value: quoted(flag ?? "") });
    const kept = existing?.teamId ?? null;
    const teamId =
      team.kind === "one" ? team.one.id : team.kind === "none" ? null : this.#hintedTeam(reader, kept);
    return { id, name, email, teamId, active: active ?? false };
  }

  /** The directory's department names a team only when one is called the same. */
  #hintedTeam(reader: RowReader, kept: string | null): string | null {
    const department = reader.given("department");
    if (department === undefined) return kept;
    const found = this.directory.teamsNamed(department);
    const [only] = found;
    if (found.length === 1 && only) return only.id;
    reader.report("department", "team-unmatched", { value: quoted(department) });
    return kept;
  }

  #readEmail(reader: RowReader, kept: string | undefined): string {
    const field = reader.given("email") === undefined && reader.given("upn") !== undefined ? "upn" : "email";
    const email = required(reader, field, kept);
    if (
      email !== "" &&
      email !== kept &&
      !refuseOddKey(reader, field, email) &&
      !/^[^\s@]+@[^\s@]+$/.test(email)
    ) {
      reader.report(field, "email-unreadable", { value: quoted(email) });
    }
    return email;
  }

  #refuseTakenEmail(reader: RowReader, person: Person): void {
    if (!person.active || person.email === "") return;
    const key = matchKey(person.email);
    const field = reader.given("email") === undefined ? "upn" : "email";
    const inFile = this.#emails.get(key);
    const holder = this.directory.peopleByEmail(key).find((one) => one.active && one.id !== person.id);
    const isNews = person.email !== this.directory.personById(person.id)?.email;
    if (inFile && inFile.id !== person.id && (isNews || inFile.isNews)) {
      reader.report(field, "same-record", { other: inFile.line, value: quoted(person.email) });
    } else if (holder && isNews) {
      reader.report(field, "email-taken", { value: quoted(person.email), name: quoted(holder.name) });
    }
    this.#emails.set(key, { line: reader.row.line, id: person.id, isNews });
  }
}

/** A value that a person cannot be without: an absent column or an empty cell leaves what is known. */
function required(reader: RowReader, field: string, kept: string | undefined): string {
  const value = reader.given(field) ?? kept;
  if (value === undefined) reader.report(field, "value-missing");
  else if (value.length > textLimit) {
    reader.report(field, "value-too-long", { limit: textLimit, count: value.length });
  }
  return value ?? "";
}

function isGuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
