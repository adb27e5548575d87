import { insertPeople } from "../../../src/database/stores/person-store";
import { insertTeams } from "../../../src/database/stores/team-store";
import { withThoseBelow } from "../../../src/domain/survey/close";
import type { BandCounts } from "../../../src/domain/survey/counts";
import type { FrozenGroup } from "../../../src/domain/survey/hierarchy";
import type { BankItem } from "../../../src/domain/survey/item";
import { itemBank } from "../../../src/domain/survey/item-bank";
import type { AnswerValue } from "../../../src/domain/survey/scale";
import { answerSurvey } from "../../../src/services/survey/my-survey-service";
import type { TestServer } from "../server";
import type { Target } from "./attack";
import { openSurvey } from "./survey-world";

/** An organisation among the others of a server, where everybody was asked one statement. */
export interface Planted {
  readonly groups: readonly FrozenGroup[];
  /** Asked, by group, those of groups below among them. */
  readonly invited: ReadonlyMap<string, number>;
  /** One for each group, who manages that and those below, and is not asked. */
  readonly managers: readonly string[];
  /** Somebody who is asked. */
  readonly member: string;
}

export interface AskedSurvey {
  readonly id: string;
  readonly itemId: string;
  readonly checkInId: string;
  readonly targets: readonly Target[];
}

/** What everybody is asked, and what a course is good for. */
const asked = itemBank[0] as BankItem;

/**
 * A course that the first half of each group's people took, the whole of every other group: IT may write down who was there as it likes,
 * so groups are put together in many ways. It has just taken place.
 */
export async function train(server: TestServer, { groups }: Planted): Promise<string> {
  const it = server.as("person-it");
  const { body: course } = await it("POST", "/api/courses", { title: { en: "Course" }, itemIds: [asked.id] });
  const session = { startsAt: new Date().toISOString(), places: 500 };
  const { body: held } = await it("POST", `/api/courses/${course.id}/sessions`, session);
  const attended = groups.flatMap(({ id, own }, at) => {
    const people = [...peopleOf(id, own), `${id}-silent`];
    return at % 2 === 1 ? people : people.slice(0, at % 4);
  });
  const { status } = await it("PUT", `/api/training/${held.id}/attendance`, { attended });
  if (status !== 200) throw new Error(`attendance was not recorded: ${status}`);
  return course.id;
}

const valueOfBand: Record<keyof BandCounts, AnswerValue> = {
  favourable: "5",
  neutral: "3",
  unfavourable: "1",
  unscored: "not-used",
};

/** Puts the teams, their managers and their people into the server; in every group one more is asked who never answers. */
export async function plant(
  server: TestServer,
  generated: readonly FrozenGroup[],
  name: string,
): Promise<Planted> {
  const idOf = (id: string) => `${name}-${id}`;
  const groups = generated.map(({ id, parentId, own }) => ({
    id: idOf(id),
    parentId: parentId && idOf(parentId),
    own,
  }));
  const people = groups.flatMap(({ id, own }) => [
    ...[...peopleOf(id, own), `${id}-silent`].map((personId) => person(personId, id)),
    person(`${id}-manager`, "team-places"),
  ]);
  await server.context.gateway.write(async (tx) => {
    const named = groups.map(({ id, parentId }) => ({ id, parentId, name: `Team ${id}` }));
    await insertTeams(
      tx,
      named.map((team) => ({ ...team, managerIds: [`${team.id}-manager`] })),
    );
    await insertPeople(tx, people);
  });
  const asking = new Map(groups.map(({ id, own }) => [id, peopleOf(id, own).length + 1]));
  return {
    groups,
    invited: withThoseBelow(groups, asking),
    managers: groups.map(({ id }) => `${id}-manager`),
    member: `${groups[0]?.id}-silent`,
  };
}

/** Opens a survey of the whole organisation and has everybody answer as the groups say; it stays open. */
export async function ask(server: TestServer, { groups }: Planted): Promise<AskedSurvey> {
  const [root] = groups;
  const audience = { teamIds: [root?.id], includeBelow: true };
  const items = [{ kind: asked.kind, text: asked.text }];
  const { id, itemIds } = await openSurvey(server, { items, audience });
  const [itemId = ""] = itemIds;
  for (const { id: teamId, own } of groups) {
    for (const [at, personId] of peopleOf(teamId, own).entries()) {
      const answers = [{ itemId, value: answersOf(own)[at] ?? "not-used" }];
      await answerSurvey(server.context, { surveyId: id, personId, answers, comment: null });
    }
  }
  const { body } = await server.as("person-it")("GET", `/api/surveys/${id}`);
  const targets = groups.map(({ id: teamId, parentId, own }) => {
    const truth = [own.favourable, own.neutral, own.unfavourable] as const;
    return { id: teamId, parentId, truth };
  });
  return { id, itemId, checkInId: String(body.checkInId), targets };
}

/** The same people of another mind: who was favourable is unfavourable now, and so on round. */
export function turned(planted: Planted): Planted {
  const groups = planted.groups.map((group) => {
    const { favourable, neutral, unfavourable, unscored } = group.own;
    const own = { favourable: neutral, neutral: unfavourable, unfavourable: favourable, unscored };
    return { ...group, own };
  });
  return { ...planted, groups };
}

function answersOf(own: BandCounts): AnswerValue[] {
  return (Object.keys(valueOfBand) as (keyof BandCounts)[]).flatMap((band) =>
    Array.from({ length: own[band] }, () => valueOfBand[band]),
  );
}

function peopleOf(groupId: string, own: BandCounts): string[] {
  return answersOf(own).map((_, at) => `${groupId}-${at}`);
}

function person(id: string, teamId: string) {
  return { id, name: `Person ${id}`, email: `${id}@council.example`, teamId, active: true };
}
