import type { Reader } from "../../database/gateway";
import { allCourses, findCourse } from "../../database/stores/course/course-store";
import { peopleByTeam, trainedByTeam } from "../../database/stores/course/trained-store";
import { type ReleasedGroup, releaseOf } from "../../database/stores/survey-release-store";
import { findSurvey, surveysAbout } from "../../database/stores/survey-store";
import type { Course } from "../../domain/course";
import type { Caller, Scope } from "../../domain/permission";
import { type PeopleByTeam, withThoseBelow } from "../../domain/survey/close";
import { type Cohort, type CohortGroup, cohortOf, type NoCohortReason } from "../../domain/survey/cohort";
import { itemBank } from "../../domain/survey/item-bank";
import type { Survey, SurveyItem } from "../../domain/survey/survey";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";

/** More surveys than that are years, also where several audiences are asked by turns. */
const mostRuns = 16;

/** How those who took a course between two surveys stood on one statement, before and after. */
export interface CohortView {
  readonly course: Pick<Course, "id" | "title">;
  /** As the later survey asks it. */
  readonly item: SurveyItem;
  readonly before: Survey;
  readonly after: Survey;
  /** Of the teams that the reader may see, who were at a session in between. */
  readonly attended: number;
  readonly cohort: Cohort | NoCohortReason;
  /** Of the teams, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** The newest first; nothing where no survey asked before and after somebody took it. @throws Refusal not-found */
export function courseCohorts(context: ServiceContext, caller: Caller, id: string): Promise<CohortView[]> {
  return context.gateway.read(async (reader) => {
    const course = await present(findCourse(reader, id));
    return cohortsOf(await sourcesFor(reader, caller), course, null);
  });
}

/** Of all courses on what a survey asked, since the survey before that asked the same. @throws Refusal not-found */
export function surveyCohorts(context: ServiceContext, caller: Caller, id: string): Promise<CohortView[]> {
  return context.gateway.read(async (reader) => {
    const survey = await present(findSurvey(reader, id, caller.scope));
    if (survey.state !== "closed") return [];
    const sources = await sourcesFor(reader, caller);
    const found: CohortView[] = [];
    for (const course of await allCourses(reader)) {
      if (survey.items.some((item) => isAbout(course, item))) {
        found.push(...(await cohortsOf(sources, course, survey)));
      }
    }
    return found;
  });
}

/** What several cohorts are made of, each read once. */
interface Sources {
  readonly reader: Reader;
  readonly scope: Scope;
  readonly releases: Map<string, readonly ReleasedGroup[]>;
  readonly people: PeopleByTeam;
}

async function sourcesFor(reader: Reader, { scope }: Caller): Promise<Sources> {
  return { reader, scope, releases: new Map(), people: await peopleByTeam(reader) };
}

/**
 * The reader's own teams, without the whole that is there to compare with: a sum over the teams of others would reach further than
 * their scope.
 */
async function releaseIn({ reader, scope, releases }: Sources, surveyId: string) {
  const known = releases.get(surveyId);
  if (known !== undefined) return known;
  const groups = (await releaseOf(reader, surveyId, scope)).filter(
    ({ id }) => scope.kind === "everything" || (scope.kind === "teams" && scope.teamIds.includes(id)),
  );
  releases.set(surveyId, groups);
  return groups;
}

/** @param only where not null, cohorts whose later survey is this one */
async function cohortsOf(sources: Sources, course: Course, only: Survey | null): Promise<CohortView[]> {
  const { itemIds, applicationIds } = course.subjects;
  const words = itemBank.filter(({ id }) => itemIds.includes(id)).map(({ text }) => text.en);
  const about = { words, applicationIds, until: only?.closedAt ?? null };
  const surveys = await surveysAbout(sources.reader, about, sources.scope, mostRuns);
  const found: CohortView[] = [];
  for (const [at, after] of surveys.entries()) {
    if (only !== null && after.id !== only.id) continue;
    for (const item of after.items.filter((one) => isAbout(course, one))) {
      const before = await runBefore(sources, surveys.slice(at + 1), after, item);
      if (before !== null) found.push(...(await cohortBetween(sources, course, before, after, item)));
    }
  }
  return found;
}

/** The last one before that asked the same statement of one of the teams. */
async function runBefore(
  sources: Sources,
  earlier: readonly Survey[],
  after: Survey,
  item: SurveyItem,
): Promise<Survey | null> {
  const asked = new Set((await releaseIn(sources, after.id)).map(({ id }) => id));
  for (const survey of earlier.filter((one) => sameIn(one, item) !== undefined)) {
    if ((await releaseIn(sources, survey.id)).some(({ id }) => asked.has(id))) return survey;
  }
  return null;
}

async function cohortBetween(
  sources: Sources,
  course: Course,
  before: Survey,
  after: Survey,
  item: SurveyItem,
): Promise<CohortView[]> {
  const between = [before.closedAt ?? "", after.openedAt ?? ""] as const;
  const trained = await trainedByTeam(sources.reader, course.id, between);
  const groups = await releaseIn(sources, after.id);
  const attended = groups.reduce((sum, { id }) => sum + (trained.get(id) ?? 0), 0);
  if (attended === 0) return [];
  const cells = {
    before: cellsOf(await releaseIn(sources, before.id), sameIn(before, item)?.id),
    after: cellsOf(groups, item.id),
  };
  const [people, those] = [withBelow(groups, sources.people), withBelow(groups, trained)];
  const cohort = cohortOf(
    groups.map(
      ({ id, parentId }): CohortGroup => ({
        ...{ id, parentId, people: people.get(id) ?? 0, trained: those.get(id) ?? 0 },
        before: cells.before.get(id) ?? null,
        after: cells.after.get(id) ?? null,
      }),
    ),
  );
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return [{ course, item, before, after, attended, cohort, names }];
}

/** A team whose parent the reader may not see stands on its own. */
function withBelow(groups: readonly ReleasedGroup[], people: PeopleByTeam): Map<string, number> {
  const ids = new Set(groups.map(({ id }) => id));
  const seen = groups.map(({ id, parentId }) => {
    return { id, parentId: parentId !== null && ids.has(parentId) ? parentId : null };
  });
  return withThoseBelow(seen, people);
}

function cellsOf(groups: readonly ReleasedGroup[], itemId: string | undefined) {
  return new Map(
    groups.flatMap(({ id, invited, figures }) => {
      const released = itemId === undefined ? undefined : figures[itemId];
      return released === undefined ? [] : [[id, { invited, figures: released }] as const];
    }),
  );
}

function isAbout({ subjects }: Course, { text, applicationId }: SurveyItem): boolean {
  if (applicationId !== null && subjects.applicationIds.includes(applicationId)) return true;
  return itemBank.some(({ id, text: { en } }) => en === text.en && subjects.itemIds.includes(id));
}

function sameIn({ items }: Survey, { text }: SurveyItem): SurveyItem | undefined {
  return items.find((one) => one.text.en === text.en);
}
