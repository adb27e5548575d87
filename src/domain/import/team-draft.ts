import { matchKey } from "../match-key";
import type { Team } from "../team";
import { refuseOddKey } from "./device-match";
import { type Directory, pathKey, pathOf, segmentsOf } from "./directory";
import { quoted } from "./problem";
import type { RowReader } from "./row-reader";

const nameLimit = 200;

/** A row of a team file on its way: its parent may be another row, above or below it. */
export interface TeamDraft {
  readonly reader: RowReader;
  readonly name: string;
  readonly id: string | undefined;
  readonly existingById: Team | undefined;
  /** Id, path or name; undefined leaves the parent, "" is the top. */
  readonly parentText: string | undefined;
  /** Undefined leaves the managers. */
  readonly managerIds: readonly string[] | undefined;
  state: "new" | "open" | "done";
  existing: Team | null;
  team: Team | null;
}

export function draftOf(reader: RowReader, directory: Directory): TeamDraft {
  const id = reader.given("id");
  const existingById = id === undefined ? undefined : directory.teamById(id);
  const name = reader.given("name") ?? existingById?.name ?? "";
  if (name === "") reader.report("name", "value-missing");
  if (name.length > nameLimit) {
    reader.report("name", "value-too-long", { limit: nameLimit, count: name.length });
  }
  if (name !== existingById?.name) refuseOddKey(reader, "name", name);
  return {
    reader,
    name,
    id,
    existingById,
    parentText: reader.given("parentId") ?? reader.given("parent") ?? emptyParent(reader),
    managerIds: readManagers(reader, directory),
    state: "new",
    existing: null,
    team: null,
  };
}

export function parentField(reader: RowReader): "parentId" | "parent" {
  return reader.given("parentId") === undefined ? "parent" : "parentId";
}

function emptyParent(reader: RowReader): "" | undefined {
  return reader.text("parent") === undefined && reader.text("parentId") === undefined ? undefined : "";
}

/** Person ids, or e-mail addresses or names; several stand behind semicolons or commas. */
function readManagers(reader: RowReader, directory: Directory): string[] | undefined {
  const field = reader.given("managerIds") === undefined ? "managers" : "managerIds";
  const text = reader.text(field) ?? reader.text("managerIds");
  if (text === undefined) return undefined;
  const names = text.split(/[;,|\n]/).map((part) => part.trim());
  const ids = names
    .filter((part) => part !== "")
    .flatMap((part) => managerNamed(reader, field, part, directory));
  return [...new Set(ids)].sort();
}

function managerNamed(reader: RowReader, field: string, text: string, directory: Directory): string[] {
  const byId = directory.personById(text);
  if (byId) return [byId.id];
  const found = text.includes("@") ? directory.peopleByEmail(text) : directory.peopleByName(text);
  const active = found.filter((person) => person.active);
  const [only] = active;
  if (active.length === 1 && only) return [only.id];
  if (active.length > 1) {
    reader.report(field, "person-ambiguous", { value: quoted(text), count: active.length });
  } else {
    reader.report(field, "person-unknown", { value: quoted(text) });
  }
  return [];
}

/** Finds the row that another row names as its parent. */
export class DraftFinder {
  readonly #byName = new Map<string, TeamDraft[]>();
  readonly #byId = new Map<string, TeamDraft>();

  constructor(
    drafts: readonly TeamDraft[],
    private readonly teams: ReadonlyMap<string, Team>,
  ) {
    for (const draft of drafts) {
      const key = matchKey(draft.name);
      const named = this.#byName.get(key);
      if (named) named.push(draft);
      else this.#byName.set(key, [draft]);
      if (draft.id !== undefined && !this.#byId.has(draft.id)) this.#byId.set(draft.id, draft);
    }
  }

  /** Rows that a text names by id, path or name. */
  named(text: string): readonly TeamDraft[] {
    const byId = this.#byId.get(text);
    if (byId) return [byId];
    const segments = segmentsOf(text);
    const named = this.#byName.get(matchKey(segments.at(-1) ?? "")) ?? [];
    return segments.length < 2 ? named : named.filter((draft) => this.#isUnder(draft, segments.slice(0, -1)));
  }

  /** Whether a row's parent is the one at this path; a row may write only the end of its parent's path. */
  #isUnder(draft: TeamDraft, path: readonly string[]): boolean {
    const parent = draft.parentText ?? draft.existingById?.parentId ?? "";
    const known = this.teams.get(parent);
    const segments = known ? pathOf(known, this.teams) : segmentsOf(parent);
    return segments.length > 0 && pathKey(segments) === pathKey(path.slice(-segments.length));
  }
}
