import { insertPeople } from "../../../src/database/stores/person-store";
import { insertTeams } from "../../../src/database/stores/team-store";
import type { AnswerValue } from "../../../src/domain/survey/scale";
import type { AnswerBody, TestServer } from "../server";

/** The small council with so many more people in each of its services that there is something to publish. */
export async function moreStaff(
  server: TestServer,
  sizes: Readonly<Record<string, number>>,
): Promise<string[]> {
  const people = Object.entries(sizes).flatMap(([teamId, size]) =>
    Array.from({ length: size }, (_, at) => {
      const id = `${teamId}-${at}`;
      return { id, name: `Person ${id}`, email: `${id}@council.example`, teamId, active: true };
    }),
  );
  await server.context.gateway.write(async (tx) => {
    const parks = { id: "team-parks", name: "Parks", parentId: "team-places", managerIds: [] };
    if ("team-parks" in sizes) await insertTeams(tx, [parks]);
    await insertPeople(tx, people);
  });
  return people.map(({ id }) => id);
}

export const statements = [
  { kind: "skill", text: { en: "I can find a file again.", cy: "Gallaf ddod o hyd i ffeil." } },
  { kind: "culture", text: { en: "I can see what residents need." }, theme: "customer-focused" },
] as const;

export interface OpenSurvey {
  readonly id: string;
  readonly itemIds: readonly string[];
}

export async function openSurvey(server: TestServer, more: object = {}): Promise<OpenSurvey> {
  const it = server.as("person-it");
  const wanted = { title: "Autumn", items: statements, audience: { everyone: true }, ...more };
  const { body } = await it("POST", "/api/surveys", wanted);
  const opened = await it("POST", `/api/surveys/${body.id}/open`);
  if (opened.status !== 200) throw new Error(`not opened: ${opened.body.detail}`);
  return { id: body.id, itemIds: (body.items as AnswerBody[]).map(({ id }) => id) };
}

const signedIn = new WeakMap<TestServer, Map<string, ReturnType<TestServer["as"]>>>();

/** Signs in once per person: most of these tests are about many people. */
function as(server: TestServer, personId: string): ReturnType<TestServer["as"]> {
  const people = signedIn.get(server) ?? new Map();
  signedIn.set(server, people);
  const call = people.get(personId) ?? server.as(personId);
  people.set(personId, call);
  return call;
}

/** Answers all items alike. */
export function say(
  server: TestServer,
  survey: OpenSurvey,
  personId: string,
  value: AnswerValue,
  more: object = {},
) {
  const answers = survey.itemIds.map((itemId) => ({ itemId, value }));
  return as(server, personId)("POST", `/api/my/surveys/${survey.id}/response`, { answers, ...more });
}
