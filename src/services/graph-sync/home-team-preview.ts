import type { Reader } from "../../database/gateway";
import { groupsByIds, membershipsOf } from "../../database/stores/graph/group-store";
import { type PlacedPerson, placedPeople } from "../../database/stores/graph/home-preview-store";
import { partsInForce } from "../../database/stores/graph/part-store";
import { inRanges } from "../../database/stores/graph/staged-range";
import { checkHomeRule, type HomeRule, homeKeyOf } from "../../domain/graph-sync/home-rule";
import { homeTeam } from "../../domain/graph-sync/home-team";
import type { Instant } from "../../domain/instant";
import type { ServiceContext } from "../service-context";
import { type HomeTeams, planHomeTeams } from "./home-teams";

export interface Move {
  /** Null for nobody's. */
  readonly from: string | null;
  readonly to: string;
  readonly people: number;
}

/** What a rule would do at the next sync, judged by what was read last. */
export interface HomeTeamPreview {
  /** When people were read; null for never, and nothing is known then. */
  readonly asOf: Instant | null;
  readonly people: number;
  readonly moved: number;
  /** Would move, but somebody put them where they are by hand. */
  readonly byHand: number;
  /** Stay where an import put them, though the directory names another team. */
  readonly elsewhere: number;
  /** Without a home team afterwards. */
  readonly without: number;
  readonly teamsMade: readonly string[];
  /** The largest first. */
  readonly moves: readonly Move[];
  /** Chosen groups of which nobody knows yet who is in them. */
  readonly unread: readonly string[];
}

const nothing: HomeTeamPreview = {
  ...{ asOf: null, people: 0, moved: 0, byHand: 0, elsewhere: 0, without: 0 },
  ...{ teamsMade: [], moves: [], unread: [] },
};
const mostMoves = 20;

/** @throws Refusal as `checkHomeRule` */
export function previewHomeRule(context: ServiceContext, wanted: HomeRule): Promise<HomeTeamPreview> {
  const rule = checkHomeRule(wanted);
  return context.gateway.read(async (reader) => {
    const parts = await partsInForce(reader);
    const people = parts.get("people");
    if (people === undefined) return nothing;
    const placed = await placesUnder(reader, people.syncId, rule, parts.get("members")?.syncId ?? null);
    const keys = new Set(placed.map(({ key }) => key).filter(Boolean));
    const homes = await planHomeTeams(reader, people.syncId, keys, rule, context.newId);
    const groups = [...(await groupsByIds(reader, rule.groupIds)).values()];
    const unread = groups.filter((group) => group.people === null).map(({ name }) => name);
    return { ...added(placed, homes), asOf: people.asOf, unread };
  });
}

/** So many people who have all of this in common. */
interface Place extends Pick<PlacedPerson, "homeKey" | "teamId" | "byHand"> {
  readonly key: string;
  people: number;
}

async function placesUnder(
  reader: Reader,
  syncId: string,
  rule: HomeRule,
  membersFrom: string | null,
): Promise<Place[]> {
  const places = new Map<string, Place>();
  const chosen = new Set(rule.groupIds);
  await inRanges(reader, syncId, async (range) => {
    const found = await placedPeople(reader, syncId, range);
    const ids = found.map(({ personId }) => personId);
    const groups =
      membersFrom === null || chosen.size === 0
        ? new Map<string, Set<string>>()
        : await membershipsOf(reader, membersFrom, ids, chosen);
    for (const { personId, department, homeKey, teamId, byHand } of found) {
      const key = homeKeyOf(rule, { department, groups: groups.get(personId) ?? new Set() }) || homeKey;
      const common = JSON.stringify([key, homeKey, teamId, byHand]);
      const place = places.get(common) ?? { key, homeKey, teamId, byHand, people: 0 };
      place.people += 1;
      places.set(common, place);
    }
  });
  return [...places.values()];
}

function added(places: readonly Place[], homes: HomeTeams): Omit<HomeTeamPreview, "asOf" | "unread"> {
  const counts = { people: 0, moved: 0, byHand: 0, elsewhere: 0, without: 0 };
  const moves = new Map<string, Move>();
  const made = new Map(homes.missing.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => (id && (homes.stored.get(id)?.name ?? made.get(id))) || null;
  for (const { key, homeKey, teamId, byHand, people } of places) {
    const [current, named] = [teamId || null, homes.teams.get(key) ?? null];
    const wanted = homeTeam(current, homes.teams.get(homeKey) ?? null, named);
    const after = byHand === 1 ? current : wanted;
    counts.people += people;
    if (byHand === 1 && wanted !== current) counts.byHand += people;
    else if (after !== current) counts.moved += people;
    else if (named !== null && named !== current) counts.elsewhere += people;
    if (after === null) counts.without += people;
    if (after === current || after === null) continue;
    const move = { from: nameOf(current), to: nameOf(after) ?? "", people };
    const before = moves.get(`${current} ${after}`)?.people ?? 0;
    moves.set(`${current} ${after}`, { ...move, people: before + people });
  }
  const largest = [...moves.values()].sort((a, b) => b.people - a.people || (a.to < b.to ? -1 : 1));
  return {
    ...counts,
    teamsMade: homes.missing.map(({ name }) => name).sort((a, b) => (a < b ? -1 : 1)),
    moves: largest.slice(0, mostMoves),
  };
}
