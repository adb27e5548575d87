import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { lockProgramme, updateProgramme } from "../../database/stores/survey-programme-store";
import { changesBetween, type FieldChange } from "../../domain/audit-event";
import { toInstant } from "../../domain/instant";
import { type Programme, runAfter } from "../../domain/survey/programme";
import type { Survey } from "../../domain/survey/survey";
import { councilCalendar } from "../check-in/good-times";
import type { ServiceContext } from "../service-context";
import type { SurveyActor } from "./survey-tell";

export function zoneOf(context: ServiceContext): string {
  return councilCalendar(context).timeZone;
}

const told = ["everyWeeks", "daysOpen", "nextOpensAt", "state"] as const;

export function tellProgramme(
  context: ServiceContext,
  tx: Writer,
  actor: SurveyActor,
  what: string,
  before: Programme | null,
  after: Programme,
  more: readonly FieldChange[] = [],
): Promise<void> {
  return recordEvents(tx, [
    {
      id: context.newId(),
      at: toInstant(context.clock.now()),
      actorId: actor.id,
      door: actor.door,
      action: `survey-programme.${what}`,
      subjectKind: "survey-programme",
      subjectId: after.id,
      changes: [...changesBetween(before, after, told), ...more],
      reason: null,
    },
  ]);
}

/** Whoever opens a run, a person or the clock: the next one keeps its distance from it. */
export async function planNextRun(
  context: ServiceContext,
  tx: Writer,
  actor: SurveyActor,
  { id, programmeId }: Survey,
): Promise<void> {
  const before = programmeId === null ? null : await lockProgramme(tx, programmeId);
  if (before === null) return;
  const nextOpensAt = runAfter(before, context.clock.now(), zoneOf(context));
  const after = { ...before, nextOpensAt, version: before.version + 1 };
  await updateProgramme(tx, after);
  const opened = [{ field: "surveyId", from: null, to: id }];
  await tellProgramme(context, tx, actor, "run-opened", before, after, opened);
}
