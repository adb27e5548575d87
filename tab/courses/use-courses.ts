import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { getCourseFigures, getSurveyTraining } from "../../src/contracts/cohort-contract";
import {
  addCourse,
  type CourseAnswer,
  changeCourse,
  getCourse,
  listCourseSessions,
  listCourses,
  listTrainingRequests,
  planCourseSession,
} from "../../src/contracts/course-contract";
import type { CallInput } from "../../src/contracts/endpoint";
import { getTraining, recordAttendance } from "../../src/contracts/training-contract";
import { call } from "../call";
import { everyPage } from "../every-page";

type Body<E extends Parameters<typeof call>[0]> = NonNullable<CallInput<E>["body"]>;
export type CourseInput = Body<typeof addCourse>;

const allKey = ["courses"];
const oneKey = (id: string) => [...allKey, "one", id];

export function useCourses(archivedToo: boolean) {
  return useInfiniteQuery({
    queryKey: [...allKey, "list", archivedToo],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(
        listCourses,
        {
          query: {
            ...(!archivedToo && { archived: "false" }),
            ...(pageParam !== null && { cursor: pageParam }),
          },
        },
        { signal },
      ),
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** All that are offered, to choose from. */
export function useEveryCourse() {
  return useQuery({
    queryKey: [...allKey, "every"],
    queryFn: ({ signal }) =>
      everyPage<CourseAnswer>((cursor) =>
        call(
          listCourses,
          { query: { archived: "false", limit: 200, ...(cursor !== null && { cursor }) } },
          { signal },
        ),
      ),
  });
}

/** After something was written by another page's hands. */
export function useReadCoursesAgain(): () => void {
  const client = useQueryClient();
  return () => void readAgain(client);
}

export function useCourse(id: string) {
  return useQuery({
    queryKey: oneKey(id),
    queryFn: ({ signal }) => call(getCourse, { params: { id } }, { signal }),
  });
}

export function useSessions(id: string) {
  return useQuery({
    queryKey: [...oneKey(id), "sessions"],
    queryFn: ({ signal }) => call(listCourseSessions, { params: { id }, query: { limit: 200 } }, { signal }),
  });
}

/** Of one course, or of all where it is null. */
export function useRequests(courseId: string | null) {
  return useInfiniteQuery({
    queryKey: [...allKey, "requests", courseId],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(
        listTrainingRequests,
        {
          query: {
            limit: courseId === null ? 50 : 200,
            ...(courseId !== null && { course: courseId }),
            ...(pageParam !== null && { cursor: pageParam }),
          },
        },
        { signal },
      ),
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useCourseFigures(id: string) {
  return useQuery({
    queryKey: [...oneKey(id), "figures"],
    queryFn: ({ signal }) => call(getCourseFigures, { params: { id } }, { signal }),
  });
}

export function useSurveyTraining(id: string) {
  return useQuery({
    queryKey: ["surveys", "one", id, "training"],
    queryFn: ({ signal }) => call(getSurveyTraining, { params: { id } }, { signal }),
  });
}

export function useRegister(sessionId: string) {
  return useQuery({
    queryKey: [...allKey, "register", sessionId],
    queryFn: ({ signal }) => call(getTraining, { params: { id: sessionId } }, { signal }),
  });
}

function useChange<Input, Done>(change: (input: Input) => Promise<Done>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => readAgain(client) });
}

/** Adds it, or changes the one that is there. */
export function useSaveCourse(course: CourseAnswer | null) {
  return useChange((body: CourseInput) =>
    course === null
      ? call(addCourse, { body })
      : call(changeCourse, { params: { id: course.id }, body, etag: course.etag }),
  );
}

export function useArchive({ id, etag }: CourseAnswer) {
  return useChange((archived: boolean) => call(changeCourse, { params: { id }, body: { archived }, etag }));
}

export function usePlanSession(id: string) {
  return useChange((body: Body<typeof planCourseSession>) =>
    call(planCourseSession, { params: { id }, body }),
  );
}

export function useSaveRegister(sessionId: string) {
  return useChange((body: Body<typeof recordAttendance>) =>
    call(recordAttendance, { params: { id: sessionId }, body }),
  );
}

async function readAgain(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: allKey });
}
