import { type Instant, toInstant } from "./instant";
import { Refusal } from "./refusal";
import { itemBank } from "./survey/item-bank";
import type { TrainingRequest } from "./training-request";

/** What people can learn, of which there are sessions; a session may belong to a rollout besides. */
export interface Course {
  readonly id: string;
  /** Without Welsh the English words are shown. */
  readonly title: { readonly en: string; readonly cy: string | null };
  readonly provider: string | null;
  /** Where it is taken or told of. */
  readonly link: string | null;
  readonly description: string | null;
  readonly subjects: CourseSubjects;
  /** Null while it is offered. */
  readonly archivedAt: Instant | null;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly version: number;
}

/** What a course is good for: statements of the item bank, applications of the register, licences; ids, each once and in order. */
export interface CourseSubjects {
  readonly itemIds: readonly string[];
  readonly applicationIds: readonly string[];
  readonly skuIds: readonly string[];
}

export type CourseDraft = Pick<Course, "title" | "provider" | "link" | "description" | "subjects">;
/** Undefined leaves a field. */
export type CourseChange = {
  readonly [F in keyof Omit<CourseDraft, "subjects">]?: CourseDraft[F] | undefined;
} & {
  readonly subjects?: { readonly [K in keyof CourseSubjects]?: readonly string[] | undefined } | undefined;
  readonly archived?: boolean | undefined;
};

/** @throws Refusal invalid `course-item-unknown` */
export function addCourse(draft: CourseDraft, born: Pick<Course, "id" | "createdBy">, now: Date): Course {
  return sound({ ...draft, ...born, archivedAt: null, createdAt: toInstant(now), version: 1 });
}

/** @throws Refusal as `addCourse` */
export function changeCourse(before: Course, wanted: CourseChange, now: Date): Course {
  const { archived = before.archivedAt !== null, subjects = {}, ...rest } = wanted;
  const kept = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const { itemIds, applicationIds, skuIds } = before.subjects;
  return sound({
    ...before,
    ...(kept as Partial<CourseDraft>),
    subjects: {
      itemIds: subjects.itemIds ?? itemIds,
      applicationIds: subjects.applicationIds ?? applicationIds,
      skuIds: subjects.skuIds ?? skuIds,
    },
    archivedAt: archived ? (before.archivedAt ?? toInstant(now)) : null,
    version: before.version + 1,
  });
}

/** @throws Refusal conflict `course-archived` for a new session of what is no longer offered */
export function refuseArchived({ archivedAt }: Pick<Course, "archivedAt">): void {
  if (archivedAt !== null) throw new Refusal("conflict", "course-archived");
}

/** Whether a course is good for what somebody asked to be trained in. */
export function isGoodFor(
  { subjects }: Pick<Course, "subjects">,
  { subjectKind, subjectId }: Pick<TrainingRequest, "subjectKind" | "subjectId">,
): boolean {
  if (subjectId === null || subjectKind === "device") return false;
  return subjects[subjectKind === "sku" ? "skuIds" : "applicationIds"].includes(subjectId);
}

function sound(course: Course): Course {
  const { itemIds, applicationIds, skuIds } = course.subjects;
  // Statements about an application come with the application.
  const known = new Set(itemBank.flatMap(({ id, kind }) => (kind === "application" ? [] : [id])));
  if (itemIds.some((id) => !known.has(id))) throw new Refusal("invalid", "course-item-unknown");
  return {
    ...course,
    subjects: { itemIds: once(itemIds), applicationIds: once(applicationIds), skuIds: once(skuIds) },
  };
}

function once(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
