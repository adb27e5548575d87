import sql, { join, type Sql } from "sql-template-tag";
import type { Instant } from "../../../domain/instant";
import type { Page, PageRequest } from "../../../domain/page";
import type { Scope } from "../../../domain/permission";
import { type MySessionReason, type TrainingRequest, trainingWords } from "../../../domain/training-request";
import { orNull } from "../../entities/columns";
import type { Reader } from "../../gateway";
import { keysetPage } from "../keyset-page";
import { allOf, containing, within } from "../scope-sql";

interface RequestRead {
  id: string;
  origin: TrainingRequest["origin"];
  personId: string;
  personName: string;
  teamName: string | null;
  subjectKind: TrainingRequest["subjectKind"];
  subjectId: string;
  subjectName: string | null;
  words: string;
  askedAt: string;
}

/** Whether a text has one of the words in it; all of them are ASCII, which is all that `lower` knows on SQLite. */
function speaks(column: Sql): Sql {
  const said = trainingWords.map((word) => sql`lower(${column}) LIKE ${containing(word)} ESCAPE '\\'`);
  return sql`(${join(said, " OR ")})`;
}

/**
 * What people said in check-ins: the last answer to a licence review while the licence is theirs, and what a step of a rollout or a
 * report about kit says in words until it is dealt with.
 */
const asked = sql`
  SELECT 'licence-review/' || i.id AS id, 'licence-review' AS origin, i.person_id, 'sku' AS subject_kind,
         i.sku_id AS subject_id, v.product_name AS subject_name, i.note AS words, i.answered_at AS asked_at,
         '' AS rollout_id
    FROM licence_review_item i LEFT JOIN licence_review v ON v.check_in_id = i.check_in_id
   WHERE i.answer = 'training' AND i.released_at = '' AND NOT EXISTS (
     SELECT 1 FROM licence_review_item l WHERE l.person_id = i.person_id AND l.sku_id = i.sku_id
        AND l.answered_at > i.answered_at)
  UNION ALL
  SELECT 'rollout-step/' || b.id, 'rollout-step', b.person_id, 'application', r.application_id, r.name, b.text,
         b.raised_at, b.rollout_id
    FROM blocker b JOIN rollout r ON r.id = b.rollout_id
   WHERE b.delivery_id <> '' AND b.resolved_at = '' AND ${speaks(sql`b.text`)}
  UNION ALL
  SELECT 'kit/' || p.id, 'kit', p.person_id, 'device', p.device_id, d.asset_tag, p.text, p.raised_at, ''
    FROM device_problem p LEFT JOIN device d ON d.id = p.device_id
   WHERE p.delivery_id <> '' AND p.resolved_at = '' AND ${speaks(sql`p.text`)}`;

/** Whether somebody has been at a session since that was good for what they asked; for kit any session is. */
const settled = sql`EXISTS (
  SELECT 1 FROM training_attendance a JOIN training s ON s.id = a.training_id
    LEFT JOIN course_session y ON y.training_id = s.id
   WHERE a.person_id = q.person_id AND a.attended = 1 AND s.starts_at > q.asked_at
     AND (q.origin = 'kit' OR (q.rollout_id <> '' AND s.rollout_id = q.rollout_id) OR EXISTS (
       SELECT 1 FROM course_subject x WHERE x.course_id = y.course_id AND x.kind = q.subject_kind
          AND x.subject_id = q.subject_id)))`;

const waiting = sql`(${asked}) q JOIN person h ON h.id = q.person_id AND h.active = 1`;

function goodFor(courseId: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM course_subject u WHERE u.course_id = ${courseId} AND u.kind = q.subject_kind
    AND u.subject_id = q.subject_id)`;
}

/** Who waits for training, of a course alone or all; by the time they asked. */
export async function requestPage(
  reader: Reader,
  scope: Scope,
  courseId: string | undefined,
  page: PageRequest<"askedAt">,
): Promise<Page<TrainingRequest>> {
  const where = allOf([
    sql`NOT ${settled}`,
    courseId === undefined ? null : goodFor(sql`${courseId}`),
    within(scope, sql`h.team_id`, sql`h.id`),
  ]);
  const { items, ...rest } = await keysetPage<RequestRead>(
    reader,
    {
      select: sql`SELECT q.id, q.origin, q.person_id AS "personId", h.name AS "personName", g.name AS "teamName",
          q.subject_kind AS "subjectKind", q.subject_id AS "subjectId", q.subject_name AS "subjectName", q.words,
          q.asked_at AS "askedAt" FROM ${waiting} LEFT JOIN team g ON g.id = h.team_id`,
      from: waiting,
      where,
      order: [sql`q.asked_at`, sql`q.id`],
      placeOf: ({ askedAt, id }) => [askedAt, id],
    },
    page,
  );
  const requests = items.map(({ subjectId, words, ...row }) => ({
    ...row,
    subjectId: orNull(subjectId),
    words: orNull(words),
  }));
  return { ...rest, items: requests };
}

export interface OwnSession {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly link: string | null;
  readonly because: MySessionReason;
}

/** Those ahead that are for a person, and those since then whose list has them; by their starts. */
export async function sessionsFor(
  reader: Reader,
  personId: string,
  { now, since }: { readonly now: Instant; readonly since: Instant },
): Promise<OwnSession[]> {
  const inRollout = sql`EXISTS (SELECT 1 FROM wave_participant w WHERE w.rollout_id = t.rollout_id AND w.person_id = ${personId}
    AND w.state <> 'exempt' AND (t.wave_ids = '[]' OR t.wave_ids LIKE '%"' || w.wave_id || '"%'))`;
  const isAsked = sql`EXISTS (SELECT 1 FROM ${waiting} JOIN course_subject u ON u.kind = q.subject_kind
    AND u.subject_id = q.subject_id WHERE q.person_id = ${personId} AND u.course_id = z.course_id AND NOT ${settled})`;
  const rows = await reader.rows<OwnSession & { link: string }>(sql`
    SELECT t.id, t.title, t.starts_at AS "startsAt", COALESCE(c.link, '') AS link,
           CASE WHEN r.attended = 1 THEN 'there' WHEN r.attended = 0 THEN 'missed'
                WHEN ${inRollout} THEN 'rollout' ELSE 'asked' END AS because
      FROM training t LEFT JOIN course_session z ON z.training_id = t.id LEFT JOIN course c ON c.id = z.course_id
      LEFT JOIN training_attendance r ON r.training_id = t.id AND r.person_id = ${personId}
     WHERE (r.person_id IS NOT NULL AND t.starts_at >= ${since})
        OR (t.starts_at > ${now} AND (${inRollout} OR ${isAsked}))
     ORDER BY t.starts_at, t.id`);
  return rows.map((row) => ({ ...row, link: orNull(row.link) }));
}

/** How many people wait for each of the courses; courses that nobody waits for are missing. */
export async function waitingFor(reader: Reader, courseIds: readonly string[]): Promise<Map<string, number>> {
  if (courseIds.length === 0) return new Map();
  const rows = await reader.rows<{ courseId: string; people: number }>(sql`
    SELECT u.course_id AS "courseId", CAST(count(DISTINCT q.person_id) AS integer) AS people
      FROM ${waiting} JOIN course_subject u ON u.kind = q.subject_kind AND u.subject_id = q.subject_id
     WHERE u.course_id IN (${join([...courseIds])}) AND NOT ${settled} GROUP BY u.course_id`);
  return new Map(rows.map(({ courseId, people }) => [courseId, people]));
}
