import type { Writer } from "../../database/gateway";
import { homeRuleInForce } from "../../database/stores/graph/home-team-store";
import {
  dropPart,
  type PartsInForce,
  partsInForce,
  putInForce,
} from "../../database/stores/graph/part-store";
import { countSeats } from "../../database/stores/graph/seat-recount-store";
import { countGone } from "../../database/stores/graph/staged-range";
import { type Vanishing, vanishing } from "../../domain/graph-sync/vanishing";
import { type Instant, toInstant } from "../../domain/instant";
import type { ServiceContext } from "../service-context";
import { applyPeople, type NewEvent, type PeopleChanged, syncActor } from "./apply-people";
import { makeHomeTeams, nameManagers } from "./apply-teams";

interface Reading {
  readonly syncId: string;
  readonly asOf: Instant;
  readonly deltaLink: string;
  readonly signInsFresh: boolean;
}

/** Who would be gone if a staged reading came into force. */
export async function wouldVanish(
  context: ServiceContext,
  inForce: PartsInForce,
  syncId: string,
): Promise<Vanishing> {
  const people = inForce.get("people");
  if (people === undefined) return vanishing({ before: 0, gone: 0 });
  return vanishing(await context.gateway.read((reader) => countGone(reader, people.syncId, syncId)));
}

/** The one swap: register, teams, licences and their age change together or not at all. */
export async function swapPeople(
  context: ServiceContext,
  tx: Writer,
  reading: Reading,
): Promise<PeopleChanged> {
  const beforeId = (await partsInForce(tx)).get("people")?.syncId ?? null;
  const newEvent = eventMaker(context);
  const rule = await homeRuleInForce(tx);
  const homes = await makeHomeTeams(tx, reading.syncId, rule, context.newId, newEvent);
  const staged = { syncId: reading.syncId, beforeId, teams: homes.teams, newEvent };
  const changed = await applyPeople(tx, staged);
  await nameManagers(tx, homes, newEvent);
  await countSeats(tx, reading.syncId);
  await putPeopleInForce(tx, reading);
  return changed;
}

async function putPeopleInForce(
  tx: Writer,
  { syncId, asOf, deltaLink, signInsFresh }: Reading,
): Promise<void> {
  await putInForce(tx, { name: "people", syncId, asOf, deltaLink });
  await dropPart(tx, "people-waiting");
  if (signInsFresh) await putInForce(tx, { name: "sign-ins", syncId, asOf, deltaLink: "" });
}

export function eventMaker(context: ServiceContext): NewEvent {
  const at = toInstant(context.clock.now());
  return (event) => ({ id: context.newId(), at, actorId: syncActor, door: "sync", reason: null, ...event });
}
