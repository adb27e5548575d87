import { changesBetween } from "../audit-event";
import { matchKey } from "../match-key";
import type { Team } from "../team";
import type { Directory } from "./directory";
import { quoted } from "./problem";
import type { RowReader } from "./row-reader";
import { DraftFinder, draftOf, parentField, type TeamDraft } from "./team-draft";
import { type Verdict, verdictOf } from "./verdict";

const teamFields = ["name", "parentId", "managerIds"] as const;

export interface TeamSurroundings {
  readonly teams: readonly Team[];
  readonly directory: Directory;
  readonly newId: () => string;
}

/** Judges all rows of a team file together, because a parent may stand below its child. In the order of the file. */
export function judgeTeams(readers: readonly RowReader[], around: TeamSurroundings): Verdict<Team>[] {
  const drafts = readers.map((reader) => draftOf(reader, around.directory));
  const judge = new TeamJudge(drafts, around);
  for (const draft of drafts) judge.settle(draft);
  refuseCircles(drafts, around.teams);
  return drafts.map(({ reader, existing, team }) => {
    const changes = team ? changesBetween(existing, team, teamFields) : [];
    return verdictOf(reader, existing, team, existing ? changes : changes.filter(({ to }) => to !== null));
  });
}

class TeamJudge {
  readonly #finder: DraftFinder;
  readonly #byName = new Map<string, Team[]>();
  readonly #byPlace = new Map<string, Team>();
  readonly #records = new Map<string, number>();
  readonly #places = new Map<string, number>();

  constructor(
    drafts: readonly TeamDraft[],
    private readonly around: TeamSurroundings,
  ) {
    this.#finder = new DraftFinder(drafts, new Map(around.teams.map((team) => [team.id, team])));
    for (const team of around.teams) {
      this.#byName.set(matchKey(team.name), [...(this.#byName.get(matchKey(team.name)) ?? []), team]);
      this.#byPlace.set(placeOf(team), team);
    }
  }

  /** Settles the rows above first; a chain of thousands must not be climbed by recursion. */
  settle(draft: TeamDraft): void {
    const chain: TeamDraft[] = [];
    let at: TeamDraft | undefined = draft;
    while (at?.state === "new") {
      at.state = "open";
      chain.push(at);
      const above: readonly TeamDraft[] = at.parentText ? this.#finder.named(at.parentText) : [];
      at = above.length === 1 ? above[0] : undefined;
    }
    for (const one of chain.reverse()) this.#place(one);
  }

  #place(draft: TeamDraft): void {
    const parentId = this.#parentOf(draft);
    const existing = draft.existingById ?? this.#existingAt(draft, parentId);
    draft.existing = existing;
    draft.team = {
      id: existing?.id ?? this.around.newId(),
      name: draft.name,
      parentId: parentId === undefined ? (existing?.parentId ?? null) : parentId,
      managerIds: draft.managerIds ?? existing?.managerIds ?? [],
    };
    draft.state = "done";
    this.#refuseRepetition(draft.reader, draft.team, existing);
  }

  /** Null is the top; undefined says nothing. */
  #parentOf(draft: TeamDraft): string | null | undefined {
    const { parentText, reader } = draft;
    if (parentText === undefined) return undefined;
    if (parentText === "") return null;
    const rows = this.#finder.named(parentText);
    const [row] = rows;
    if (row && rows.length === 1) {
      if (row.state === "open")
        reader.report(parentField(reader), "team-circle", { value: quoted(draft.name) });
      return row.team?.id ?? null;
    }
    const known = rows.length > 1 ? [] : this.around.directory.teamsNamed(parentText);
    const [only] = known;
    if (only && known.length === 1) return only.id;
    const count = Math.max(rows.length, known.length);
    if (count > 1) reader.report(parentField(reader), "team-ambiguous", { value: quoted(parentText), count });
    else reader.report(parentField(reader), "team-unknown", { value: quoted(parentText) });
    return null;
  }

  #existingAt(draft: TeamDraft, parentId: string | null | undefined): Team | null {
    if (parentId !== undefined) return this.#byPlace.get(placeOf({ name: draft.name, parentId })) ?? null;
    const named = this.#byName.get(matchKey(draft.name)) ?? [];
    if (named.length > 1) {
      draft.reader.report("name", "team-ambiguous", { value: quoted(draft.name), count: named.length });
    }
    return named[0] ?? null;
  }

  #refuseRepetition(reader: RowReader, team: Team, existing: Team | null): void {
    const place = placeOf(team);
    const before = this.#records.get(team.id) ?? this.#places.get(place);
    if (before !== undefined)
      reader.report("name", "same-record", { other: before, value: quoted(team.name) });
    this.#records.set(team.id, reader.row.line);
    this.#places.set(place, reader.row.line);
    const there = this.#byPlace.get(place);
    const isMoved = existing === null || placeOf(existing) !== place;
    if (isMoved && there && there.id !== team.id) {
      reader.report("name", "team-name-taken", { value: quoted(team.name) });
    }
  }
}

/** Walks up from every row over the tree as it would be. */
function refuseCircles(drafts: readonly TeamDraft[], teams: readonly Team[]): void {
  const parents = new Map(teams.map((team) => [team.id, team.parentId]));
  for (const { team } of drafts) if (team) parents.set(team.id, team.parentId);
  const sound = new Set<string>();
  for (const { reader, team } of drafts) {
    if (!team) continue;
    const seen = new Set<string>();
    let at: string | null = team.id;
    while (at !== null && !seen.has(at) && !sound.has(at)) {
      seen.add(at);
      at = parents.get(at) ?? null;
    }
    if (at !== null && seen.has(at)) {
      if (reader.isSound) reader.report(parentField(reader), "team-circle", { value: quoted(team.name) });
    } else {
      for (const id of seen) sound.add(id);
    }
  }
}

/** Two teams of one name are two teams only under different parents. */
function placeOf({ name, parentId }: Pick<Team, "name" | "parentId">): string {
  return `${parentId ?? ""}\n${matchKey(name)}`;
}

/** New teams in an order in which every parent comes before its children. */
export function parentsFirst(teams: readonly Team[]): Team[] {
  const waiting = new Map(teams.map((team) => [team.id, team]));
  const ordered: Team[] = [];
  for (const team of teams) {
    const chain: Team[] = [];
    let at: Team | undefined = waiting.get(team.id);
    while (at) {
      waiting.delete(at.id);
      chain.push(at);
      at = waiting.get(at.parentId ?? "");
    }
    ordered.push(...chain.reverse());
  }
  return ordered;
}
