import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { insertDevices } from "../../database/stores/device-store";
import { deviceTerms } from "../../database/stores/device-terms-store";
import { saveIdentities } from "../../database/stores/graph/device-identity-store";
import {
  noteStandings,
  type SeenDevice,
  seenDevices,
} from "../../database/stores/graph/managed-device-store";
import { holdDevices } from "../../database/stores/graph/seen-device-store";
import { dropOrigins, originsBySubject, setOrigins } from "../../database/stores/origin-store";
import { type AuditEvent, changesBetween } from "../../domain/audit-event";
import { register, toldDeviceFields } from "../../domain/device";
import { settled } from "../../domain/device-label";
import { type DeviceStanding, draftOf, sight } from "../../domain/graph-sync/device-sighting";
import type { Caller } from "../../domain/permission";
import type { FieldOrigin, Resolution, Ruling } from "../../domain/provenance";
import { Refusal, type RefusalCode } from "../../domain/refusal";
import { recordIds, type ServiceContext } from "../service-context";
import { writeSighted } from "./apply-devices";
import type { NewEvent } from "./apply-people";
import { peopleOf, sightingOf } from "./sightings";
import { eventMaker } from "./swap-people";
import { candidateIds } from "./waiting-devices";

/** What somebody says of a device of Intune that waits. */
export type SightingDecision =
  /** Of fields that somebody set by hand. */
  | { readonly resolution: Resolution }
  /** Which device of the register it is. */
  | { readonly deviceId: string };

type Held = SeenDevice & { readonly syncId: string };

/**
 * Settles what a device of Intune waits for. What is kept is not asked about again.
 * @throws Refusal not-found; conflict `sighting-settled`; invalid `sighting-not-chosen`
 */
export function decideSighting(
  context: ServiceContext,
  caller: Caller,
  intuneId: string,
  decision: SightingDecision,
): Promise<{ readonly standing: DeviceStanding }> {
  return context.gateway.write(async (tx) => {
    const [seen] = await seenDevices(tx, [intuneId]);
    if (seen === undefined) throw new Refusal("not-found", "not-found");
    const awaited = "resolution" in decision ? "contested" : "conflict";
    if (seen.standing !== awaited) throw new Refusal("conflict", "sighting-settled");
    const deviceId = "resolution" in decision ? seen.deviceId : await chosen(tx, seen, decision.deviceId);
    await saveIdentities(tx, [{ deviceId, intuneId, entraKey: seen.entraKey }]);
    const resolution = "resolution" in decision ? decision.resolution : null;
    const contested = await takeIn(tx, seen, deviceId, resolution, eventsBy(context, caller));
    const standing = contested.length > 0 ? "contested" : "matched";
    await noteStandings(tx, seen.syncId, [{ intuneId, standing, deviceId, contested }]);
    return { standing };
  });
}

async function chosen(tx: Writer, seen: Held, deviceId: string): Promise<string> {
  const ids = (await candidateIds(tx, [seen])).get(seen.intuneId) ?? [];
  if (!ids.includes(deviceId)) throw new Refusal("invalid", "sighting-not-chosen");
  return deviceId;
}

/** @returns fields that still wait for a decision */
async function takeIn(
  tx: Writer,
  seen: Held,
  deviceId: string,
  resolution: Resolution | null,
  newEvent: NewEvent,
): Promise<string[]> {
  const devices = await holdDevices(tx, [deviceId]);
  const before = devices.get(deviceId);
  if (before === undefined) throw new Refusal("conflict", "sighting-settled");
  const people = await peopleOf(tx, [seen], devices.values());
  const origins = (await originsBySubject(tx, "device", [deviceId])).get(deviceId) ?? new Map();
  const sighted = sight(before, sightingOf(seen, people), origins, resolution);
  const action = sighted.ruling.taken.length > 0 ? "device.conflict-taken" : "device.changed";
  await writeSighted(tx, [{ ...sighted, before }], people, (event) => newEvent({ ...event, action }));
  await noteRuling(tx, deviceId, sighted.ruling, origins, newEvent);
  return sighted.ruling.contested.map(({ field }) => field);
}

/** Remembers what was declined, and lets go of what was overridden. */
async function noteRuling(
  tx: Writer,
  deviceId: string,
  { kept, taken }: Ruling,
  origins: ReadonlyMap<string, FieldOrigin>,
  newEvent: NewEvent,
): Promise<void> {
  const originsAt = (field: string) => origins.get(field) ?? [];
  await setOrigins(
    tx,
    kept.flatMap(({ field, to }) => [originsAt(field)].flat().map((origin) => ({ ...origin, declined: to }))),
  );
  await dropOrigins(
    tx,
    taken.flatMap(({ field }) => originsAt(field)),
  );
  if (kept.length === 0) return;
  // What was declined stands first and what stays second, as after an import.
  const changes = kept.map(({ field, from, to }) => ({ field, from: to, to: from }));
  const subject = { subjectKind: "device", subjectId: deviceId };
  await recordEvents(tx, [newEvent({ ...subject, action: "device.conflict-kept", changes })]);
}

export interface Added {
  readonly added: number;
  readonly refused: readonly { readonly id: string; readonly refusal: Refusal }[];
}

/** Which refusals concern one device of many, so that the others are added all the same. */
const ofOne: readonly RefusalCode[] = ["asset-tag-taken", "asset-tag-empty", "character-hidden"];

/**
 * Adds devices to the register that Intune knows and it does not, each by itself. Their holders are not asked: that
 * Intune names them tells who has it already.
 */
export async function addSightings(
  context: ServiceContext,
  caller: Caller,
  intuneIds: readonly string[],
): Promise<Added> {
  const refused: { id: string; refusal: Refusal }[] = [];
  let added = 0;
  for (const id of new Set(intuneIds)) {
    try {
      await context.gateway.write((tx) => addOne(context, caller, tx, id));
      added += 1;
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      if (ofOne.includes(refusal.code)) refused.push({ id, refusal });
      else if (refusal.code !== "sighting-settled") throw refusal;
    }
  }
  return { added, refused };
}

async function addOne(context: ServiceContext, caller: Caller, tx: Writer, intuneId: string): Promise<void> {
  const [seen] = await seenDevices(tx, [intuneId]);
  if (seen?.standing !== "new") throw new Refusal("conflict", "sighting-settled");
  const people = await peopleOf(tx, [seen], []);
  const said = draftOf(sightingOf(seen, people));
  const draft = settled((await deviceTerms(tx)).labels, null, said);
  const device = register(draft, recordIds(context)(), "intune");
  await insertDevices(tx, [device], people);
  const deviceId = device.id;
  await saveIdentities(tx, [{ deviceId, intuneId, entraKey: seen.entraKey }]);
  await noteStandings(tx, seen.syncId, [{ intuneId, standing: "matched", deviceId, contested: [] }]);
  const changes = changesBetween(null, device, toldDeviceFields);
  const subject = { subjectKind: "device", subjectId: deviceId, action: "device.created" };
  await recordEvents(tx, [eventsBy(context, caller)({ ...subject, changes })]);
}

/** Through the door of the sync, because the values come from there; by whoever decided. */
function eventsBy(context: ServiceContext, caller: Caller): NewEvent {
  const newEvent = eventMaker(context);
  return (event): AuditEvent => ({ ...newEvent(event), actorId: caller.person.id });
}
