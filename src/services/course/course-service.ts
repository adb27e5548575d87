import type { Reader, Writer } from "../../database/gateway";
import {
  type CourseFilter,
  coursePage,
  findCourse,
  insertCourse,
  lockCourse,
  updateCourse,
} from "../../database/stores/course/course-store";
import { partNumbersOf } from "../../database/stores/course/course-subject-store";
import { waitingFor } from "../../database/stores/course/training-request-store";
import { namesOf } from "../../database/stores/name-store";
import {
  findTraining,
  insertTraining,
  nextStarts,
  type TrainingView,
  trainingPage,
} from "../../database/stores/rollout/training-store";
import { areApplications } from "../../database/stores/survey-item-store";
import { changesBetween, type FieldChange } from "../../domain/audit-event";
import {
  addCourse as add,
  type Course,
  type CourseChange,
  type CourseDraft,
  changeCourse as change,
  refuseArchived,
} from "../../domain/course";
import { type Instant, toInstant } from "../../domain/instant";
import { productName } from "../../domain/licence/product-name";
import type { Page, PageRequest } from "../../domain/page";
import { type Caller, can, type Scope } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import { planTraining, type TrainingDraft } from "../../domain/rollout/training";
import { present } from "../device-overview";
import { type HistoryRequest, type RecordHistory, recordHistory } from "../record-history";
import { by, nowSet } from "../rollout/rollout-tell";
import type { ServiceContext } from "../service-context";
import { tellCourse } from "./course-tell";

export interface CourseView extends Course {
  /** By the ids of its applications and licences, as far as the reader may see them. */
  readonly names: ReadonlyMap<string, string>;
  /** Null where there is none ahead that the reader may see. */
  readonly nextSessionAt: Instant | null;
  /** People who asked for it in check-ins and wait; null for whoever may not see answers to check-ins. */
  readonly waiting: number | null;
}

/** Newest first as asked. */
export function listCourses(
  context: ServiceContext,
  caller: Caller,
  filter: CourseFilter,
  page: PageRequest<"createdAt">,
): Promise<Page<CourseView>> {
  return context.gateway.read(async (reader) => {
    const { items, ...rest } = await coursePage(reader, filter, page);
    return { ...rest, items: await viewsOf(context, reader, caller, items) };
  });
}

/** @throws Refusal not-found */
export function getCourse(context: ServiceContext, caller: Caller, id: string): Promise<CourseView> {
  return context.gateway.read((reader) => viewOf(context, reader, caller, id));
}

/** @throws Refusal invalid `course-item-unknown`, `application-unknown`, `licence-unknown` */
export function addCourse(context: ServiceContext, caller: Caller, draft: CourseDraft): Promise<CourseView> {
  const born = { id: context.newId(), createdBy: caller.person.id };
  const course = add(draft, born, context.clock.now());
  return context.gateway.write(async (tx) => {
    await refuseUnknownSubjects(tx, null, course);
    await insertCourse(tx, course);
    await tellCourse(context, tx, by(caller), "created", course.id, changesOf(null, course));
    return viewOf(context, tx, caller, course.id);
  });
}

/**
 * Changes a course, takes it out of what is offered, or offers it again. Its sessions stay as they are.
 * @param version that the caller has read
 * @throws Refusal not-found; stale; invalid as `addCourse`
 */
export function changeCourse(
  context: ServiceContext,
  caller: Caller,
  id: string,
  version: number,
  wanted: CourseChange,
): Promise<CourseView> {
  return context.gateway.write(async (tx) => {
    const before = await present(lockCourse(tx, id));
    if (before.version !== version) throw new Refusal("stale", "stale");
    const after = change(before, wanted, context.clock.now());
    await refuseUnknownSubjects(tx, before, after);
    const changes = changesOf(before, after);
    if (changes.length > 0) {
      await updateCourse(tx, after);
      await tellCourse(context, tx, by(caller), "changed", id, changes);
    }
    return viewOf(context, tx, caller, id);
  });
}

/** By their starts, those of rollouts too as far as the caller may see them. @throws Refusal not-found */
export function listSessions(
  context: ServiceContext,
  caller: Caller,
  courseId: string,
  page: PageRequest<"startsAt">,
): Promise<Page<TrainingView>> {
  return context.gateway.read(async (reader) => {
    await present(findCourse(reader, courseId));
    return trainingPage(reader, caller.scope, { courseId }, page);
  });
}

/** A session that belongs to no rollout. @throws Refusal not-found; conflict `course-archived` */
export function planSession(
  context: ServiceContext,
  caller: Caller,
  courseId: string,
  wanted: Pick<TrainingDraft, "startsAt" | "places"> & { readonly title: string | null },
): Promise<TrainingView> {
  return context.gateway.write(async (tx) => {
    const course = await present(lockCourse(tx, courseId));
    refuseArchived(course);
    const draft = {
      ...wanted,
      title: wanted.title ?? course.title.en,
      courseId,
      rolloutId: null,
      waveIds: [],
    };
    const session = planTraining(draft, context.newId(), caller.person.id, context.clock.now());
    await insertTraining(tx, session);
    const { title, startsAt, places } = session;
    const changes = [nowSet("title", title), nowSet("startsAt", startsAt), nowSet("places", places)];
    await tellCourse(context, tx, by(caller), "training-added", courseId, changes);
    return present(findTraining(tx, session.id, caller.scope));
  });
}

/** @throws Refusal not-found */
export function courseHistory(
  context: ServiceContext,
  caller: Caller,
  id: string,
  page: HistoryRequest,
): Promise<RecordHistory> {
  return context.gateway.read(async (reader) => {
    await present(findCourse(reader, id));
    return recordHistory(reader, caller.scope, { kind: "course", id }, page);
  });
}

async function viewOf(
  context: ServiceContext,
  reader: Reader,
  caller: Caller,
  id: string,
): Promise<CourseView> {
  const [view = null] = await viewsOf(context, reader, caller, [await present(findCourse(reader, id))]);
  return present(Promise.resolve(view));
}

async function viewsOf(
  context: ServiceContext,
  reader: Reader,
  caller: Caller,
  courses: readonly Course[],
): Promise<CourseView[]> {
  const ids = courses.map(({ id }) => id);
  const names = await namesOfSubjects(context, reader, caller.scope, courses);
  const next = await nextStarts(reader, caller.scope, ids, toInstant(context.clock.now()));
  const waiting = can(caller, "training-request.read") ? await waitingFor(reader, ids) : null;
  return courses.map((course) => ({
    ...course,
    names,
    nextSessionAt: next.get(course.id) ?? null,
    waiting: waiting && (waiting.get(course.id) ?? 0),
  }));
}

async function namesOfSubjects(
  { licences }: ServiceContext,
  reader: Reader,
  scope: Scope,
  courses: readonly Course[],
): Promise<Map<string, string>> {
  const all = courses.map(({ subjects }) => subjects);
  const names = await namesOf(
    reader,
    scope,
    all.flatMap(({ applicationIds }) => applicationIds),
  );
  const parts = await partNumbersOf(
    reader,
    all.flatMap(({ skuIds }) => skuIds),
  );
  const reference = licences?.names ?? new Map();
  for (const [skuId, part] of parts) names.set(skuId, productName(reference, skuId, part));
  return names;
}

/** What a course was linked to already may have gone since. */
async function refuseUnknownSubjects(tx: Writer, before: Course | null, { subjects }: Course): Promise<void> {
  const added = (kind: "applicationIds" | "skuIds") =>
    subjects[kind].filter((id) => !before?.subjects[kind].includes(id));
  if (!(await areApplications(tx, added("applicationIds"))))
    throw new Refusal("invalid", "application-unknown");
  const skuIds = added("skuIds");
  const known = await partNumbersOf(tx, skuIds);
  if (skuIds.some((id) => !known.has(id))) throw new Refusal("invalid", "licence-unknown");
}

function changesOf(before: Course | null, after: Course): FieldChange[] {
  return changesBetween(before && flat(before), flat(after), [
    ...(["title", "titleWelsh", "provider", "link", "description"] as const),
    ...(["itemIds", "applicationIds", "skuIds", "archived"] as const),
  ]);
}

/** As the log tells it: lists that hold nothing are nothing. */
function flat({ title, subjects, archivedAt, provider, link, description }: Course) {
  const some = (ids: readonly string[]) => (ids.length === 0 ? null : ids);
  return {
    ...{ title: title.en, titleWelsh: title.cy, provider, link, description },
    itemIds: some(subjects.itemIds),
    applicationIds: some(subjects.applicationIds),
    skuIds: some(subjects.skuIds),
    archived: archivedAt === null ? null : true,
  };
}
