import { setImmediate as breathe } from "node:timers/promises";
import sql, { join, type Sql } from "sql-template-tag";
import type { WaveAhead } from "../../domain/finding/wave-findings";
import type { Day, Instant } from "../../domain/instant";
import { workingTypes } from "../../domain/rollout/readiness";
import { orNull } from "../entities/columns";
import { firstRow, type Reader } from "../gateway";
import { deviceStanding } from "./rollout/readiness-store";

/** The next wave of each rollout of an application that is still to start, with the devices that will not do then. */
export async function wavesAhead(reader: Reader, today: Day): Promise<WaveAhead[]> {
  const waves = await reader.rows<{
    waveId: string;
    rolloutId: string;
    plannedStart: Day;
    ownerId: string;
  }>(sql`
    SELECT w.id AS "waveId", w.rollout_id AS "rolloutId", w.planned_start AS "plannedStart", r.owner_id AS "ownerId"
      FROM wave w JOIN rollout r ON r.id = w.rollout_id
     WHERE w.state = 'planned' AND r.application_id <> '' ORDER BY w.rollout_id, w.planned_start, w.id`);
  const next = waves.filter(({ rolloutId }, at) => waves[at - 1]?.rolloutId !== rolloutId);
  const found: WaveAhead[] = [];
  for (const { waveId, plannedStart, ownerId } of next) {
    const day = plannedStart > today ? plannedStart : today;
    const unready = await unreadyDevices(reader, waveId, day);
    found.push({ waveId, plannedStart, ownerId: orNull(ownerId), unready });
    await breathe();
  }
  return found;
}

/** Devices to work with of people who hold none that will do, by tag. */
async function unreadyDevices(reader: Reader, waveId: string, day: Day): Promise<string[]> {
  const stands = deviceStanding(day);
  const type = sql`d.type IN (${join([...workingTypes])})`;
  const found: { id: string; key: string }[] = [];
  await inPieces(reader, waveId, async (people) => {
    const rows = await reader.rows<{ id: string; key: string }>(sql`
      SELECT d.id, d.asset_key AS key FROM (
        SELECT q.person_id FROM ${people} q
          JOIN person a ON a.id = q.person_id AND a.active = 1
          JOIN device d ON d.assignee_id = q.person_id AND ${type}
         GROUP BY q.person_id HAVING MAX(${stands}) = 0) u
        JOIN device d ON d.assignee_id = u.person_id WHERE d.status <> 'archived' AND ${type}`);
    found.push(...rows);
  });
  return found.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ id }) => id);
}

/** So many people are looked through before others get their turn. */
const peopleAtOnce = 1_000;

/** Whom a wave is meant for, in pieces, each a table with their `person_id`s. */
async function inPieces(reader: Reader, waveId: string, work: (people: Sql) => Promise<void>): Promise<void> {
  for (let after: string | null = ""; after !== null; ) {
    const people: Sql = sql`(SELECT q.person_id FROM wave_participant q
      WHERE q.wave_id = ${waveId} AND q.person_id > ${after} AND q.state <> 'exempt'
      ORDER BY q.person_id LIMIT ${peopleAtOnce})`;
    await work(people);
    const last: { last: string | null; n: number } | null = await firstRow(
      reader,
      sql`SELECT MAX(z.person_id) AS last, CAST(count(*) AS integer) AS n FROM ${people} z`,
    );
    after = last !== null && last.n === peopleAtOnce ? last.last : null;
    await breathe();
  }
}

/** People of waves under way or to come who have no seat of the SKU that their rollout needs, by SKU. */
export async function waitingForSeats(reader: Reader): Promise<Map<string, string[]>> {
  const waves = await reader.rows<{ id: string; skuId: string }>(sql`
    SELECT w.id, r.sku_id AS "skuId" FROM rollout r JOIN wave w ON w.rollout_id = r.id
     WHERE r.sku_id <> '' AND w.state IN ('planned', 'running') ORDER BY r.sku_id, w.id`);
  const waiting = new Map<string, Set<string>>();
  for (const { id, skuId } of waves) {
    const people = waiting.get(skuId) ?? new Set();
    waiting.set(skuId, people);
    await inPieces(reader, id, async (piece) => {
      const rows = await reader.rows<{ personId: string }>(sql`
        SELECT q.person_id AS "personId" FROM ${piece} q
          JOIN person a ON a.id = q.person_id AND a.active = 1
          JOIN graph_part k ON k.name = 'people'
          LEFT JOIN graph_holding g ON g.sync_id = k.sync_id AND g.person_id = q.person_id AND g.sku_id = ${skuId}
         WHERE g.person_id IS NULL`);
      for (const { personId } of rows) people.add(personId);
    });
  }
  return new Map([...waiting].map(([skuId, people]) => [skuId, [...people].sort()]));
}

/** What holders who do not use a licence said last, while they hold it and nothing was done about it yet. */
export function standingWishes(
  reader: Reader,
): Promise<{ skuId: string; personId: string; answer: "training" | "give-back" }[]> {
  return reader.rows(sql`
    SELECT i.sku_id AS "skuId", i.person_id AS "personId", i.answer
      FROM licence_review_item i
      JOIN graph_part k ON k.name = 'people'
      JOIN graph_holding g ON g.sync_id = k.sync_id AND g.person_id = i.person_id AND g.sku_id = i.sku_id
     WHERE i.answer IN ('training', 'give-back') AND i.released_at = '' AND NOT EXISTS (
       SELECT 1 FROM licence_review_item l WHERE l.person_id = i.person_id AND l.sku_id = i.sku_id
          AND l.answered_at > i.answered_at)
     ORDER BY i.sku_id, i.person_id`);
}

/** A statement that was asked in a survey. */
export interface AskedStatement {
  readonly surveyId: string;
  readonly closedAt: Instant;
  readonly itemId: string;
  readonly applicationId: string;
  readonly words: string;
}

/** All statements of the surveys that closed since then. */
export function statementsClosed(reader: Reader, since: Instant): Promise<AskedStatement[]> {
  return reader.rows(sql`
    SELECT s.id AS "surveyId", s.closed_at AS "closedAt", i.id AS "itemId", i.application_id AS "applicationId",
           i.text_en AS words
      FROM survey s JOIN survey_item i ON i.survey_id = s.id
     WHERE s.state = 'closed' AND s.closed_at >= ${since} ORDER BY s.closed_at DESC, s.id, i.position`);
}

/** Pairs of application and team for which a session of a rollout lies ahead, as `application|team`. */
export async function trainingAhead(reader: Reader, now: Instant): Promise<Set<string>> {
  const sessions = await reader.rows<{ applicationId: string; rolloutId: string; waveIds: string }>(sql`
    SELECT DISTINCT r.application_id AS "applicationId", r.id AS "rolloutId", t.wave_ids AS "waveIds"
      FROM training t JOIN rollout r ON r.id = t.rollout_id
     WHERE t.starts_at > ${now} AND r.application_id <> ''`);
  const ahead = new Set<string>();
  for (const { applicationId, rolloutId, waveIds } of sessions) {
    // Team by team: the first of its people who is found says it.
    const teams = await reader.rows<{ id: string }>(sql`
      SELECT t.id FROM team t WHERE EXISTS (SELECT 1 FROM person p CROSS JOIN wave_participant q
       WHERE p.team_id = t.id AND q.rollout_id = ${rolloutId} AND q.person_id = p.id
         AND (${waveIds} = '[]' OR ${waveIds} LIKE '%"' || q.wave_id || '"%'))`);
    for (const { id } of teams) ahead.add(`${applicationId}|${id}`);
    await breathe();
  }
  return ahead;
}

/**
 * What sessions of courses that belong to no rollout lie ahead on, as `application/id` and `item/id` of the item bank: they are
 * there for every team.
 */
export async function coursesAhead(reader: Reader, now: Instant): Promise<Set<string>> {
  const subjects = await reader.rows<{ kind: string; subjectId: string }>(sql`
    SELECT DISTINCT u.kind, u.subject_id AS "subjectId" FROM training t
      JOIN course_session z ON z.training_id = t.id JOIN course_subject u ON u.course_id = z.course_id
     WHERE t.rollout_id = '' AND t.starts_at > ${now}`);
  return new Set(subjects.map(({ kind, subjectId }) => `${kind}/${subjectId}`));
}

/** The names of waves, with their rollouts', the titles of surveys, and the English words of their items. */
export async function waveAndSurveyNames(
  reader: Reader,
  waveIds: readonly string[],
  surveyIds: readonly string[],
  itemIds: readonly string[],
): Promise<[string, string][]> {
  const waves =
    waveIds.length === 0
      ? []
      : await reader.rows<{ id: string; rollout: string; name: string }>(sql`
          SELECT w.id, r.name AS rollout, w.name FROM wave w JOIN rollout r ON r.id = w.rollout_id
           WHERE w.id IN (${join([...new Set(waveIds)])})`);
  const items =
    itemIds.length === 0
      ? []
      : await reader.rows<{ id: string; words: string }>(sql`
          SELECT i.id, i.text_en AS words FROM survey_item i WHERE i.id IN (${join([...new Set(itemIds)])})`);
  const surveys =
    surveyIds.length === 0
      ? []
      : await reader.rows<{ id: string; title: string }>(
          sql`SELECT s.id, s.title FROM survey s WHERE s.id IN (${join([...new Set(surveyIds)])})`,
        );
  return [
    ...surveys.map(({ id, title }): [string, string] => [id, title]),
    ...waves.map(({ id, rollout, name }): [string, string] => [id, `${rollout}, ${name}`]),
    ...items.map(({ id, words }): [string, string] => [id, words]),
  ];
}
