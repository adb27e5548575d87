import * as contract from "../contracts/course-contract";
import { listMyTraining } from "../contracts/my-training-contract";
import type { CourseChange } from "../domain/course";
import * as courses from "../services/course/course-service";
import { listRequests, mySessions } from "../services/course/request-service";
import type { ServiceContext } from "../services/service-context";
import { pageAnswer, pageRequest } from "./cursor";
import { etagOf } from "./etag";
import { handle, type Route } from "./handle";
import { historyAnswer } from "./history-answer";

export function courseRoutes(context: ServiceContext): Route[] {
  return [...readingRoutes(context), ...changingRoutes(context)];
}

function readingRoutes(context: ServiceContext): Route[] {
  return [
    handle(contract.listCourses, "course.read", async ({ query }, { caller }) => {
      const filter = { archived: query.archived, search: query.q };
      const page = await courses.listCourses(context, caller, filter, pageRequest<"createdAt">(query));
      return pageAnswer(page, query.sort, present);
    }),
    handle(contract.getCourse, "course.read", async ({ params }, { caller }) =>
      present(await courses.getCourse(context, caller, params.id)),
    ),
    handle(contract.listCourseSessions, "course.read", async ({ params, query }, { caller }) => {
      const page = pageRequest<"startsAt">(query);
      const found = await courses.listSessions(context, caller, params.id, page);
      return pageAnswer(found, query.sort, (session) => session);
    }),
    handle(contract.listTrainingRequests, "training-request.read", async ({ query }, { caller }) => {
      const page = await listRequests(context, caller, query.course, pageRequest<"askedAt">(query));
      return pageAnswer(page, query.sort, (request) => request);
    }),
    handle(listMyTraining, "own.read", async (_, { caller }) => ({
      items: await mySessions(context, caller.person.id),
    })),
    handle(contract.getCourseHistory, "course.history", async ({ params, query }, { caller }) =>
      historyAnswer(query, (page) => courses.courseHistory(context, caller, params.id, page)),
    ),
  ];
}

function changingRoutes(context: ServiceContext): Route[] {
  return [
    handle(contract.addCourse, "course.change", async ({ body }, { caller }) => {
      const { itemIds, applicationIds, skuIds, title, provider, link, description } = body;
      const draft = {
        title: titleOf(title),
        provider: provider || null,
        link: link ?? null,
        description: description || null,
        subjects: { itemIds, applicationIds, skuIds },
      };
      return present(await courses.addCourse(context, caller, draft));
    }),
    handle(contract.changeCourse, "course.change", async ({ params, body }, { caller, version }) => {
      const { itemIds, applicationIds, skuIds, title, provider, link, description, archived } = body;
      const wanted: CourseChange = {
        title: title && titleOf(title),
        provider: provider === undefined ? undefined : provider || null,
        link,
        description: description === undefined ? undefined : description || null,
        subjects: { itemIds, applicationIds, skuIds },
        archived,
      };
      return present(await courses.changeCourse(context, caller, params.id, version, wanted));
    }),
    handle(contract.planCourseSession, "course.change", async ({ params, body }, { caller }) =>
      courses.planSession(context, caller, params.id, { ...body, title: body.title || null }),
    ),
  ];
}

function titleOf({ en, cy }: { readonly en: string; readonly cy?: string | null | undefined }) {
  return { en, cy: cy || null };
}

/** Every page of courses carries the names of all of them; each course answers with its own. */
function present({ subjects, names, version, ...course }: courses.CourseView) {
  const own = [...subjects.applicationIds, ...subjects.skuIds];
  return {
    ...course,
    itemIds: subjects.itemIds,
    applicationIds: subjects.applicationIds,
    skuIds: subjects.skuIds,
    names: Object.fromEntries(
      own.flatMap((id) => {
        const name = names.get(id);
        return name === undefined ? [] : [[id, name]];
      }),
    ),
    etag: etagOf(version),
  };
}
