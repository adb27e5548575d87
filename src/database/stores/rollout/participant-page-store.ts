import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Page, PageRequest } from "../../../domain/page";
import type { Scope } from "../../../domain/permission";
import {
  noParticipants,
  type ParticipantCounts,
  type ParticipantState,
  totalOf,
} from "../../../domain/rollout/participant";
import type { ReachedOn } from "../../../domain/rollout/progress";
import { orNull } from "../../entities/columns";
import type { Reader } from "../../gateway";
import { keysetPage } from "../keyset-page";
import { named } from "../name-search";
import { allOf, within } from "../scope-sql";
import { peopleWithin } from "./rollout-scope";
import { movedSoFar } from "./wave-count-store";

/** Somebody in a wave as JSON text with `participantFields`. */
export interface ListedParticipant {
  readonly personId: string;
  readonly nameKey: string;
  readonly json: string;
}

export interface ParticipantFilter {
  readonly state: ParticipantState | undefined;
  readonly champion: boolean | undefined;
  readonly teamId: string | undefined;
  readonly search: string | undefined;
}

/** The fields in the order of an answer; what the blocker says is what stops them. Truth is said otherwise on each engine. */
const fields = [
  ["personId", "q.person_id"],
  ["personName", "h.name"],
  ["teamId", "NULLIF(h.team_id, '')"],
  ["teamName", "t.name"],
  ["state", "q.state"],
  ["before", "NULLIF(q.before_state, '')"],
  [
    "champion",
    { sqlite: "json(CASE q.champion WHEN 1 THEN 'true' ELSE 'false' END)", postgres: "q.champion = 1" },
  ],
  ["reason", "NULLIF(q.reason, '')"],
  ["blockerId", "NULLIF(q.blocker_id, '')"],
  ["blockerText", "NULLIF(b.text, '')"],
  ["invitedOn", "NULLIF(q.invited_on, '')"],
  ["trainedOn", "NULLIF(q.trained_on, '')"],
  ["liveOn", "NULLIF(q.live_on, '')"],
  ["confirmedOn", "NULLIF(q.confirmed_on, '')"],
  ["rolledBackOn", "NULLIF(q.rolled_back_on, '')"],
] as const;

export const participantFields: readonly string[] = fields.map(([name]) => name);

/** To build the rows as objects and encode them again takes longer than to read them. */
const json = { sqlite: jsonOf("sqlite"), postgres: jsonOf("postgres") };

function jsonOf(engine: Reader["engine"]): Sql {
  const pairs = fields.map(
    ([name, value]) => `'${name}', ${typeof value === "string" ? value : value[engine]}`,
  );
  return raw(
    engine === "sqlite" ? `json_object(${pairs.join()})` : `json_build_object(${pairs.join()})::text`,
  );
}

const fromPeople = sql`wave_participant q LEFT JOIN person h ON h.id = q.person_id`;
const nameKey = sql`COALESCE(h.name_key, '')`;

/** From so many people on, a page is read along the names of everybody, which ends with the page; fewer are sorted as quickly. */
const manyPeople = 2_000;

/** The people of a wave in the scope, by name. */
export async function participantPage(
  reader: Reader,
  scope: Scope,
  waveId: string,
  filter: ParticipantFilter,
  page: PageRequest<"name">,
): Promise<Page<ListedParticipant>> {
  const { state, champion, teamId, search } = filter;
  const where = allOf([
    sql`q.wave_id = ${waveId}`,
    within(scope, sql`h.team_id`, sql`q.person_id`),
    state === undefined ? null : sql`q.state = ${state}`,
    champion === undefined ? null : sql`q.champion = ${champion ? 1 : 0}`,
    teamId === undefined ? null : sql`h.team_id = ${teamId}`,
    search ? named(reader, sql`h.name_key`, search) : null,
  ]);
  const total = await keptTotal(reader, scope, waveId, filter);
  const along = total !== null && (await isReadAlongNames(reader, waveId, total));
  const from = along
    ? sql`person h CROSS JOIN wave_participant q LEFT JOIN team t ON t.id = h.team_id`
    : sql`wave_participant q LEFT JOIN person h ON h.id = q.person_id LEFT JOIN team t ON t.id = h.team_id`;
  return keysetPage<ListedParticipant>(
    reader,
    {
      select: sql`SELECT ${json[reader.engine]} AS json, q.person_id AS "personId",
          ${along ? sql`h.name_key` : nameKey} AS "nameKey"
        FROM ${from} LEFT JOIN blocker b ON b.id = q.blocker_id`,
      from: fromPeople,
      where: along ? sql`h.id = q.person_id AND ${where}` : where,
      order: along ? [sql`h.name_key`, sql`h.id`] : [nameKey, sql`q.person_id`],
      placeOf: (row) => [row.nameKey, row.personId],
      ...(total === null ? {} : { total }),
    },
    page,
  );
}

/** Null where more is asked for than the kept totals know. */
async function keptTotal(
  reader: Reader,
  scope: Scope,
  waveId: string,
  { state, champion, teamId, search }: ParticipantFilter,
): Promise<number | null> {
  if (scope.kind !== "everything" || champion !== undefined || teamId !== undefined || search) return null;
  const counts = (await countsOf(reader, [waveId], scope)).get(waveId) ?? noParticipants();
  return state === undefined ? totalOf(counts) : counts[state];
}

/** Whether the page is read along the names of all people: not with people in it who have no name any more. */
async function isReadAlongNames(reader: Reader, waveId: string, wanted: number): Promise<boolean> {
  if (wanted < manyPeople) return false;
  const erased = await reader.rows(sql`SELECT q.person_id FROM wave_participant q WHERE q.wave_id = ${waveId}
    AND q.person_id >= 'erased-' AND q.person_id < 'erased.' LIMIT 1`);
  return erased.length === 0;
}

/** By wave, as far as the scope reaches: the kept totals, or counted one by one where it does not reach everybody. */
export async function countsOf(
  reader: Reader,
  waveIds: readonly string[],
  scope: Scope,
): Promise<Map<string, ParticipantCounts>> {
  const found = new Map(waveIds.map((id) => [id, noParticipants()]));
  if (waveIds.length === 0) return found;
  const rows = await reader.rows<{ waveId: string; state: ParticipantState; n: number }>(
    sql`SELECT c.wave_id AS "waveId", c.state, CAST(sum(c.count) AS integer) AS n
          FROM ${standing(waveIds, scope)} GROUP BY c.wave_id, c.state`,
  );
  const moved = scope.kind === "everything" ? movedSoFar(reader) : [];
  for (const { waveId, state, n } of [...rows, ...moved]) {
    const counts = found.get(waveId);
    if (counts) counts[state] += n;
  }
  return found;
}

/** How many came to a stage on each day. */
export async function reachedOn(
  reader: Reader,
  waveIds: readonly string[],
  scope: Scope,
): Promise<{ live: ReachedOn[]; confirmed: ReachedOn[] }> {
  if (waveIds.length === 0) return { live: [], confirmed: [] };
  const rows = await reader.rows<{ live: string; confirmed: string; n: number }>(sql`
    SELECT c.live_on AS live, c.confirmed_on AS confirmed, CAST(sum(c.count) AS integer) AS n
      FROM ${standing(waveIds, scope)} WHERE c.live_on <> ''
     GROUP BY c.live_on, c.confirmed_on ORDER BY c.live_on, c.confirmed_on`);
  const live = rows.map(({ live: day, n: count }) => ({ day, count }));
  const confirmed = rows.flatMap(({ confirmed: on, n: count }) => {
    const day = orNull(on);
    return day === null ? [] : [{ day, count }];
  });
  return { live, confirmed };
}

/** Totals `c` of waves as they are kept, of places where somebody stands; those of a part of their people are counted. */
function standing(waveIds: readonly string[], scope: Scope): Sql {
  const people = peopleWithin(scope, sql`q.person_id`);
  if (people === null)
    return sql`(SELECT * FROM wave_count WHERE wave_id IN (${join(waveIds)}) AND count > 0) c`;
  return sql`(SELECT q.wave_id, q.state, q.live_on, q.confirmed_on, count(*) AS count FROM wave_participant q
    WHERE q.wave_id IN (${join(waveIds)}) AND ${people}
    GROUP BY q.wave_id, q.state, q.live_on, q.confirmed_on) c`;
}

/** People of a rollout who help others, by name. */
export async function championsOf(
  reader: Reader,
  rolloutId: string,
  scope: Scope,
): Promise<{ personId: string; personName: string | null; teamName: string | null; waveId: string }[]> {
  const where = allOf([
    sql`q.rollout_id = ${rolloutId} AND q.champion = 1`,
    within(scope, sql`h.team_id`, sql`q.person_id`),
  ]);
  return reader.rows(sql`SELECT q.person_id AS "personId", h.name AS "personName", t.name AS "teamName",
      q.wave_id AS "waveId"
    FROM ${fromPeople} LEFT JOIN team t ON t.id = h.team_id WHERE ${where} ORDER BY ${nameKey}, q.person_id`);
}

/** Who takes part in a rollout, of certain waves or of all, by name. */
export function peopleTakingPart(
  reader: Reader,
  rolloutId: string,
  waveIds: readonly string[],
): Promise<{ personId: string; personName: string | null; email: string | null; teamName: string | null }[]> {
  const where = allOf([
    sql`q.rollout_id = ${rolloutId}`,
    waveIds.length === 0 ? null : sql`q.wave_id IN (${join([...waveIds])})`,
  ]);
  return reader.rows(sql`SELECT q.person_id AS "personId", h.name AS "personName", h.email, t.name AS "teamName"
    FROM ${fromPeople} LEFT JOIN team t ON t.id = h.team_id WHERE ${where} ORDER BY ${nameKey}, q.person_id`);
}
