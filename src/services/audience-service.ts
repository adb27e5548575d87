import type { Reader } from "../database/gateway";
import { findApplication } from "../database/stores/application-store";
import {
  type Addressee,
  everyone,
  holdersOfModel,
  holdersOfSku,
  peopleInWave,
  peopleNamed,
  peopleOfTeams,
  usersOfApplication,
} from "../database/stores/audience-store";
import { findWave } from "../database/stores/rollout/wave-store";
import { allTeams } from "../database/stores/team-store";
import type { Audience } from "../domain/audience";
import { matchKey } from "../domain/match-key";
import { Refusal } from "../domain/refusal";
import { withTeamsBelow } from "../domain/team";
import { thoseNotUsing } from "./licence/review-asking";

/**
 * Who an audience is at this moment, those who have left among them.
 * @throws Refusal invalid `person-unknown`, `team-unknown`, `application-unknown`, `wave-unknown`, `audience-not-available`, `audience-empty`
 * @param notUsing only those who are known not to use this SKU
 */
export async function resolveAudience(
  reader: Reader,
  audience: Audience,
  notUsing: string | null = null,
): Promise<Addressee[]> {
  const people = await narrowed(reader, audience, notUsing);
  if (people.length === 0) throw new Refusal("invalid", "audience-empty");
  return people;
}

/** How many people an audience would reach now; none where a team or person of it is no longer there. */
export async function countAudience(
  reader: Reader,
  audience: Audience,
  notUsing: string | null = null,
): Promise<number> {
  const people = await narrowed(reader, audience, notUsing).catch((fault: unknown) => {
    if (fault instanceof Refusal) return [];
    throw fault;
  });
  return people.filter((person) => person.active).length;
}

async function narrowed(reader: Reader, audience: Audience, notUsing: string | null): Promise<Addressee[]> {
  const people = await addresseesOf(reader, audience);
  return notUsing === null ? people : thoseNotUsing(reader, people, notUsing);
}

async function addresseesOf(reader: Reader, audience: Audience): Promise<Addressee[]> {
  if ("everyone" in audience) return everyone(reader);
  if ("teamIds" in audience) return ofTeams(reader, audience.teamIds, audience.includeBelow);
  if ("personIds" in audience) return named(reader, audience.personIds);
  if ("deviceModel" in audience) return holdersOfModel(reader, matchKey(audience.deviceModel));
  if ("skuId" in audience) return holdersOfSku(reader, audience.skuId);
  if ("applicationId" in audience) return ofApplication(reader, audience.applicationId);
  if ("waveId" in audience) return ofWave(reader, audience.waveId);
  throw new Refusal("invalid", "audience-not-available");
}

async function ofTeams(reader: Reader, teamIds: readonly string[], below: boolean): Promise<Addressee[]> {
  const teams = await allTeams(reader);
  const known = new Set(teams.map((team) => team.id));
  if (!teamIds.every((id) => known.has(id))) throw new Refusal("invalid", "team-unknown");
  return peopleOfTeams(reader, below ? withTeamsBelow(teams, teamIds) : teamIds);
}

async function ofApplication(reader: Reader, id: string): Promise<Addressee[]> {
  if ((await findApplication(reader, id, { kind: "everything" })) === null)
    throw new Refusal("invalid", "application-unknown");
  return usersOfApplication(reader, id);
}

async function ofWave(reader: Reader, id: string): Promise<Addressee[]> {
  if ((await findWave(reader, id, { kind: "everything" })) === null)
    throw new Refusal("invalid", "wave-unknown");
  return peopleInWave(reader, id);
}

async function named(reader: Reader, personIds: readonly string[]): Promise<Addressee[]> {
  const people = await peopleNamed(reader, personIds);
  if (people.length < new Set(personIds).size) throw new Refusal("invalid", "person-unknown");
  return people;
}
