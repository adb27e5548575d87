import type { Reader } from "../../database/gateway";
import {
  findProgramme,
  insertProgramme,
  lockProgramme,
  programmePage,
  updateProgramme,
} from "../../database/stores/survey-programme-store";
import { lockSurvey, runsOf, updateSurvey } from "../../database/stores/survey-store";
import type { Page, PageRequest } from "../../domain/page";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import {
  changeProgramme as change,
  type Programme,
  type ProgrammeChange,
  type ProgrammeDraft,
  startProgramme as start,
} from "../../domain/survey/programme";
import type { Survey } from "../../domain/survey/survey";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";
import { tellProgramme, zoneOf } from "./programme-tell";
import { by } from "./survey-service";

/** A programme with its surveys, the newest first; there is always one. */
export interface ProgrammeView {
  readonly programme: Programme;
  readonly runs: readonly Survey[];
}

export function listProgrammes(
  context: ServiceContext,
  page: PageRequest<"createdAt">,
): Promise<Page<ProgrammeView>> {
  return context.gateway.read(async (reader) => {
    const { items, ...rest } = await programmePage(reader, page);
    const runs = await runsOf(
      reader,
      items.map(({ id }) => id),
    );
    const viewOf = (programme: Programme) => ({
      programme,
      runs: runs.filter(({ programmeId }) => programmeId === programme.id),
    });
    return { ...rest, items: items.map(viewOf) };
  });
}

/** @throws Refusal not-found */
export function getProgramme(context: ServiceContext, id: string): Promise<ProgrammeView> {
  return context.gateway.read(async (reader) => viewed(reader, await present(findProgramme(reader, id))));
}

/**
 * Lets a survey repeat: it becomes the first run.
 * @throws Refusal invalid `survey-unknown`, `programme-days-open`, `programme-too-soon`; conflict `survey-repeats-already`
 */
export function startProgramme(
  context: ServiceContext,
  caller: Caller,
  surveyId: string,
  draft: ProgrammeDraft,
): Promise<ProgrammeView> {
  return context.gateway.write(async (tx) => {
    const survey = await lockSurvey(tx, surveyId, true);
    if (survey === null) throw new Refusal("invalid", "survey-unknown");
    const born = { id: context.newId(), createdBy: caller.person.id };
    const programme = start(draft, survey, born, context.clock.now(), zoneOf(context));
    await insertProgramme(tx, programme);
    const joined = { ...survey, programmeId: programme.id, version: survey.version + 1 };
    await updateSurvey(tx, survey, joined);
    await tellProgramme(context, tx, by(caller), "started", null, programme);
    return { programme, runs: [joined] };
  });
}

/**
 * @param version that the caller has read
 * @throws Refusal not-found; stale; invalid `programme-days-open`, `programme-too-soon`
 */
export function changeProgramme(
  context: ServiceContext,
  caller: Caller,
  id: string,
  version: number,
  wanted: ProgrammeChange,
): Promise<ProgrammeView> {
  return context.gateway.write(async (tx) => {
    const before = await present(lockProgramme(tx, id));
    if (before.version !== version) throw new Refusal("stale", "stale");
    const view = await viewed(tx, before);
    const after = change(before, wanted, newestOf(view), context.clock.now(), zoneOf(context));
    await updateProgramme(tx, after);
    await tellProgramme(context, tx, by(caller), "changed", before, after);
    return { ...view, programme: after };
  });
}

export async function viewed(reader: Reader, programme: Programme): Promise<ProgrammeView> {
  return { programme, runs: await runsOf(reader, [programme.id]) };
}

/** A programme without runs is a fault: drafts of one are never removed as its last. */
export function newestOf({ programme, runs }: ProgrammeView): Survey {
  const [newest] = runs;
  if (newest === undefined) throw new Error(`the programme ${programme.id} has no run`);
  return newest;
}
