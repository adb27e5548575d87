import sql, { join } from "sql-template-tag";
import type { Course, CourseSubjects } from "../../../domain/course";
import type { Page, PageRequest } from "../../../domain/page";
import { orEmpty, orNull } from "../../entities/columns";
import {
  type CourseRow,
  type CourseSubjectRow,
  courseEntity,
  courseSubjectEntity,
} from "../../entities/course-entities";
import { firstRow, type Reader, type Writer } from "../../gateway";
import { untilWritten } from "../../row-lock";
import { keysetPage } from "../keyset-page";
import { titled } from "../name-search";
import { allOf } from "../scope-sql";

const columns = sql`c.id, c.title_en AS "titleEn", c.title_cy AS "titleCy", c.provider, c.link, c.description,
  c.archived_at AS "archivedAt", c.created_by AS "createdBy", c.created_at AS "createdAt", c.version`;

export async function findCourse(reader: Reader, id: string): Promise<Course | null> {
  const row = await firstRow<CourseRow>(reader, sql`SELECT ${columns} FROM course c WHERE c.id = ${id}`);
  return row && ((await withSubjects(reader, [row]))[0] ?? null);
}

/** As it is until this transaction ends. */
export async function lockCourse(tx: Writer, id: string): Promise<Course | null> {
  const row = await firstRow<CourseRow>(
    tx,
    sql`SELECT ${columns} FROM course c WHERE c.id = ${id} ${untilWritten(tx)}`,
  );
  return row && ((await withSubjects(tx, [row]))[0] ?? null);
}

export interface CourseFilter {
  readonly archived?: boolean | undefined;
  readonly search?: string | undefined;
}

export async function coursePage(
  reader: Reader,
  { archived, search }: CourseFilter,
  page: PageRequest<"createdAt">,
): Promise<Page<Course>> {
  const where = allOf([
    archived === undefined ? null : archived ? sql`c.archived_at <> ''` : sql`c.archived_at = ''`,
    search
      ? sql`(${titled(reader, sql`c.title_en`, search)} OR ${titled(reader, sql`c.title_cy`, search)})`
      : null,
  ]);
  const { items, ...rest } = await keysetPage<CourseRow>(
    reader,
    {
      select: sql`SELECT ${columns} FROM course c`,
      from: sql`course c`,
      where,
      order: [sql`c.created_at`, sql`c.id`],
      placeOf: ({ createdAt, id }) => [createdAt, id],
    },
    page,
  );
  return { ...rest, items: await withSubjects(reader, items) };
}

/** Every course, those no longer offered too; there are never many. */
export async function allCourses(reader: Reader): Promise<Course[]> {
  const rows = await reader.rows<CourseRow>(sql`SELECT ${columns} FROM course c ORDER BY c.created_at, c.id`);
  return withSubjects(reader, rows);
}

export async function insertCourse(tx: Writer, course: Course): Promise<void> {
  await tx.manager.insert(courseEntity, toRow(course));
  await putSubjects(tx, course);
}

export async function updateCourse(tx: Writer, course: Course): Promise<void> {
  const { id, ...values } = toRow(course);
  await tx.manager.update(courseEntity, { id }, values);
  await tx.run(sql`DELETE FROM course_subject WHERE course_id = ${id}`);
  await putSubjects(tx, course);
}

async function putSubjects(tx: Writer, { id, subjects }: Course): Promise<void> {
  const of = (kind: string, ids: readonly string[]) =>
    ids.map((subjectId) => ({ courseId: id, kind, subjectId }));
  const rows = [
    ...of("item", subjects.itemIds),
    ...of("application", subjects.applicationIds),
    ...of("sku", subjects.skuIds),
  ];
  if (rows.length > 0) await tx.manager.insert(courseSubjectEntity, rows);
}

async function withSubjects(reader: Reader, rows: readonly CourseRow[]): Promise<Course[]> {
  if (rows.length === 0) return [];
  const subjects = await reader.rows<CourseSubjectRow>(sql`
    SELECT u.course_id AS "courseId", u.kind, u.subject_id AS "subjectId" FROM course_subject u
     WHERE u.course_id IN (${join(rows.map(({ id }) => id))}) ORDER BY u.course_id, u.kind, u.subject_id`);
  return rows.map((row) => {
    const of = (kind: string) =>
      subjects.flatMap((one) => (one.courseId === row.id && one.kind === kind ? [one.subjectId] : []));
    return fromRow(row, { itemIds: of("item"), applicationIds: of("application"), skuIds: of("sku") });
  });
}

function fromRow({ titleEn, titleCy, ...row }: CourseRow, subjects: CourseSubjects): Course {
  return {
    ...row,
    title: { en: titleEn, cy: orNull(titleCy) },
    provider: orNull(row.provider),
    link: orNull(row.link),
    description: orNull(row.description),
    archivedAt: orNull(row.archivedAt),
    subjects,
  };
}

function toRow({ title, subjects: _, ...course }: Course): CourseRow {
  return {
    ...course,
    titleEn: title.en,
    titleCy: orEmpty(title.cy),
    provider: orEmpty(course.provider),
    link: orEmpty(course.link),
    description: orEmpty(course.description),
    archivedAt: orEmpty(course.archivedAt),
  };
}
