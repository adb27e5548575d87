import { setImmediate as breathe } from "node:timers/promises";
import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { updateDevices } from "../../database/stores/device-store";
import {
  type DeviceIdentity,
  identitiesOf,
  registerIndex,
  saveIdentities,
} from "../../database/stores/graph/device-identity-store";
import {
  devicesAfter,
  enrolmentsOf,
  noteStandings,
  type SeenDevice,
  type Stood,
  standsForIn,
} from "../../database/stores/graph/managed-device-store";
import { holdDevices, markSeen } from "../../database/stores/graph/seen-device-store";
import { originsBySubject } from "../../database/stores/origin-store";
import type { Device } from "../../domain/device";
import { type Sighted, sight } from "../../domain/graph-sync/device-sighting";
import { isLatestEnrolment, matchManagedDevice } from "../../domain/graph-sync/managed-device";
import type { FieldOrigin } from "../../domain/provenance";
import type { NewEvent } from "./apply-people";
import { managedOf, peopleOf, sightingOf } from "./sightings";
import { eventMaker } from "./swap-people";
import { type SyncRound, writePiece } from "./sync-round";

/** Devices are compared and written some at a time: each stands for itself, and nobody waits for all of them. */
const pieceSize = 500;

/** Brings the register's devices into line with a reading that is complete, and notes how each stands to it. */
export async function applyDevices(round: SyncRound): Promise<void> {
  const { gateway } = round.context;
  const newEvent = eventMaker(round.context);
  let changed = 0;
  for (let after = ""; ; ) {
    round.stopping.throwIfAborted();
    const from: string = after;
    const seen = await gateway.read((reader) => devicesAfter(reader, round.id, from, pieceSize));
    changed += await writePiece(round, seen.length, (tx) => applyPiece(tx, round.id, seen, newEvent));
    const last = seen.at(-1);
    if (seen.length < pieceSize || last === undefined) break;
    after = last.intuneId;
    await breathe();
  }
  round.counts["devices-changed"] = changed;
}

async function applyPiece(
  tx: Writer,
  syncId: string,
  seen: readonly SeenDevice[],
  newEvent: NewEvent,
): Promise<number> {
  const stood = await standingsOf(tx, syncId, seen);
  const byId = new Map(seen.map((each) => [each.intuneId, each]));
  const matched = stood.filter(({ standing }) => standing === "matched");
  const ids = matched.flatMap(({ deviceId }) => deviceId ?? []);
  const devices = await holdDevices(tx, ids);
  const people = await peopleOf(tx, seen, devices.values());
  const origins = await originsBySubject(tx, "device", ids);
  const none = new Map<string, FieldOrigin>();
  const sighted: (Sighted & { readonly before: Device })[] = [];
  const contested = new Map<string, string[]>();
  for (const { intuneId, deviceId } of matched) {
    const [before, one] = [devices.get(deviceId ?? ""), byId.get(intuneId)];
    if (before === undefined || one === undefined) continue;
    const result = sight(before, sightingOf(one, people), origins.get(before.id) ?? none, null);
    sighted.push({ ...result, before });
    const fields = result.ruling.contested.map(({ field }) => field);
    if (fields.length > 0) contested.set(intuneId, fields);
  }
  await writeSighted(tx, sighted, people, newEvent);
  await linkDevices(tx, matched, byId);
  const ruled = stood.map((one): Stood => {
    const fields = contested.get(one.intuneId);
    return fields === undefined ? one : { ...one, standing: "contested", contested: fields };
  });
  await noteStandings(tx, syncId, ruled);
  return sighted.filter(({ changes }) => changes.length > 0).length;
}

/** Whose history tells of it and of whom only the last sighting moved. */
export async function writeSighted(
  tx: Writer,
  sighted: readonly (Sighted & { readonly before: Device })[],
  people: Parameters<typeof updateDevices>[2],
  newEvent: NewEvent,
): Promise<void> {
  const changed = sighted.filter(({ changes }) => changes.length > 0);
  await updateDevices(tx, changed, people);
  const subject = { subjectKind: "device", action: "device.changed" };
  await recordEvents(
    tx,
    changed.map(({ before, changes }) => newEvent({ ...subject, subjectId: before.id, changes })),
  );
  const seenOnly = sighted.filter(({ changes, before, after }) => {
    return changes.length === 0 && after.lastSeenAt !== before.lastSeenAt;
  });
  await markSeen(
    tx,
    seenOnly.map(({ before: { id }, after }) => ({ id, at: after.lastSeenAt ?? "" })),
  );
}

async function standingsOf(tx: Writer, syncId: string, seen: readonly SeenDevice[]): Promise<Stood[]> {
  const serialKeys = seen.map(({ serialKey }) => serialKey).filter(Boolean);
  const enrolments = await enrolmentsOf(tx, syncId, serialKeys);
  const register = await registerIndex(tx, {
    serialKeys,
    entraKeys: seen.map(({ entraKey }) => entraKey),
    intuneIds: seen.map(({ intuneId }) => intuneId),
  });
  const found = seen.map((each) => ({ each, match: matchManagedDevice(managedOf(each), register) }));
  const named = found.flatMap(({ match }) => (match.kind === "one" ? [match.deviceId] : []));
  const taken = await standsForIn(tx, syncId, named);
  return found.map(({ each, match }): Stood => {
    const { intuneId, serialKey, ownership } = each;
    const stands = { intuneId, deviceId: null, contested: [] };
    const twins = enrolments.filter((one) => serialKey !== "" && one.serialKey === serialKey);
    if (!isLatestEnrolment(each, twins)) return { ...stands, standing: "superseded" };
    if (match.kind === "conflict") return { ...stands, standing: "conflict" };
    if (match.kind === "none") return { ...stands, standing: ownership === "personal" ? "personal" : "new" };
    const by = taken.get(match.deviceId);
    // Two records of Intune that are no twins cannot both stand for one device.
    const isTaken = by !== undefined && by !== intuneId && !twins.some((one) => one.intuneId === by);
    if (isTaken) return { ...stands, standing: "conflict" };
    return { ...stands, standing: "matched", deviceId: match.deviceId };
  });
}

/** So that a device is found again when its serial says nothing, or another one. */
async function linkDevices(
  tx: Writer,
  matched: readonly Stood[],
  byId: ReadonlyMap<string, SeenDevice>,
): Promise<void> {
  const wanted = matched.map(({ deviceId, intuneId }): DeviceIdentity => {
    return { deviceId: deviceId ?? "", intuneId, entraKey: byId.get(intuneId)?.entraKey ?? "" };
  });
  const known = await identitiesOf(
    tx,
    wanted.map(({ deviceId }) => deviceId),
  );
  const news = wanted.filter(({ deviceId, intuneId, entraKey }) => {
    const before = known.get(deviceId);
    return before?.intuneId !== intuneId || before.entraKey !== entraKey;
  });
  await saveIdentities(tx, news);
}
