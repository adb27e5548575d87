import type { Reader } from "../database/gateway";
import { deviceTagsOf } from "../database/stores/audit-page-store";
import { recordEvents } from "../database/stores/audit-store";
import { recordsAbout } from "../database/stores/data-export-store";
import { accountsOf } from "../database/stores/graph/account-export-store";
import { namesOf } from "../database/stores/name-store";
import { textsNaming } from "../database/stores/naming-text-store";
import { mentionsOf, type PersonMention } from "../database/stores/person-mention-store";
import { findPersonById } from "../database/stores/person-store";
import { findResponse } from "../database/stores/survey-response-store";
import { surveysAsking } from "../database/stores/survey-store";
import { findTeam } from "../database/stores/team-store";
import { idsIn } from "../domain/audit-event";
import { toInstant } from "../domain/instant";
import type { Caller } from "../domain/permission";
import type { Person } from "../domain/person";
import { Refusal } from "../domain/refusal";
import type { ServiceContext } from "./service-context";

/**
 * Everything that Toolroll holds about one person. That it was put together is recorded.
 * @throws Refusal not-found
 */
export async function exportPersonData(context: ServiceContext, caller: Caller, personId: string) {
  const at = toInstant(context.clock.now());
  const held = await context.gateway.read(async (reader) => {
    const person = await findPersonById(reader, personId);
    if (person === null) throw new Refusal("not-found", "not-found");
    const team =
      person.teamId === null ? null : await findTeam(reader, person.teamId, { kind: "everything" });
    const surveys = await surveysOf(reader, personId, caller.person.id === personId);
    const records = await recordsAbout(reader, personId);
    const mentions = [...(await mentionsOf(reader, personId)), ...(await namedIn(reader, person))];
    const accounts = await accountsOf(reader, personId);
    const names = await namesFor(reader, personId, records);
    return {
      ...{ person: { ...person, teamName: team?.name ?? null }, ...records },
      ...{ surveys, mentions, accounts, names: Object.fromEntries(names) },
    };
  });
  await context.gateway.write((tx) =>
    recordEvents(tx, [
      {
        id: context.newId(),
        at,
        actorId: caller.person.id,
        door: "tab",
        action: "person.data-exported",
        subjectKind: "person",
        subjectId: personId,
        changes: [],
        reason: null,
      },
    ]),
  );
  return { exportedAt: at, ...held };
}

/** So that answers and events can be read; other people stay ids, for their names are not this person's data. */
async function namesFor(
  reader: Reader,
  personId: string,
  { checkIns, events }: Awaited<ReturnType<typeof recordsAbout>>,
): Promise<ReadonlyMap<string, string>> {
  const answered = checkIns.flatMap(({ answers }) => Object.keys(answers ?? {}));
  const subjects = events.map(({ subjectId }) => subjectId);
  const ids = [...subjects, ...idsIn(events.flatMap(({ changes }) => changes))];
  const names = await namesOf(reader, { kind: "self", personId }, ids);
  return new Map([...names, ...(await deviceTagsOf(reader, [...answered, ...subjects]))]);
}

/** Texts of other people about other things are told of, not given out: somebody has to read them first. */
async function namedIn(reader: Reader, person: Person): Promise<PersonMention[]> {
  const texts = await textsNaming(reader, person);
  return texts.map(({ record, name, field }) => ({
    record,
    name: name || null,
    as: `named in ${field}`,
    at: null,
  }));
}

/**
 * Open surveys that ask the person. What they answered, and whether, goes to nobody but the person: an administrator who exports for
 * them would read a confidential answer. They see it themselves under "Surveys for you". What has closed is not among them.
 */
async function surveysOf(reader: Reader, personId: string, isSelf: boolean) {
  const surveys: {
    title: string;
    closesAt: string | null;
    answers: Record<string, string> | null;
    comment: string | null;
  }[] = [];
  for (const { id, title, closesAt, items } of await surveysAsking(reader, personId, "")) {
    const response = isSelf ? await findResponse(reader, id, personId) : null;
    const said = items.map(({ id: itemId, text }) => [text.en, response?.answers[itemId] ?? "prefer-not"]);
    const answers = response === null ? null : Object.fromEntries(said);
    surveys.push({ title, closesAt, answers, comment: response?.comment ?? null });
  }
  return surveys;
}

export type PersonData = Awaited<ReturnType<typeof exportPersonData>>;
