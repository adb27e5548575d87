import type { ReleasedGroup, ShownComment } from "../../src/database/stores/survey-release-store";
import type { Application } from "../../src/domain/application/application";
import type { AuditEvent } from "../../src/domain/audit-event";
import { addDays } from "../../src/domain/instant";
import type { Person } from "../../src/domain/person";
import {
  type Answer,
  type PeopleByTeam,
  releases,
  tally,
  withThoseBelow,
} from "../../src/domain/survey/close";
import { placesOfComments } from "../../src/domain/survey/comments";
import { textFor } from "../../src/domain/survey/item";
import { itemBank } from "../../src/domain/survey/item-bank";
import { everyoneGroup, type FrozenTeam, freeze, type Member } from "../../src/domain/survey/membership";
import { type Programme, runAfter } from "../../src/domain/survey/programme";
import type { ReleasedFigures } from "../../src/domain/survey/release";
import {
  beginClosing,
  draftSurvey,
  endClosing,
  openSurvey,
  type Survey,
  type SurveyItem,
} from "../../src/domain/survey/survey";
import type { Team } from "../../src/domain/team";
import { idFrom, type RandomSource, randomFrom } from "../../tests/support/builders";
import { madeUpAnswer, saysSomething } from "./council-answers";
import { demonstrated, toolOf } from "./council-courses";
import { fixedPeople } from "./fixed-people";

export interface ClosedRun {
  readonly survey: Survey;
  readonly release: readonly ReleasedGroup[];
  readonly comments: readonly ShownComment[];
}

export interface CouncilSurveys {
  readonly programmes: readonly Programme[];
  /** The oldest first. */
  readonly runs: readonly ClosedRun[];
}

export interface SurveyPlace {
  readonly applications: readonly Application[];
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  readonly seed: number;
  readonly now: Date;
}

const itManagerId = fixedPeople.find(({ role }) => role === "Toolroll.ItManager")?.id ?? "";
const timeZone = "Europe/London";
const everyWeeks = 13;
const daysOpen = 14;
/** The last of them closed three days ago. */
const openedDaysAgo = [199, 108, 17];

/**
 * A programme with three runs that have closed. Answers are made up, figures are not: they are made by what makes them at a close,
 * so that what a council sees first is what it will see, hidden teams and all.
 */
export function councilSurveys(place: SurveyPlace): CouncilSurveys {
  const { people, teams, seed, now } = place;
  const programmeId = idFrom("survey-programme/confidence");
  const { members, teams: frozen } = freeze(people, teams);
  const runs = openedDaysAgo.map((days, run): ClosedRun => {
    const opened = addDays(now, -days);
    const survey = closedSurvey(place, programmeId, run, opened);
    return { survey, ...released(survey, members, frozen, teams, run, randomFrom(`${seed}/survey/${run}`)) };
  });
  const last = addDays(now, -(openedDaysAgo.at(-1) ?? 0));
  const minute = 9 * 60;
  const programme: Programme = {
    ...{ id: programmeId, everyWeeks, daysOpen, minute, state: "running", createdBy: itManagerId },
    nextOpensAt: runAfter({ everyWeeks, minute }, last, timeZone),
    createdAt: addDays(now, -(openedDaysAgo[0] ?? 0)).toISOString(),
    version: openedDaysAgo.length,
  };
  return { programmes: [programme], runs };
}

function closedSurvey(
  { applications, now }: SurveyPlace,
  programmeId: string,
  run: number,
  openedOn: Date,
): Survey {
  const opened = atHour(openedOn, 9);
  const closes = atHour(addDays(openedOn, daysOpen), 17);
  const id = idFrom(`survey/confidence/${run}`);
  const draft = draftSurvey(
    {
      ...{ title: "Confidence at work", items: itemsOf(id, applications), audience: { everyone: true } },
      ...{ comments: true, closesAt: closes.toISOString(), minimumGroup: null, pulse: true },
    },
    { id, createdBy: itManagerId, programmeId },
    opened,
  );
  return endClosing(beginClosing(openSurvey(draft, opened)), closes < now ? closes : now);
}

function atHour(day: Date, hour: number): Date {
  return new Date(`${day.toISOString().slice(0, 10)}T${String(hour).padStart(2, "0")}:00:00.000Z`);
}

/** A pulse: two skills, two themes of culture, and one about a tool that everybody has. */
function itemsOf(surveyId: string, applications: readonly Application[]): SurveyItem[] {
  const tool = toolOf(applications);
  return itemBank.flatMap((bank): SurveyItem[] => {
    const id = idFrom(`${surveyId}/${bank.id}`);
    if (bank.kind === "application") {
      if (bank.id !== "everyday-work" || tool === undefined) return [];
      const text = textFor(bank, tool.name);
      return [{ id, kind: bank.kind, text, applicationId: tool.id, theme: null }];
    }
    if (!demonstrated.includes(bank.id)) return [];
    const theme = bank.kind === "culture" ? bank.theme : null;
    return [{ id, kind: bank.kind, text: bank.text, applicationId: null, theme }];
  });
}

function released(
  survey: Survey,
  members: readonly Member[],
  frozen: readonly FrozenTeam[],
  teams: readonly Team[],
  run: number,
  random: RandomSource,
): Pick<ClosedRun, "release" | "comments"> {
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const answering = members.filter(({ groupId }) => random.chance(0.62 + 0.06 * (groupId.charCodeAt(0) % 5)));
  const answers = answering.flatMap(({ personId, groupId }): Answer[] =>
    survey.items.map((item, place) => ({
      ...{ groupId, itemId: item.id },
      value: madeUpAnswer({ personId, team: names.get(groupId) ?? "", place, run }, random),
    })),
  );
  const itemIds = survey.items.map(({ id }) => id);
  const invited = countOf(members);
  const figures = new Map<string, Record<string, ReleasedFigures>>();
  for (const [itemId, ofItem] of releases(
    frozen,
    invited,
    tally(frozen, itemIds, answers),
    survey.minimumGroup,
  )) {
    for (const [team, one] of ofItem) figures.set(team, { ...figures.get(team), [itemId]: one });
  }
  const [asked, responded] = [withThoseBelow(frozen, invited), withThoseBelow(frozen, countOf(answering))];
  return {
    release: frozen.map((team) => ({
      ...team,
      name: team.id === everyoneGroup ? "" : (names.get(team.id) ?? ""),
      invited: asked.get(team.id) ?? 0,
      responded: responded.get(team.id) ?? 0,
      figures: figures.get(team.id) ?? {},
    })),
    comments: commentsOf(survey, frozen, answering, random),
  };
}

function commentsOf(
  { id: surveyId, minimumGroup }: Survey,
  frozen: readonly FrozenTeam[],
  answering: readonly Member[],
  random: RandomSource,
): ShownComment[] {
  const places = placesOfComments(frozen, countOf(answering), minimumGroup);
  const shown = saysSomething.flatMap((text, at) => {
    const writer = answering[Math.floor(random.next() * answering.length)];
    const groupId = writer && places.get(writer.groupId);
    if (groupId === undefined) return [];
    return [
      { id: idFrom(`${surveyId}/comment/${at}/${random.next()}`), groupId, text, namesSomebody: false },
    ];
  });
  return shown.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function countOf(members: readonly Member[]): PeopleByTeam {
  const own = new Map<string, number>();
  for (const { groupId } of members) own.set(groupId, (own.get(groupId) ?? 0) + 1);
  return own;
}

/** As the log tells of a survey: never that somebody answered. */
export function surveyHistory(runs: readonly ClosedRun[]): AuditEvent[] {
  return runs.flatMap(({ survey: { id, title, openedAt, closedAt }, release }) => {
    const whole = release.find(({ parentId }) => parentId === null);
    const told = (what: string, at: string | null, field: string, to: unknown): AuditEvent => ({
      id: idFrom(`${id}/${what}`),
      at: at ?? "",
      actorId: "clock",
      door: "seed",
      action: `survey.${what}`,
      subjectKind: "survey",
      subjectId: id,
      changes: [
        { field: "title", from: null, to: title },
        { field, from: null, to },
      ],
      reason: null,
    });
    return [
      told("opened", openedAt, "invited", whole?.invited ?? 0),
      told("released", closedAt, "responded", whole?.responded ?? 0),
    ];
  });
}
