import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { fixedPeople } from "../scripts/seed/fixed-people";
import { openGateway } from "../src/database/data-source";
import { insertPeople, setLocalRoles } from "../src/database/stores/person-store";
import { putResponse } from "../src/database/stores/survey-response-store";
import { insertTeams } from "../src/database/stores/team-store";
import type { Person } from "../src/domain/person";
import { type AnswerValue, answerValues } from "../src/domain/survey/scale";
import type { Team } from "../src/domain/team";
import { newId } from "../src/platform/ids";
import { type Contender, startOurs } from "./contender";
import { atRest } from "./import-rate";
import { figuresOf } from "./server-figures";

/** What the close of a large survey took, and what others noticed of it. */
export interface SurveyClose {
  readonly seconds: number;
  readonly stalledMs: number;
  /** How long a process that had nothing to do was kept waiting meanwhile, which is the machine's doing. */
  readonly idleStalledMs: number;
  readonly slowestMs: number;
  readonly published: number;
}

const [people, items, services, teamsEach] = [20_000, 10, 20, 19] as const;
const goals = { seconds: 60, stalledMs: 100 } as const;
const sampleEveryMs = 100;
const priya = fixedPeople.find(({ role }) => role === "Toolroll.ItManager");

/** 400 teams, of which four in five people have answered. */
export async function measureSurveyClose(folder: string): Promise<SurveyClose> {
  const url = `sqlite:${join(mkdtempSync(join(folder, "survey-")), "toolroll.sqlite")}`;
  const staff = await fill(url);
  const database = { url, copyUrl: url, stop: async () => {} };
  const opening = await startOurs(database);
  const survey = await opened(opening).finally(() => opening.stop());
  await answer(url, survey, staff);
  const ours = await startOurs(database);
  try {
    await atRest(ours);
    return await closed(ours, survey.id);
  } finally {
    await ours.stop();
  }
}

/** What is said of it, with the goals. */
export function surveyCloseLines(close: SurveyClose): string[] {
  const { seconds, stalledMs, idleStalledMs, slowestMs, published } = close;
  const reached = (is: boolean) => (is ? "yes" : "NO");
  const of = `${people.toLocaleString("en-GB")} people, ${items} statements, ${1 + services * (1 + teamsEach)} teams`;
  return [
    `${of}: ${seconds.toFixed(1)} s, ${published} cells published   goal under ${goals.seconds} s: ${reached(seconds < goals.seconds)}`,
    `longest stall of the event loop ${Math.round(stalledMs)} ms   goal under ${goals.stalledMs} ms: ${reached(stalledMs < goals.stalledMs)}   of an idle process beside it ${Math.round(idleStalledMs)} ms`,
    `slowest of the other requests meanwhile ${Math.round(slowestMs)} ms`,
  ];
}

async function fill(url: string): Promise<Person[]> {
  const teams: Team[] = [{ id: "council", name: "Council", parentId: null, managerIds: [] }];
  for (let s = 0; s < services; s += 1) {
    teams.push({ id: `s${s}`, name: `Service ${s}`, parentId: "council", managerIds: [] });
    for (let t = 0; t < teamsEach; t += 1)
      teams.push({ id: `s${s}t${t}`, name: `Team ${s}.${t}`, parentId: `s${s}`, managerIds: [] });
  }
  const staff = Array.from({ length: people }, (_, at): Person => {
    const teamId = teams[at % teams.length]?.id ?? "council";
    return { id: `p${at}`, name: `Person ${at}`, email: `p${at}@llanfair.example`, teamId, active: true };
  });
  const gateway = await openGateway(url);
  await gateway.write(async (tx) => {
    await insertTeams(tx, teams);
    const { id = "", name = "", email = "" } = priya ?? {};
    await insertPeople(tx, [{ id, name, email, teamId: null, active: true }, ...staff]);
    await setLocalRoles(tx, [{ personId: id, role: "Toolroll.ItManager" }]);
  });
  await gateway.close();
  return staff;
}

interface Opened {
  readonly id: string;
  readonly items: readonly { readonly id: string }[];
}

async function opened(ours: Contender): Promise<Opened> {
  const statements = Array.from({ length: items }, (_, at) => ({
    kind: "skill",
    text: { en: `I can do the work of kind ${at}.` },
  }));
  const wanted = { title: "Everybody", items: statements, audience: { everyone: true } };
  const survey = await post<Opened>(ours, "/api/surveys", wanted);
  await post(ours, `/api/surveys/${survey.id}/open`);
  return survey;
}

/** Teams are of different minds, so that some of them are in danger of being given away. */
async function answer(url: string, survey: Opened, staff: readonly Person[]): Promise<void> {
  const gateway = await openGateway(url);
  await gateway.write(async (tx) => {
    for (const [at, { id: personId, teamId }] of staff.entries()) {
      if (mixed(at) % 5 === 0) continue;
      const mind = mixed(Number(teamId?.replaceAll(/\D/g, "") || 0)) % 7;
      const answers = Object.fromEntries(
        survey.items.map((item, of) => {
          const own = mixed(at * items + of + 1);
          const value: AnswerValue = answerValues[own % 3 === 0 ? own % 7 : mind] ?? "3";
          return [item.id, value];
        }),
      );
      await putResponse(
        tx,
        { surveyId: survey.id, personId, teamId: teamId ?? "" },
        { answers, comment: null },
        newId,
      );
    }
  });
  await gateway.close();
}

/** A number that looks like chance and is the same each time. */
function mixed(of: number): number {
  return (Math.imul(of + 1, 2_654_435_761) >>> 0) >>> 7;
}

async function closed(ours: Contender, id: string): Promise<SurveyClose> {
  await figuresOf(ours.url);
  const idle = monitorEventLoopDelay({ resolution: 10 });
  idle.enable();
  const begun = performance.now();
  let seconds = 0;
  const closing = post(ours, `/api/surveys/${id}/close`).finally(() => {
    seconds = (performance.now() - begun) / 1_000;
  });
  let [stalledMs, slowestMs] = [0, 0];
  while (seconds === 0) {
    const asked = performance.now();
    await get(ours, "/api/surveys?limit=20");
    slowestMs = Math.max(slowestMs, performance.now() - asked);
    stalledMs = Math.max(stalledMs, (await figuresOf(ours.url)).stalledMs);
    await pause(sampleEveryMs);
  }
  await closing;
  const idleStalledMs = idle.max / 1e6;
  const results = await get<{ nodes: { items: { hidden?: true }[] }[] }>(ours, `/api/surveys/${id}/results`);
  const published = results.nodes.flatMap((node) => node.items).filter(({ hidden }) => !hidden).length;
  return { seconds, stalledMs, idleStalledMs, slowestMs, published };
}

function get<T>(ours: Contender, path: string): Promise<T> {
  return asked<T>(ours, path, { headers: ours.headers });
}

function post<T>(ours: Contender, path: string, body: object = {}): Promise<T> {
  const headers = { ...ours.headers, "Content-Type": "application/json" };
  return asked<T>(ours, path, { method: "POST", headers, body: JSON.stringify(body) });
}

async function asked<T>({ url }: Contender, path: string, request: RequestInit): Promise<T> {
  const answer = await fetch(url + path, request);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
