import fc from "fast-check";
import { scored } from "../src/domain/survey/counts";
import { hierarchyOf } from "../src/domain/survey/hierarchy";
import { defaultMinimum } from "../src/domain/survey/release";
import { startTestServer, type TestServer } from "../tests/support/server";
import { type Published, recovered } from "../tests/support/survey/attack";
import { organisation } from "../tests/support/survey/organisation";
import {
  type AskedSurvey,
  ask,
  type Planted,
  plant,
  train,
  turned,
} from "../tests/support/survey/planted-organisation";
import { type ReadDoors, readDoors } from "../tests/support/survey/read-doors";
import { cellsIn, type Known } from "../tests/support/survey/told-cells";
import { saysMore, sumsIn } from "../tests/support/survey/told-cohorts";
import { type Figure, none } from "./figure";

const offices = ["person-it", "person-auditor", "person-administrator", "person-staff"];
const unlimited = { read: 1e9, write: 1e9 };

/** One organisation that was asked twice, and what each reader was told. */
interface Asked {
  readonly planted: Planted;
  readonly surveys: readonly AskedSurvey[];
  readonly readers: readonly ReadDoors[];
  /** What each of them was told of teams that took a course, that their own cells do not say. */
  readonly sums: readonly { readonly more: boolean }[];
  /** What could be read by somebody in IT while the second survey was open. */
  readonly early: number;
}

/**
 * The attack on so many organisations through the doors of a real server: each is asked twice and closed as in service, then managers of
 * every level, IT, auditors, administrators and staff fetch all that speaks of surveys, and what they were told is attacked.
 */
export async function surveyReaderRun(organisations: number): Promise<Figure[]> {
  const sample = fc.sample(organisation, { numRuns: organisations, seed: 20_261_138 });
  const server = await startTestServer({ limits: unlimited });
  try {
    const all: Asked[] = [];
    for (const [at, groups] of sample.entries())
      all.push(await askTwice(server, await plant(server, groups, `o${at}`)));
    return figuresOf(all);
  } finally {
    await server.stop();
  }
}

async function askTwice(server: TestServer, planted: Planted): Promise<Asked> {
  const first = await ask(server, planted);
  await close(server, first);
  const courseId = await train(server, planted);
  const second = await ask(server, turned(planted));
  const surveys = [first, second];
  const early = await readDoors(server, "person-it", planted, [second], courseId);
  await close(server, second);
  await server.as("person-administrator")("POST", "/api/findings/round", {});
  const readers: ReadDoors[] = [];
  for (const reader of [...offices, ...planted.managers, planted.member])
    readers.push(await readDoors(server, reader, planted, surveys, courseId));
  const known = knownOf(planted, surveys);
  const ofSecond = cellsIn(early.told, known).get(second.id);
  const sums = readers.flatMap(({ told, cohorts }) => {
    const cells = cellsIn(told, known);
    return sumsIn(cohorts, planted.invited).map((sum) => ({ more: saysMore(sum, cells) }));
  });
  const tooEarly = (ofSecond?.size ?? 0) + early.gossip.length + early.cohorts.length;
  return { planted, surveys, readers, sums, early: tooEarly };
}

async function close(server: TestServer, { id }: AskedSurvey): Promise<void> {
  const { status } = await server.as("person-it")("POST", `/api/surveys/${id}/close`);
  if (status !== 200) throw new Error(`a survey was not closed: ${status}`);
}

function figuresOf(all: readonly Asked[]): Figure[] {
  const naive = all.filter(({ planted, surveys }) =>
    surveys.some((survey) => recovered(survey.targets, minimumOnly(planted, survey), 0).length > 0),
  );
  const attacks = [0, 1, 2].map((colluders) =>
    none(
      `groups whose people are recovered by all readers together with ${colluders} colluders`,
      all.flatMap((one) =>
        viewsOf(one).flatMap(([survey, view]) => recovered(survey.targets, view, colluders)),
      ),
    ),
  );
  const meet = all.flatMap(({ surveys }) => surveys.flatMap(meeting)).length;
  const told = all.flatMap(({ planted, surveys, readers: [it] }) => {
    const cells = cellsIn(it?.told ?? [], knownOf(planted, surveys));
    return surveys.flatMap(({ id }) => [...(cells.get(id)?.keys() ?? [])]);
  }).length;
  const sums = all.flatMap((one) => one.sums);
  const share = Math.round((told / meet) * 100);
  return [
    {
      name: "organisations the attack gets into where doors would tell all of a minimum group",
      value: naive.length,
      goal: ">= 1 in 5",
      reached: naive.length >= all.length / 5,
    },
    ...attacks,
    none(
      "doors that say something of answers beside the release",
      all.flatMap(({ readers }) => readers.flatMap(({ gossip }) => gossip)),
    ),
    none(
      `sums over teams that took a course that say more than their cells, of ${sums.length}`,
      sums.filter(({ more }) => more),
    ),
    none(
      "organisations of which a door tells a figure while they are asked",
      all.filter(({ early }) => early > 0),
    ),
    {
      name: "cells told of those that meet the minimum",
      value: `${share} %`,
      goal: ">= 40 %",
      reached: share >= 40,
    },
  ];
}

/**
 * What all readers know of each survey when they put it together. Whoever knows less can tell no more worlds apart, so nobody is
 * recovered by one reader who is not recovered by all of them.
 */
function viewsOf({ planted, surveys, readers }: Asked): (readonly [AskedSurvey, Published])[] {
  const told = readers.flatMap((reader) => reader.told);
  const cells = cellsIn(told, knownOf(planted, surveys));
  return surveys.map((survey) => [survey, cells.get(survey.id) ?? new Map()]);
}

function knownOf({ groups, invited }: Planted, surveys: readonly AskedSurvey[]): Known {
  const totals = hierarchyOf(groups).totals;
  return {
    surveyOfItem: new Map(surveys.map(({ id, itemId }) => [itemId, id])),
    scored: new Map([...totals].map(([id, counts]) => [id, scored(counts)])),
    invited,
  };
}

/** Groups that meet the minimum with those below them, with their counts. */
function meeting({ targets }: AskedSurvey) {
  const groups = targets.map(({ id, parentId, truth: [favourable, neutral, unfavourable] }) => {
    return { id, parentId, own: { favourable, neutral, unfavourable, unscored: 0 } };
  });
  return [...hierarchyOf(groups).totals].filter(([, counts]) => scored(counts) >= defaultMinimum);
}

/** What the same doors would tell were a minimum group the only rule, read by the same eyes. */
function minimumOnly(planted: Planted, survey: AskedSurvey): Published {
  const items = meeting(survey).map(([teamId, counts]) => {
    return { teamId, items: [{ itemId: survey.itemId, n: scored(counts), ...counts }] };
  });
  const told = [{ surveyId: survey.id, body: { nodes: items } }];
  return cellsIn(told, knownOf(planted, [survey])).get(survey.id) ?? new Map();
}
