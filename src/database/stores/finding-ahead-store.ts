import { setImmediate as breathe } from "node:timers/promises";
import sql, { join, type Sql } from "sql-template-tag";
import type { WaveAhead } from "../../domain/finding/wave-findings";
import type { Day, Instant } from "../../domain/instant";
import { workingTypes } from "../../domain/rollout/readiness";
import { itemBank } from "../../domain/survey/item-bank";
import { orNull } from "../entities/columns";
import { firstRow, type Reader } from "../gateway";
import { deviceStanding } from "./rollout/readiness-store";
import { itemsOf } from "./survey-item-store";
import { groupsOf } from "./survey-release-store";

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
      SELECT d.id, d.asset_key AS key FROM device d WHERE d.status <> 'archived' AND ${type} AND d.assignee_id IN (
        SELECT q.person_id FROM ${people} q
          JOIN person a ON a.id = q.person_id AND a.active = 1
          JOIN device d ON d.assignee_id = q.person_id AND ${type}
         GROUP BY q.person_id HAVING MAX(${stands}) = 0)`);
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

/** The survey that closed last, if not before `since`. */
export async function latestClosed(reader: Reader, since: Instant): Promise<string | null> {
  const row = await firstRow<{ id: string }>(
    reader,
    sql`SELECT s.id FROM survey s WHERE s.state = 'closed' AND s.closed_at >= ${since}
      ORDER BY s.closed_at DESC, s.id LIMIT 1`,
  );
  return row?.id ?? null;
}

/** Pairs of item and team for which a session on the item, or on its application, lies ahead, as `item|team`. */
export async function trainingAhead(reader: Reader, surveyId: string, now: Instant): Promise<Set<string>> {
  const rows = await reader.rows<{ itemId: string; teamId: string }>(sql`
    SELECT DISTINCT i.id AS "itemId", p.team_id AS "teamId"
      FROM survey_item i JOIN rollout r ON r.application_id = i.application_id
      JOIN training t ON t.rollout_id = r.id AND t.starts_at > ${now}
      JOIN wave_participant q ON q.rollout_id = r.id
      JOIN person p ON p.id = q.person_id
     WHERE i.survey_id = ${surveyId} AND i.application_id <> ''`);
  const planned = [...rows, ...(await coursesAhead(reader, surveyId, now))];
  return new Set(planned.map(({ itemId, teamId }) => `${itemId}|${teamId}`));
}

/** A session of a course that belongs to no rollout is there for every team. */
async function coursesAhead(
  reader: Reader,
  surveyId: string,
  now: Instant,
): Promise<{ itemId: string; teamId: string }[]> {
  const subjects = await reader.rows<{ kind: string; subjectId: string }>(sql`
    SELECT DISTINCT u.kind, u.subject_id AS "subjectId" FROM training t
      JOIN course_session z ON z.training_id = t.id JOIN course_subject u ON u.course_id = z.course_id
     WHERE t.rollout_id = '' AND t.starts_at > ${now}`);
  if (subjects.length === 0) return [];
  const ahead = new Set(subjects.map(({ kind, subjectId }) => `${kind}/${subjectId}`));
  const bank = new Map(itemBank.map(({ id, text }) => [text.en, id]));
  const items = (await itemsOf(reader, [surveyId])).get(surveyId) ?? [];
  const taught = items.filter(
    ({ text, applicationId }) =>
      ahead.has(`application/${applicationId}`) || ahead.has(`item/${bank.get(text.en)}`),
  );
  const groups = await groupsOf(reader, surveyId);
  return taught.flatMap(({ id: itemId }) => groups.map(({ id: teamId }) => ({ itemId, teamId })));
}

/** The names of the waves among the ids, with their rollouts', and the English words of the items. */
export async function waveAndItemNames(
  reader: Reader,
  waveIds: readonly string[],
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
  return [
    ...waves.map(({ id, rollout, name }): [string, string] => [id, `${rollout}, ${name}`]),
    ...items.map(({ id, words }): [string, string] => [id, words]),
  ];
}
