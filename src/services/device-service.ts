import type { Adder, Reader, Writer } from "../database/gateway";
import { recordEvents } from "../database/stores/audit-store";
import { countProblemsOf } from "../database/stores/device-problem-store";
import { toDevice } from "../database/stores/device-row";
import { deleteDevices, findDevice, putDevices } from "../database/stores/device-store";
import { deviceTerms } from "../database/stores/device-terms-store";
import { findPersonById } from "../database/stores/person-store";
import { findTeam } from "../database/stores/team-store";
import { askHolder } from "../domain/acceptance";
import { changesBetween } from "../domain/audit-event";
import { changed } from "../domain/bulk-change";
import {
  assign,
  type Device,
  type DeviceChange,
  type DeviceDraft,
  register,
  takeBack,
  toldDeviceFields,
} from "../domain/device";
import { settled } from "../domain/device-label";
import type { DeviceView } from "../domain/device-view";
import { refuseRemoval } from "../domain/disposal";
import { lifecycleDays } from "../domain/lifecycle/lifecycle";
import type { Caller, Scope } from "../domain/permission";
import type { Person } from "../domain/person";
import { Refusal, unknownAt } from "../domain/refusal";
import type { Team } from "../domain/team";
import { askNewHolder } from "./assignment-asking";
import { present } from "./device-overview";
import { eventHead, holdersOf, saveDevice, tellDevice } from "./device-write";
import { recordIds, type ServiceContext } from "./service-context";

/**
 * Adds a device; one that names a holder but no team goes to the holder's team.
 * @throws Refusal invalid `team-unknown`, `person-unknown`, and as `settled`; conflict as `register`, `asset-tag-taken`, `person-left`
 */
export function createDevice(
  context: ServiceContext,
  caller: Caller,
  draft: DeviceDraft,
): Promise<DeviceView> {
  const { gateway } = context;
  if ((draft.assigneeId ?? null) === null) return gateway.add((tx) => created(context, tx, caller, draft));
  return gateway.write(async (tx) => {
    const device = await created(context, tx, caller, draft);
    await askNewHolder(context, tx, null, toDevice(device));
    return device;
  });
}

async function created(
  context: ServiceContext,
  tx: Adder,
  caller: Caller,
  draft: DeviceDraft,
): Promise<DeviceView> {
  const [holder, named, { labels, rules }] = await Promise.all([
    holderOf(tx, draft.assigneeId),
    knownTeam(tx, draft.teamId),
    deviceTerms(tx),
  ]);
  const team = named ?? (await knownTeam(tx, holder?.teamId));
  const settledDraft = settled(labels, null, { ...draft, teamId: team?.id ?? null });
  const device = askHolder(register(settledDraft, recordIds(context)(), "tab"));
  putDevices(tx, [device], holdersOf(holder), rules);
  await tellDevice(context, tx, caller, {
    action: "device.created",
    before: null,
    after: device,
    reason: null,
  });
  // Whoever may add devices sees every one of them, so nothing has to be read again.
  const names = { teamName: team?.name ?? null, assigneeName: holder?.name ?? null };
  return { ...device, ...lifecycleDays(rules, device), ...names };
}

/**
 * Changes a device that nobody else has changed since `version` was read. What says nothing new leaves no trace.
 * @throws Refusal not-found; stale; and as `createDevice`
 */
export function changeDevice(
  context: ServiceContext,
  caller: Caller,
  input: {
    readonly id: string;
    readonly version: number;
    readonly wanted: DeviceChange;
    readonly reason: string | null;
  },
): Promise<DeviceView> {
  return context.gateway.write(async (tx) => {
    const before = toDevice(await present(findDevice(tx, input.id, caller.scope)));
    if (before.version !== input.version) throw new Refusal("stale", "stale");
    await applyChange(context, tx, caller, before, input.wanted, input.reason);
    return present(findDevice(tx, input.id, caller.scope));
  });
}

/** @throws Refusal not-found; invalid `person-unknown`; conflict as the domain's `assign` */
export function assignDevice(
  context: ServiceContext,
  caller: Caller,
  input: { readonly id: string; readonly personId: string; readonly note: string | null },
): Promise<DeviceView> {
  return moveCustody(context, caller, input.id, "device.assigned", input.note, async (tx, device) => {
    const holder = await findPersonById(tx, input.personId);
    if (holder === null) throw unknownAt("person-unknown", "personId");
    return { after: assign(device, holder), holder };
  });
}

/** @throws Refusal not-found; conflict `device-not-assigned` */
export function returnDevice(
  context: ServiceContext,
  caller: Caller,
  input: { readonly id: string; readonly note: string | null },
): Promise<DeviceView> {
  return moveCustody(context, caller, input.id, "device.returned", input.note, async (_tx, device) => ({
    after: takeBack(device),
    holder: null,
  }));
}

/**
 * Removes a device that was entered by mistake; its history stays.
 * @throws Refusal not-found; stale; conflict as `refuseRemoval`
 */
export function removeDevice(context: ServiceContext, caller: Caller, id: string): Promise<void> {
  return context.gateway.write(async (tx) => {
    const device = toDevice(await present(findDevice(tx, id, caller.scope)));
    refuseRemoval(device, await countProblemsOf(tx, id));
    await deleteDevices(tx, [device]);
    await recordEvents(tx, [
      {
        ...eventHead(context, caller, "device.removed", id),
        changes: [{ field: "assetTag", from: device.assetTag, to: null }],
        reason: null,
      },
    ]);
  });
}

async function moveCustody(
  context: ServiceContext,
  caller: Caller,
  id: string,
  action: string,
  note: string | null,
  move: (tx: Writer, device: Device) => Promise<{ after: Device; holder: Person | null }>,
): Promise<DeviceView> {
  return context.gateway.write(async (tx) => {
    const before = toDevice(await present(findDevice(tx, id, caller.scope)));
    const { after, holder } = await move(tx, before);
    await saveDevice(context, tx, caller, { before, after, action, reason: note, holder });
    return present(findDevice(tx, id, caller.scope));
  });
}

async function applyChange(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  before: Device,
  wanted: DeviceChange,
  reason: string | null,
): Promise<void> {
  const newHolder = wanted.assigneeId === before.assigneeId ? null : await holderOf(tx, wanted.assigneeId);
  await knownTeam(tx, wanted.teamId);
  const settledChange = settled((await deviceTerms(tx)).labels, before, wanted);
  const after = changed(before, settledChange, newHolder);
  if (changesBetween(before, after, toldDeviceFields).length === 0) return;
  const holder = newHolder ?? (after.assigneeId === null ? null : await findPersonById(tx, after.assigneeId));
  await saveDevice(context, tx, caller, { before, after, action: "device.changed", reason, holder });
}

/** Whom a change names. @throws Refusal invalid `person-unknown`; conflict `person-left` */
export async function holderOf(reader: Reader, personId: string | null | undefined): Promise<Person | null> {
  if (personId === null || personId === undefined) return null;
  const person = await findPersonById(reader, personId);
  if (person === null) throw unknownAt("person-unknown", "assigneeId");
  if (!person.active) throw new Refusal("conflict", "person-left", { name: person.name });
  return person;
}

/** The team that a change names; null where it names none. @throws Refusal invalid `team-unknown` */
export async function knownTeam(reader: Reader, teamId: string | null | undefined): Promise<Team | null> {
  if (teamId === null || teamId === undefined) return null;
  const team = await findTeam(reader, teamId, everything);
  if (team === null) throw unknownAt("team-unknown", "teamId");
  return team;
}

const everything: Scope = { kind: "everything" };
