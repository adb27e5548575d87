import type { FieldChange } from "./audit-event";
import { matchKey } from "./match-key";
import type { Person } from "./person";

/** Stands where a person's id was; nothing leads from one to the other. */
export function pseudonymOf(randomId: string): string {
  return `${pseudonymPrefix}${randomId}`;
}

const pseudonymPrefix = "erased-";

export function isPseudonym(personId: string): boolean {
  return personId.startsWith(pseudonymPrefix);
}

/** Stands where a text was that named an erased person. */
export const erasedText = "[erased]";

/** What of an audit event can name a person. */
export interface NamingContent {
  readonly actorId: string;
  readonly subjectId: string;
  readonly changes: readonly FieldChange[];
  readonly reason: string;
}

/** Answers typed by a person, in fields of these names, are about whatever they wanted to say. */
const typedByActor: ReadonlySet<string> = new Set(["unlisted", "note", "text", "comment"]);
/** What describes the person that an event is about. */
const describing: ReadonlySet<string> = new Set(["name", "email"]);

/**
 * An event without the person: their id gives way to the pseudonym, texts that hold their name or e-mail address go,
 * and so does every reason of an event that concerns them. Null when the event has nothing of them.
 */
export function withoutPerson(
  content: NamingContent,
  person: Pick<Person, "id" | "name" | "email">,
  pseudonym: string,
): NamingContent | null {
  const isActor = content.actorId === person.id;
  const isSubject = content.subjectId === person.id;
  const names = namesOf(person);
  const clean = (value: unknown): unknown => cleaned(value, person.id, pseudonym, names);
  const changes = content.changes.map(({ field, from, to }) => {
    const drop = (isSubject && describing.has(field)) || (isActor && typedByActor.has(field));
    return drop ? { field, from: gone(from), to: gone(to) } : { field, from: clean(from), to: clean(to) };
  });
  const isInValues = JSON.stringify(changes) !== JSON.stringify(content.changes);
  const isInReason = content.reason !== "" && names.some((name) => holds(content.reason, name));
  if (!isActor && !isSubject && !isInValues && !isInReason) return null;
  return {
    actorId: isActor ? pseudonym : content.actorId,
    subjectId: isSubject ? pseudonym : content.subjectId,
    changes,
    reason: "",
  };
}

/** Whether a text names the person, in whatever case and spacing, as whole words. */
export function isNamedIn(text: string, person: Pick<Person, "name" | "email">): boolean {
  return namesOf(person).some((name) => holds(text, name));
}

function namesOf({ name, email }: Pick<Person, "name" | "email">): string[] {
  return [matchKey(name), matchKey(email)].filter((key) => key.length > 1);
}

function holds(text: string, key: string): boolean {
  const folded = matchKey(text);
  for (let at = folded.indexOf(key); at >= 0; at = folded.indexOf(key, at + 1)) {
    const around = [folded[at - 1], folded[at + key.length]];
    if (!around.some((letter) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter))) return true;
  }
  return false;
}

function gone(value: unknown): unknown {
  return value === null || value === "" ? value : erasedText;
}

function cleaned(value: unknown, id: string, pseudonym: string, names: readonly string[]): unknown {
  if (typeof value === "string") {
    if (value === id) return pseudonym;
    return names.some((name) => holds(value, name)) ? erasedText : value;
  }
  if (Array.isArray(value)) return value.map((entry) => cleaned(entry, id, pseudonym, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key === id ? pseudonym : key,
      cleaned(entry, id, pseudonym, names),
    ]),
  );
}
