import type { Directory } from "../import/directory";
import type { RowReader } from "../import/row-reader";
import type { Person } from "../person";
import { attendanceOf } from "./attendance-words";
import type { Register } from "./training";

/** What a row of a list of attendance comes to. */
export const attendanceVerdicts = [
  "unknown-person",
  "several-people",
  "unclear",
  "contradiction",
  "unreadable",
  "attended",
  "absent",
  "not-in-rollout",
  "twice",
  "unchanged",
] as const;
export type AttendanceVerdict = (typeof attendanceVerdicts)[number];

const stopping: readonly AttendanceVerdict[] = attendanceVerdicts.slice(0, 5);

/** Whether a file with such a row is not taken. */
export function stops(verdict: AttendanceVerdict): boolean {
  return stopping.includes(verdict);
}

export interface AttendanceRow {
  /** As an editor counts it. */
  readonly line: number;
  /** Whom the row names, as it writes it. */
  readonly text: string;
  readonly personId: string | null;
  readonly verdict: AttendanceVerdict;
  /** What it says; null where that cannot be read. */
  readonly attended: boolean | null;
  /** What the register says now; null for nothing. */
  readonly before: boolean | null;
}

/** What the rows are held against. */
export interface AttendanceFacts {
  readonly directory: Directory;
  /** What is written down by now. */
  readonly register: ReadonlyMap<string, boolean>;
  /** Who takes part in the rollout; null for a session that is of none. */
  readonly takingPart: ReadonlySet<string> | null;
}

/** Row by row; an empty cell says nothing. Whoever was there and takes no part in the rollout is written down all the same: it moves nobody. */
export function judgeAttendance(
  readers: readonly RowReader[],
  { directory, register, takingPart }: AttendanceFacts,
): AttendanceRow[] {
  const said = new Map<string, boolean>();
  return readers.map((reader): AttendanceRow => {
    const found = peopleNamed(reader, directory);
    const attended = attendanceOf(reader.text("attended"));
    const [only] = found;
    const row = { line: reader.row.line, text: nameIn(reader), personId: only?.id ?? null, attended };
    const before = (only && register.get(only.id)) ?? null;
    const told = (verdict: AttendanceVerdict) => ({ ...row, before, verdict });
    if (!reader.isSound) return told("unreadable");
    if (only === undefined) return told("unknown-person");
    if (found.length > 1) return { ...told("several-people"), personId: null };
    if (reader.text("attended") === "") return told("unchanged");
    if (attended === null) return told("unclear");
    const earlier = said.get(only.id);
    if (earlier !== undefined) return told(earlier === attended ? "twice" : "contradiction");
    said.set(only.id, attended);
    if (before === attended) return told("unchanged");
    if (attended && takingPart !== null && !takingPart.has(only.id)) return told("not-in-rollout");
    return told(attended ? "attended" : "absent");
  });
}

/** The register as the file leaves it; whoever it does not name stays as they were. */
export function registerWith(
  register: ReadonlyMap<string, boolean>,
  rows: readonly AttendanceRow[],
): Register {
  const after = new Map(register);
  for (const { personId, attended } of rows) {
    if (personId !== null && attended !== null) after.set(personId, attended);
  }
  const those = (was: boolean) => [...after].flatMap(([id, attended]) => (attended === was ? [id] : []));
  return { attended: those(true), absent: those(false) };
}

/** By id, then e-mail or UPN, then login, then name: a given address that nobody has is not made good by a name. */
function peopleNamed(reader: RowReader, directory: Directory): readonly Person[] {
  const id = reader.given("personId");
  if (id !== undefined) return some(directory.personById(id));
  const email = reader.given("email");
  if (email !== undefined) return activeFirst(directory.peopleByEmail(email));
  const login = reader.given("login");
  if (login !== undefined) {
    return activeFirst(login.includes("@") ? directory.peopleByEmail(login) : directory.peopleByLogin(login));
  }
  const name = reader.given("name");
  if (name === undefined) return [];
  const found = directory.peopleByName(name);
  if (found.length > 0) return activeFirst(found);
  return activeFirst(directory.peopleByName(name.replace(/^([^,]+), *([^,]+)$/, "$2 $1")));
}

function nameIn(reader: RowReader): string {
  const fields = ["name", "email", "login", "personId"];
  return fields.map((field) => reader.given(field)).find((text) => text !== undefined) ?? "";
}

/** A leaver's address or name given to somebody new means the one who is there. */
function activeFirst(people: readonly Person[]): readonly Person[] {
  const active = people.filter((person) => person.active);
  return active.length > 0 ? active : people;
}

function some<T>(one: T | undefined): readonly T[] {
  return one === undefined ? [] : [one];
}
