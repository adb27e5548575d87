import { setImmediate as breathe } from "node:timers/promises";
import type { Writer } from "../../database/gateway";
import {
  groupsOf,
  insertComments,
  insertRelease,
  type ReleasedGroup,
  type ShownComment,
  type SurveyGroup,
} from "../../database/stores/survey-release-store";
import { type GivenResponse, responsesOf, separate } from "../../database/stores/survey-response-store";
import { allNames, membersByTeam } from "../../database/stores/survey-roster-store";
import { findSurvey, lockSurvey, surveysToClose, updateSurvey } from "../../database/stores/survey-store";
import { toInstant } from "../../domain/instant";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import { type Answer, addTallies, tally, withThoseBelow } from "../../domain/survey/close";
import {
  namesSomebody,
  nameWordsOf,
  placesOfComments,
  type WrittenComment,
} from "../../domain/survey/comments";
import type { FrozenGroup } from "../../domain/survey/hierarchy";
import { beginClosing, endClosing, type Survey } from "../../domain/survey/survey";
import { closeWithin } from "../check-in-service";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";
import { makeReleaseApart } from "./release-thread";
import { by } from "./survey-service";
import { type SurveyActor, tellSurvey } from "./survey-tell";

/** Who closes what ran out of time; no person has this id. */
const clock: SurveyActor = { id: "clock", door: "clock" };

/**
 * Takes no more answers, makes the figures and takes apart people and answers.
 * @throws Refusal not-found; conflict `survey-not-open`
 */
export async function closeSurvey(context: ServiceContext, caller: Caller, id: string): Promise<Survey> {
  await takeNoMore(context, by(caller), id);
  await finishClosing(context, id);
  return context.gateway.read((reader) => present(findSurvey(reader, id, caller.scope)));
}

/** Closes surveys whose time is over, and finishes what a killed process left half closed. */
export async function closeSurveysPastDue(context: ServiceContext): Promise<void> {
  const now = toInstant(context.clock.now());
  for (const { id, state } of await context.gateway.read((reader) => surveysToClose(reader, now))) {
    try {
      if (state === "open") await takeNoMore(context, clock, id);
    } catch (fault) {
      // Somebody closed it meanwhile: what was wanted has happened.
      if (!(fault instanceof Refusal)) throw fault;
    }
    await finishClosing(context, id);
  }
}

function takeNoMore(context: ServiceContext, actor: SurveyActor, id: string): Promise<void> {
  return context.gateway.write(async (tx) => {
    const before = await present(lockSurvey(tx, id, true));
    const after = beginClosing(before);
    await updateSurvey(tx, before, after);
    if (after.checkInId !== null) await closeWithin(context, tx, actor.id, after.checkInId, actor.door);
    await tellSurvey(context, tx, actor, "closing", before, after);
  });
}

interface Counted {
  readonly groups: readonly SurveyGroup[];
  readonly tallied: ReadonlyMap<string, readonly FrozenGroup[]>;
  readonly comments: readonly WrittenComment[];
  /** By home team. */
  readonly invited: ReadonlyMap<string, number>;
  readonly answered: ReadonlyMap<string, number>;
}

/**
 * From the answers to the release, and then without the answers: one write puts the figures in their place and empties what
 * joined people to answers. Killed before that write, nothing has happened and it is done again; killed after it, it is done.
 */
export async function finishClosing(context: ServiceContext, id: string): Promise<void> {
  const survey = await context.gateway.read((reader) => findSurvey(reader, id, { kind: "everything" }));
  if (survey?.state !== "closing") return;
  const counted = await count(context, survey);
  const teams = counted.groups.map(({ id: teamId, parentId }) => ({ id: teamId, parentId }));
  const { invited, tallied } = counted;
  const figures = await makeReleaseApart({ teams, invited, tallied, minimum: survey.minimumGroup });
  const responded = withThoseBelow(teams, counted.answered);
  const release = counted.groups.map((group) => ({
    ...group,
    responded: responded.get(group.id) ?? 0,
    figures: figures.get(group.id) ?? {},
  }));
  const comments = await shown(context, survey, counted);
  const published = await context.gateway.write((tx) => publish(context, tx, id, release, comments));
  if (!published) return;
  // The commit and the log are both large: others get their turn between them.
  await breathe();
  await context.gateway.forgetDeleted();
}

function count(context: ServiceContext, survey: Survey): Promise<Counted> {
  return context.gateway.read(async (reader) => {
    const groups = await groupsOf(reader, survey.id);
    const itemIds = survey.items.map((item) => item.id);
    let tallied = tally(groups, itemIds, []);
    const comments: WrittenComment[] = [];
    const answered = new Map<string, number>();
    for await (const piece of responsesOf(reader, survey.id)) {
      tallied = addTallies(tallied, tally(groups, itemIds, piece.flatMap(answersOf)));
      for (const { groupId, comment } of piece) {
        answered.set(groupId, (answered.get(groupId) ?? 0) + 1);
        if (comment !== null) comments.push({ groupId, text: comment });
      }
    }
    return { groups, tallied, comments, answered, invited: await membersByTeam(reader, survey.id) };
  });
}

function answersOf({ groupId, answers }: GivenResponse): Answer[] {
  return Object.entries(answers).map(([itemId, value]) => ({ groupId, itemId, value }));
}

/** The comments that may be shown, each with its group, under ids of chance. */
async function shown(
  context: ServiceContext,
  survey: Survey,
  { groups, comments, answered }: Counted,
): Promise<ShownComment[]> {
  if (comments.length === 0) return [];
  const words = nameWordsOf(await context.gateway.read(allNames));
  await breathe();
  const places = placesOfComments(groups, answered, survey.minimumGroup);
  const placed = comments.flatMap(({ groupId, text }) => {
    const place = places.get(groupId);
    if (place === undefined) return [];
    return [{ id: context.newId(), groupId: place, text, namesSomebody: namesSomebody(text, words) }];
  });
  return placed.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** @returns false when another process was first */
async function publish(
  context: ServiceContext,
  tx: Writer,
  id: string,
  release: readonly ReleasedGroup[],
  comments: readonly ShownComment[],
): Promise<boolean> {
  const before = await lockSurvey(tx, id, true);
  if (before?.state !== "closing") return false;
  const after = endClosing(before, context.clock.now());
  await insertRelease(tx, id, release);
  await insertComments(tx, id, comments);
  await separate(tx, id);
  await updateSurvey(tx, before, after);
  const responded = release.find(({ parentId }) => parentId === null)?.responded ?? 0;
  const more = [{ field: "responded", from: null, to: responded }];
  await tellSurvey(context, tx, clock, "released", before, after, more);
  return true;
}
