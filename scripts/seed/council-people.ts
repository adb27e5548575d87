import type { Person } from "../../src/domain/person";
import type { Team } from "../../src/domain/team";
import { aPerson, emailOf, idFrom, type RandomSource, randomFrom } from "../../tests/support/builders";
import type { CouncilTeam } from "./council-teams";
import { fixedIds, fixedPeople } from "./fixed-people";
import { familyNames, givenNames } from "./names";

const leaverShare = 0.04;
const withoutTeamShare = 0.005;

/** The fixed people, then one person who leads each team, then everybody else in teams of uneven size. */
export function councilPeople(count: number, teams: readonly CouncilTeam[], seed: number): Person[] {
  const random = randomFrom(`${seed}/people`);
  const nameAndEmail = namer(random);
  const idOfTeam = new Map(teams.map((team) => [team.name, team.id]));
  const people: Person[] = fixedPeople.map(({ id, name, team }) => ({
    ...nameAndEmail(name),
    id,
    teamId: idOfTeam.get(team) ?? null,
    active: true,
  }));
  const led = new Set(fixedPeople.filter(({ manages }) => manages).map(({ team }) => team));
  const toLead = teams.filter(({ name }) => !led.has(name));
  const homeTeam = homeTeams(teams, random);
  while (people.length < count) {
    const index = people.length;
    const leads = toLead[index - fixedPeople.length];
    const teamId = leads ? leads.id : random.chance(withoutTeamShare) ? null : homeTeam();
    const active = leads !== undefined || !random.chance(leaverShare);
    people.push(aPerson({ ...nameAndEmail(), id: idFrom(`${seed}/person/${index}`), teamId, active }));
  }
  return people;
}

/**
 * Every team has a manager: its fixed one, else the first person of the team. Here and there one person manages two
 * teams of a service, and in a council too small for 60 leaders the manager above stands in.
 */
export function withManagers(teams: readonly CouncilTeam[], people: readonly Person[]): Team[] {
  const managers = new Map<string, string>();
  const fixedManagers = new Map(fixedPeople.filter((person) => person.manages).map((p) => [p.team, p.id]));
  const firstOf = new Map<string, string>();
  for (const person of people) {
    if (person.teamId === null || fixedIds.has(person.id) || firstOf.has(person.teamId)) continue;
    if (person.active) firstOf.set(person.teamId, person.id);
  }
  const lastOfService = new Map<string, string>();
  teams.forEach((team, index) => {
    const above = team.parentId ?? "";
    const sibling = managers.get(lastOfService.get(above) ?? "");
    const shared = index % 8 === 7 && sibling && !fixedIds.has(sibling) ? sibling : undefined;
    const manager = fixedManagers.get(team.name) ?? shared ?? firstOf.get(team.id) ?? managers.get(above);
    managers.set(team.id, manager ?? directorId);
    if (team.level === 3) lastOfService.set(above, team.id);
  });
  return teams.map(({ level: _level, ...team }) => ({ ...team, managerIds: [managers.get(team.id) ?? ""] }));
}

const directorId = fixedPeople.at(-1)?.id ?? "";

/** Most people are in teams of level 3; these differ in size as a library and a depot do. */
function homeTeams(teams: readonly CouncilTeam[], random: RandomSource): () => string {
  const places = teams.flatMap((team) => {
    const size = team.level === 3 ? random.between(4, 24) : team.level;
    return Array.from({ length: size }, () => team.id);
  });
  return () => random.pick(places);
}

/** Namesakes get a number in their e-mail address, as the directory of a council gives them. */
function namer(random: RandomSource): (name?: string) => Pick<Person, "name" | "email"> {
  const namesakes = new Map<string, number>();
  return (fixedName) => {
    const name = fixedName ?? `${random.pick(givenNames)} ${random.pick(familyNames)}`;
    const key = emailOf(name);
    const count = (namesakes.get(key) ?? 0) + 1;
    namesakes.set(key, count);
    return { name, email: emailOf(name, count) };
  };
}
