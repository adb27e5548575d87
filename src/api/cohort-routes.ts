import { getCourseFigures, getSurveyTraining } from "../contracts/cohort-contract";
import type { CohortSide } from "../domain/survey/cohort";
import type { Survey } from "../domain/survey/survey";
import { type CohortView, courseCohorts, surveyCohorts } from "../services/course/cohort-service";
import type { ServiceContext } from "../services/service-context";
import { handle, type Route } from "./handle";

export function cohortRoutes(context: ServiceContext): Route[] {
  return [
    handle(getCourseFigures, "course.read", async ({ params }, { caller, language, translate }) => ({
      items: (await courseCohorts(context, caller, params.id)).map(present(translate(language, whole))),
    })),
    handle(getSurveyTraining, "survey.read", async ({ params }, { caller, language, translate }) => ({
      items: (await surveyCohorts(context, caller, params.id)).map(present(translate(language, whole))),
    })),
  ];
}

/** What everybody asked is called, where the directory names no team above all. */
const whole = "survey.everyone";

function present(everyone: string) {
  return ({ course, item, before, after, attended, cohort, names }: CohortView) => {
    const known = typeof cohort === "string" ? null : cohort;
    const nameOf = (id: string) => names.get(id) || everyone;
    return {
      course: { id: course.id, title: course.title },
      statement: item.text,
      before: runOf(before),
      after: runOf(after),
      attended,
      because: typeof cohort === "string" ? cohort : null,
      trained: known && sideOf(known.trained, nameOf),
      others: known?.others ? sideOf(known.others, nameOf) : null,
    };
  };
}

function runOf({ id, title, closedAt }: Survey) {
  return { id, title, closedAt };
}

function sideOf({ groupIds, before, after, ...side }: CohortSide, nameOf: (id: string) => string) {
  return {
    ...side,
    teams: groupIds.map((id) => ({ id, name: nameOf(id) })),
    before: { ...before, interval: [...before.interval] },
    after: { ...after, interval: [...after.interval] },
  };
}
