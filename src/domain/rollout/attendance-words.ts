import { listed, type SourceWords } from "../import/source-words";
import { matchKey } from "../match-key";

/** How people are named in lists of who was at a session: by hand, by a learning system, by the report of a meeting in Teams. */
export const attendanceWords: SourceWords = {
  columns: {
    personId: listed("personId, Person id, Object id, Entra object id, User id, id"),
    email: listed(
      "email, E-mail, Email address, mail, UPN, userPrincipalName, User principal name, Participant ID (UPN), E-bost, Cyfeiriad e-bost",
    ),
    login: listed("login, Username, User name, Login name, Enw defnyddiwr"),
    name: listed("name, Full name, Attendee, Participant, Display name, Person, Enw, Enw llawn"),
    attended: listed(
      "attended, Attendance, Attended?, Present, Was there, Status, Presennol, Presenoldeb, Yn bresennol",
    ),
  },
  others: listed("team, First Join, Last Leave, In-Meeting Duration, Role, Tîm"),
  telling: [],
  needed: [["personId", "email", "login", "name"]],
};

const there = new Set(
  listed("yes, y, true, 1, x, attended, present, there, complete, completed, ie, do, oedd, presennol, gwir"),
);
const away = new Set(
  listed(
    "no, n, false, 0, absent, did not attend, dna, not attended, no show, no-show, apologies, na, naddo, nac oedd, absennol, anwir",
  ),
);

/** Null for a word that says neither. @param cell undefined in a list without the column, which is of those who were there */
export function attendanceOf(cell: string | undefined): boolean | null {
  if (cell === undefined) return true;
  const key = matchKey(cell);
  if (there.has(key)) return true;
  return away.has(key) ? false : null;
}
