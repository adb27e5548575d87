import type { Writer } from "../../database/gateway";
import type { Addressee } from "../../database/stores/audience-store";
import { deleteDraftCheckIn, findCheckIn, updateCheckIn } from "../../database/stores/check-in-store";
import { areApplications } from "../../database/stores/survey-item-store";
import { lockProgramme } from "../../database/stores/survey-programme-store";
import { insertGroups } from "../../database/stores/survey-release-store";
import { insertMembers, peopleAtHome } from "../../database/stores/survey-roster-store";
import {
  deleteDraft,
  findSurvey,
  insertSurvey,
  lockSurvey,
  updateSurvey,
} from "../../database/stores/survey-store";
import { allTeams } from "../../database/stores/team-store";
import { isSameAudience } from "../../domain/audience";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import { withThoseBelow } from "../../domain/survey/close";
import { everyoneGroup, freeze, type Membership } from "../../domain/survey/membership";
import {
  changeSurvey as change,
  draftSurvey,
  openSurvey as open,
  type Survey,
  type SurveyAudience,
  type SurveyChange,
  type SurveyDraft,
} from "../../domain/survey/survey";
import { withTeamsBelow } from "../../domain/team";
import { launching, launchWithin, stepWithin } from "../check-in-service";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";
import { planNextRun } from "./programme-tell";
import { type SurveyActor, tellSurvey } from "./survey-tell";

/** @throws Refusal invalid `survey-audience-unfit`, `survey-minimum-low`, `closes-in-past` */
export function createSurvey(context: ServiceContext, caller: Caller, draft: SurveyDraft): Promise<Survey> {
  const born = { id: context.newId(), createdBy: caller.person.id, programmeId: null };
  const survey = draftSurvey(draft, born, context.clock.now());
  return context.gateway.write(async (tx) => {
    await refuseUnknownApplications(tx, survey);
    await insertSurvey(tx, survey);
    await tellSurvey(context, tx, by(caller), "created", null, survey);
    return survey;
  });
}

/**
 * @param version that the caller has read
 * @throws Refusal not-found; stale; conflict `survey-not-draft`, `survey-closed`; invalid as `createSurvey`
 */
export function changeSurvey(
  context: ServiceContext,
  caller: Caller,
  id: string,
  version: number,
  wanted: SurveyChange,
): Promise<Survey> {
  return context.gateway.write(async (tx) => {
    const before = await present(lockSurvey(tx, id, true));
    if (before.version !== version) throw new Refusal("stale", "stale");
    const after = change(before, wanted, context.clock.now());
    await refuseUnknownApplications(tx, after);
    await updateSurvey(tx, before, after);
    await moveCheckIn(tx, after);
    await tellSurvey(context, tx, by(caller), "changed", before, after);
    return after;
  });
}

/** @throws Refusal not-found; conflict `survey-not-draft`, `survey-run-last` */
export function removeSurvey(context: ServiceContext, caller: Caller, id: string): Promise<void> {
  return context.gateway.write(async (tx) => {
    const survey = await present(lockSurvey(tx, id, true));
    if (survey.state !== "draft") throw new Refusal("conflict", "survey-not-draft");
    // A programme asks what its last run asked: with the only one gone there would be nothing to repeat.
    if (survey.programmeId !== null) throw new Refusal("conflict", "survey-run-last");
    await deleteDraft(tx, survey);
    if (survey.checkInId !== null) await deleteDraftCheckIn(tx, survey.checkInId);
    await tellSurvey(context, tx, by(caller), "removed", survey, survey);
  });
}

/** Opens it; see `openWithin`. */
export function openSurvey(context: ServiceContext, caller: Caller, id: string): Promise<Survey> {
  return context.gateway.write(async (tx) => {
    const asked = await present(findSurvey(tx, id, caller.scope));
    // In the order in which the clock locks them too.
    if (asked.programmeId !== null) await lockProgramme(tx, asked.programmeId);
    return openWithin(context, tx, by(caller), await present(lockSurvey(tx, id, true)));
  });
}

/**
 * Freezes who is asked and under which teams, and asks them in Teams, all in one write.
 * @throws Refusal conflict `survey-not-draft`; invalid `team-unknown`, `audience-empty`, `closes-in-past`
 */
export async function openWithin(
  context: ServiceContext,
  tx: Writer,
  actor: SurveyActor,
  before: Survey,
): Promise<Survey> {
  const opened = open(before, context.clock.now());
  const { members, groups } = await frozen(tx, opened.audience);
  await insertGroups(tx, opened.id, groups);
  await insertMembers(tx, opened.id, members);
  const people = members.map(({ personId }) => ({ id: personId, active: true }));
  const after = { ...opened, checkInId: await askInTeams(context, tx, actor, opened, people) };
  await updateSurvey(tx, before, after);
  await planNextRun(context, tx, actor, after);
  const counts = [{ field: "invited", from: null, to: members.length }];
  await tellSurvey(context, tx, actor, "opened", before, after, counts);
  return after;
}

/** By the check-in that was planned for it, or a new one. @returns its id */
async function askInTeams(
  context: ServiceContext,
  tx: Writer,
  actor: SurveyActor,
  opened: ReturnType<typeof open>,
  people: readonly Addressee[],
): Promise<string> {
  const { title, audience, closesAt, checkInId } = opened;
  if (checkInId === null) {
    const asked = { purpose: "survey" as const, title, audience, opensAt: null, closesAt, reminders: 0 };
    return launchWithin(context, tx, actor.id, asked, people);
  }
  await moveCheckIn(tx, opened);
  const launch = { id: checkInId, action: "check-in.launched", decide: launching(context, people) };
  await stepWithin(context, tx, actor.id, { ...launch, door: actor.door });
  return checkInId;
}

async function frozen(tx: Writer, audience: SurveyAudience) {
  const teams = await allTeams(tx);
  const membership = freeze(await peopleAtHome(tx, teamsOf(teams, audience)), teams);
  if (membership.members.length === 0) throw new Refusal("invalid", "audience-empty");
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const invited = withThoseBelow(membership.teams, ownPeople(membership));
  const groups = membership.teams.map((team) => ({
    ...team,
    name: team.id === everyoneGroup ? "" : (names.get(team.id) ?? team.id),
    invited: invited.get(team.id) ?? 0,
  }));
  return { members: membership.members, groups };
}

function ownPeople({ members }: Membership): Map<string, number> {
  const own = new Map<string, number>();
  for (const { groupId } of members) own.set(groupId, (own.get(groupId) ?? 0) + 1);
  return own;
}

function teamsOf(
  teams: Awaited<ReturnType<typeof allTeams>>,
  audience: SurveyAudience,
): readonly string[] | null {
  if ("everyone" in audience) return null;
  const known = new Set(teams.map(({ id }) => id));
  if (!audience.teamIds.every((id) => known.has(id))) throw new Refusal("invalid", "team-unknown");
  return audience.includeBelow ? withTeamsBelow(teams, audience.teamIds) : audience.teamIds;
}

/** @throws Refusal invalid `application-unknown` */
async function refuseUnknownApplications(tx: Writer, { items }: Survey): Promise<void> {
  const ids = items.flatMap(({ applicationId }) => applicationId ?? []);
  if (!(await areApplications(tx, ids))) throw new Refusal("invalid", "application-unknown");
}

/** The question in Teams goes to whom the survey asks and closes when the survey does. */
async function moveCheckIn(tx: Writer, { checkInId, audience, closesAt }: Survey): Promise<void> {
  if (checkInId === null) return;
  const checkIn = await findCheckIn(tx, checkInId);
  if (checkIn === null || checkIn.state === "closed") return;
  const moved = { ...checkIn, audience, closesAt: closesAt ?? checkIn.closesAt };
  if (moved.closesAt === checkIn.closesAt && isSameAudience(audience, checkIn.audience)) return;
  await updateCheckIn(tx, { ...moved, version: checkIn.version + 1 });
}

export function by(caller: Caller): SurveyActor {
  return { id: caller.person.id, door: "tab" };
}
