import type { Writer } from "../../database/gateway";
import {
  dropPart,
  type PartsInForce,
  partsInForce,
  putInForce,
} from "../../database/stores/graph/part-store";
import { staffIds } from "../../database/stores/graph/stage-store";
import { type Vanishing, vanishing } from "../../domain/graph-sync/vanishing";
import { type Instant, toInstant } from "../../domain/instant";
import type { ServiceContext } from "../service-context";
import { applyPeople, type NewEvent, type PeopleChanged, syncActor } from "./apply-people";
import { nameLeaders, teamsForDepartments } from "./apply-teams";

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
  if (people === undefined) return vanishing([], new Set());
  return context.gateway.read(async (reader) =>
    vanishing(await staffIds(reader, people.syncId), new Set(await staffIds(reader, syncId))),
  );
}

/** The one swap: register, teams, licences and their age change together or not at all. */
export async function swapPeople(
  context: ServiceContext,
  tx: Writer,
  reading: Reading,
): Promise<PeopleChanged> {
  const beforeId = (await partsInForce(tx)).get("people")?.syncId ?? null;
  const newEvent = eventMaker(context);
  const teams = await teamsForDepartments(tx, reading.syncId, context.newId, newEvent);
  const staged = { syncId: reading.syncId, beforeId, teams, newEvent };
  const changed = await applyPeople(tx, staged);
  await nameLeaders(tx, staged, newEvent);
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
