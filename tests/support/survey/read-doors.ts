import { type CohortAnswer, getCourseFigures } from "../../../src/contracts/cohort-contract";
import type { Answer, AnswerBody, TestServer } from "../server";
import type { AskedSurvey, Planted } from "./planted-organisation";
import type { Told } from "./told-cells";

/** What one reader was told of surveys, and where something was said of answers that no figure of a release is. */
export interface ReadDoors {
  readonly told: readonly Told[];
  readonly gossip: readonly string[];
  /** What was said of teams that took a course, which are several cells at once. */
  readonly cohorts: readonly CohortAnswer[];
}

/** All of them lie over the same release; the log of changes and the messages must say nothing of answers at all. */
function doorsOf({ id, checkInId }: AskedSurvey, { groups }: Planted): string[] {
  const results = `/api/exports/surveys/${id}/results.csv`;
  return [
    `/api/surveys/${id}`,
    `/api/surveys/${id}/results`,
    `/api/surveys/${id}/trend`,
    results,
    ...groups.flatMap((group) => [
      `/api/surveys/${id}/trend?team=${group.id}`,
      `/api/exports/surveys/${id}/trend.csv?team=${group.id}`,
      `${results}?team=${group.id}`,
      `/api/findings?state=all&kind=low-confidence&team=${group.id}`,
    ]),
    `/api/check-ins/${checkInId}`,
    `/api/check-ins/${checkInId}/summary`,
    `/api/check-ins/${checkInId}/deliveries?limit=200`,
    `/api/audit-events?limit=200&subjectId=${id}`,
    `/api/audit-events?limit=200&subjectId=${checkInId}`,
    "/api/survey-programmes",
    "/api/my/surveys",
    "/api/surveys?limit=200",
  ];
}

/** Asks every door about the surveys as that person; a refusal tells nothing. */
export async function readDoors(
  server: TestServer,
  reader: string,
  planted: Planted,
  surveys: readonly AskedSurvey[],
  courseId: string,
): Promise<ReadDoors> {
  const call = server.as(reader);
  const told: Told[] = [];
  const gossip: string[] = [];
  for (const survey of surveys) {
    for (const door of doorsOf(survey, planted)) {
      const { status, body } = await call("GET", door);
      if (status >= 500) throw new Error(`${door} answered ${status}`);
      if (status !== 200) continue;
      told.push({ surveyId: survey.id, body });
      if (gossips({ status, body })) gossip.push(`${door} to ${reader}`);
    }
  }
  const cohorts: CohortAnswer[] = [];
  for (const of of [`courses/${courseId}/figures`, ...surveys.map(({ id }) => `surveys/${id}/training`)]) {
    const { status, body } = await call("GET", `/api/${of}`);
    if (status === 200) cohorts.push(...getCourseFigures.response.parse(body).items);
  }
  return { told, gossip, cohorts };
}

/** What the log says of a survey beyond what is fixed before anybody answers; of answers only how many there were in all. */
const loggedFields = new Set(
  "title,state,audience,minimumGroup,comments,closesAt,items,invited,responded,purpose,opensAt,reminders,cancelled".split(
    ",",
  ),
);

function gossips({ body }: Pick<Answer, "status" | "body">): boolean {
  const events = (body.items ?? []).filter(({ changes }) => Array.isArray(changes));
  const fields = events.flatMap(({ changes }) => (changes as AnswerBody[]).map(({ field }) => String(field)));
  const counted = [body, body.summary as AnswerBody | undefined].some(
    (of) => typeof of?.answered === "number" && typeof of.audience === "number",
  );
  const answered = (body.items ?? []).some((one) => "attempts" in one && one.answeredAt !== null);
  return counted || answered || fields.some((field) => !loggedFields.has(field));
}
