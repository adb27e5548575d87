import { allCourses } from "../../database/stores/course/course-store";
import {
  type OwnSession,
  requestPage,
  sessionsFor,
} from "../../database/stores/course/training-request-store";
import { type Course, isGoodFor } from "../../domain/course";
import { addDays, toInstant } from "../../domain/instant";
import type { Page, PageRequest } from "../../domain/page";
import type { Caller } from "../../domain/permission";
import type { TrainingRequest } from "../../domain/training-request";
import type { ServiceContext } from "../service-context";

export interface AnsweredRequest extends TrainingRequest {
  /** Offered courses that are good for it. */
  readonly courses: readonly Pick<Course, "id" | "title">[];
}

/** Who asked for training in check-ins and has been at none on it since; of one course or of all. */
export function listRequests(
  context: ServiceContext,
  caller: Caller,
  courseId: string | undefined,
  page: PageRequest<"askedAt">,
): Promise<Page<AnsweredRequest>> {
  return context.gateway.read(async (reader) => {
    const { items, ...rest } = await requestPage(reader, caller.scope, courseId, page);
    const offered = (await allCourses(reader)).filter(({ archivedAt }) => archivedAt === null);
    const answered = items.map((request) => ({
      ...request,
      courses: offered.filter((course) => isGoodFor(course, request)),
    }));
    return { ...rest, items: answered };
  });
}

const shownDays = 365;

/** What is ahead for a person, and what they were at or missed within a year. */
export function mySessions(context: ServiceContext, personId: string): Promise<OwnSession[]> {
  const now = context.clock.now();
  const within = { now: toInstant(now), since: toInstant(addDays(now, -shownDays)) };
  return context.gateway.read((reader) => sessionsFor(reader, personId, within));
}
