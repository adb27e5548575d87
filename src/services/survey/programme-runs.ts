import type { Writer } from "../../database/gateway";
import { lockProgramme, programmesDue, updateProgramme } from "../../database/stores/survey-programme-store";
import { insertSurvey, updateSurvey } from "../../database/stores/survey-store";
import { toInstant } from "../../domain/instant";
import { Refusal } from "../../domain/refusal";
import { isRunDue, nextRun, type Programme, runCloses } from "../../domain/survey/programme";
import type { Survey } from "../../domain/survey/survey";
import type { ServiceContext } from "../service-context";
import { tellProgramme, zoneOf } from "./programme-tell";
import { newestOf, viewed } from "./survey-programme-service";
import { openWithin } from "./survey-service";
import { type SurveyActor, tellSurvey } from "./survey-tell";

const clock: SurveyActor = { id: "clock", door: "clock" };

/** Opens the runs whose time has come. What cannot be asked any more, because its teams are gone, stops its programme. */
export async function openRunsDue(context: ServiceContext): Promise<void> {
  const now = toInstant(context.clock.now());
  for (const id of await context.gateway.read((reader) => programmesDue(reader, now))) {
    try {
      await context.gateway.write((tx) => openRun(context, tx, id));
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      await context.gateway.write((tx) => giveUp(context, tx, id, fault.code));
    }
  }
}

/** Looked at again under lock: another replica may have been first. */
async function openRun(context: ServiceContext, tx: Writer, id: string): Promise<void> {
  const programme = await lockProgramme(tx, id);
  if (programme === null) return;
  const now = context.clock.now();
  const last = newestOf(await viewed(tx, programme));
  if (!isRunDue(programme, last, now)) return;
  const run = last.state === "draft" ? last : await draftRun(context, tx, programme, last);
  const timed = { ...run, closesAt: runCloses(programme, now, zoneOf(context)), version: run.version + 1 };
  await updateSurvey(tx, run, timed);
  await openWithin(context, tx, clock, timed);
}

async function draftRun(
  context: ServiceContext,
  tx: Writer,
  { createdBy }: Programme,
  last: Survey,
): Promise<Survey> {
  const run = nextRun(last, { id: context.newId(), createdBy }, context.newId, context.clock.now());
  await insertSurvey(tx, run);
  await tellSurvey(context, tx, clock, "created", null, run);
  return run;
}

async function giveUp(context: ServiceContext, tx: Writer, id: string, why: string): Promise<void> {
  const before = await lockProgramme(tx, id);
  if (before === null || before.state === "stopped") return;
  const after: Programme = { ...before, state: "stopped", version: before.version + 1 };
  await updateProgramme(tx, after);
  const because = [{ field: "refused", from: null, to: why }];
  await tellProgramme(context, tx, clock, "stopped", before, after, because);
}
