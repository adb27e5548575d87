import sql, { join } from "sql-template-tag";
import { matchKey } from "../../../domain/match-key";
import type { Page, PageRequest } from "../../../domain/page";
import type { Scope } from "../../../domain/permission";
import {
  noParticipants,
  type Participant,
  type ParticipantCounts,
  type ParticipantState,
} from "../../../domain/rollout/participant";
import type { ReachedOn } from "../../../domain/rollout/progress";
import { orNull } from "../../entities/columns";
import type { ParticipantRow } from "../../entities/rollout-entities";
import type { Reader } from "../../gateway";
import { keysetPage } from "../keyset-page";
import { allOf, containing, within } from "../scope-sql";
import { participantColumns, participantOf } from "./participant-row";
import { peopleWithin } from "./rollout-scope";

export interface ParticipantView extends Participant {
  readonly personName: string | null;
  readonly teamId: string | null;
  readonly teamName: string | null;
  /** What stops them. */
  readonly blockerText: string | null;
}

export interface ParticipantFilter {
  readonly state: ParticipantState | undefined;
  readonly champion: boolean | undefined;
  readonly teamId: string | undefined;
  readonly search: string | undefined;
}

interface Names {
  personName: string | null;
  nameKey: string;
  teamId: string | null;
  teamName: string | null;
  blockerText: string | null;
}

const from = sql`wave_participant q LEFT JOIN person h ON h.id = q.person_id`;
const nameKey = sql`COALESCE(h.name_key, '')`;

/** The people of a wave in the scope, by name. */
export async function participantPage(
  reader: Reader,
  scope: Scope,
  waveId: string,
  filter: ParticipantFilter,
  page: PageRequest<"name">,
): Promise<Page<ParticipantView>> {
  const { state, champion, teamId, search } = filter;
  const where = allOf([
    sql`q.wave_id = ${waveId}`,
    within(scope, sql`h.team_id`, sql`q.person_id`),
    state === undefined ? null : sql`q.state = ${state}`,
    champion === undefined ? null : sql`q.champion = ${champion ? 1 : 0}`,
    teamId === undefined ? null : sql`h.team_id = ${teamId}`,
    search ? sql`h.name_key LIKE ${containing(matchKey(search))} ESCAPE '\\'` : null,
  ]);
  const { items, ...rest } = await keysetPage<ParticipantRow & Names>(
    reader,
    {
      select: sql`SELECT ${participantColumns}, h.name AS "personName", ${nameKey} AS "nameKey",
          NULLIF(h.team_id, '') AS "teamId", t.name AS "teamName", NULLIF(b.text, '') AS "blockerText"
        FROM ${from} LEFT JOIN team t ON t.id = h.team_id LEFT JOIN blocker b ON b.id = q.blocker_id`,
      from,
      where,
      order: [nameKey, sql`q.person_id`],
      placeOf: (row) => [row.nameKey, row.personId],
    },
    page,
  );
  return { ...rest, items: items.map(viewOf) };
}

function viewOf(row: ParticipantRow & Names): ParticipantView {
  const { personName, teamId, teamName, blockerText } = row;
  return { ...participantOf(row), personName, teamId, teamName, blockerText };
}

/** By wave, as far as the scope reaches. */
export async function countsOf(
  reader: Reader,
  waveIds: readonly string[],
  scope: Scope,
): Promise<Map<string, ParticipantCounts>> {
  const found = new Map(waveIds.map((id) => [id, noParticipants()]));
  if (waveIds.length === 0) return found;
  const where = allOf([sql`q.wave_id IN (${join(waveIds)})`, peopleWithin(scope, sql`q.person_id`)]);
  const rows = await reader.rows<{ waveId: string; state: ParticipantState; n: number }>(sql`
    SELECT q.wave_id AS "waveId", q.state, CAST(count(*) AS integer) AS n FROM wave_participant q
     WHERE ${where} GROUP BY q.wave_id, q.state`);
  for (const { waveId, state, n } of rows) {
    const counts = found.get(waveId);
    if (counts) counts[state] = n;
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
  const where = allOf([
    sql`q.wave_id IN (${join(waveIds)}) AND q.live_on <> ''`,
    peopleWithin(scope, sql`q.person_id`),
  ]);
  const rows = await reader.rows<{ live: string; confirmed: string; n: number }>(sql`
    SELECT q.live_on AS live, q.confirmed_on AS confirmed, CAST(count(*) AS integer) AS n FROM wave_participant q
     WHERE ${where} GROUP BY q.live_on, q.confirmed_on ORDER BY q.live_on, q.confirmed_on`);
  const live = rows.map(({ live: day, n: count }) => ({ day, count }));
  const confirmed = rows.flatMap(({ confirmed: on, n: count }) => {
    const day = orNull(on);
    return day === null ? [] : [{ day, count }];
  });
  return { live, confirmed };
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
    FROM ${from} LEFT JOIN team t ON t.id = h.team_id WHERE ${where} ORDER BY ${nameKey}, q.person_id`);
}
