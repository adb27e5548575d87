import type { Writer } from "../database/gateway";
import { recordEvents } from "../database/stores/audit-store";
import {
  type DeviceProblemView,
  deviceProblemPage,
  findDeviceProblem,
  updateDeviceProblem,
} from "../database/stores/device-problem-store";
import { toDevice } from "../database/stores/device-row";
import { findDevice } from "../database/stores/device-store";
import { findPersonById } from "../database/stores/person-store";
import { changesBetween } from "../domain/audit-event";
import {
  anyProblem,
  deviceAfter,
  isResolved,
  type ProblemAction,
  type ProblemChange,
  type ProblemFilter,
  workOn,
} from "../domain/device-problem";
import { toInstant } from "../domain/instant";
import type { Page, PageRequest } from "../domain/page";
import type { Caller } from "../domain/permission";
import { Refusal, unknownAt } from "../domain/refusal";
import type { WithBelow } from "../domain/team";
import { present } from "./device-overview";
import { eventHead, saveDevice } from "./device-write";
import { namedTeams } from "./named-teams";
import type { ServiceContext } from "./service-context";

export type { DeviceProblemView } from "../database/stores/device-problem-store";

/** What holders reported, as far as the device or the holder is in the caller's scope. */
export function listDeviceProblems(
  context: ServiceContext,
  caller: Caller,
  { below, ...filter }: WithBelow<ProblemFilter>,
  page: PageRequest<"raisedAt">,
): Promise<Page<DeviceProblemView>> {
  return context.gateway.read(async (reader) => {
    const teamIds = await namedTeams(reader, { teamIds: filter.teamIds, below });
    return deviceProblemPage(reader, caller.scope, { ...filter, teamIds }, page);
  });
}

/** @throws Refusal not-found */
export function readDeviceProblem(
  context: ServiceContext,
  caller: Caller,
  id: string,
): Promise<DeviceProblemView> {
  return context.gateway.read((reader) => present(findDeviceProblem(reader, id, caller.scope)));
}

/** What a person reported themselves, newest first. */
export function myDeviceProblems(
  context: ServiceContext,
  personId: string,
  page: PageRequest<"raisedAt">,
): Promise<Page<DeviceProblemView>> {
  const scope = { kind: "self", personId } as const;
  return context.gateway.read((reader) =>
    deviceProblemPage(reader, scope, { ...anyProblem, personId }, page),
  );
}

/**
 * A step on a report that nobody else has changed since `version` was read; what it does to the device is done with it.
 * @throws Refusal not-found; stale; invalid `person-unknown` and as `workOn`; conflict as `deviceAfter`
 */
export function changeDeviceProblem(
  context: ServiceContext,
  caller: Caller,
  { id, version, wanted }: { readonly id: string; readonly version: number; readonly wanted: ProblemChange },
): Promise<DeviceProblemView> {
  return context.gateway.write(async (tx) => {
    const before = await present(findDeviceProblem(tx, id, caller.scope));
    if (before.version !== version) throw new Refusal("stale", "stale");
    await take(context, tx, caller, before, wanted);
    return present(findDeviceProblem(tx, id, caller.scope));
  });
}

/**
 * Dealt with is dealt with: doing it again leaves who did it first, and when.
 * @throws Refusal not-found; stale when somebody else dealt with it at the same moment
 */
export function resolveDeviceProblem(
  context: ServiceContext,
  caller: Caller,
  id: string,
): Promise<DeviceProblemView> {
  return context.gateway.write(async (tx) => {
    const before = await present(findDeviceProblem(tx, id, caller.scope));
    if (isResolved(before)) return before;
    await take(context, tx, caller, before, { state: "done" });
    return present(findDeviceProblem(tx, id, caller.scope));
  });
}

async function take(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  before: DeviceProblemView,
  wanted: ProblemChange,
): Promise<void> {
  if (wanted.ownerId && !(await findPersonById(tx, wanted.ownerId))?.active) {
    throw unknownAt("person-unknown", "ownerId");
  }
  const after = workOn(before, wanted, caller.person.id, toInstant(context.clock.now()));
  if (wanted.action !== undefined && before.deviceId !== null) {
    await act(context, tx, caller, { ...after, deviceId: before.deviceId, action: wanted.action });
  }
  if (!(await updateDeviceProblem(tx, after, caller.person.id))) throw new Refusal("stale", "stale");
  await tell(context, tx, caller, before, after);
}

type Act = Pick<DeviceProblemView, "id" | "reason"> & {
  readonly deviceId: string;
  readonly action: ProblemAction;
};

async function act(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  { id: reportId, deviceId, action, reason }: Act,
): Promise<void> {
  const device = toDevice(await present(findDevice(tx, deviceId, caller.scope)));
  const after = deviceAfter(device, action);
  const holder = after.assigneeId === null ? null : await findPersonById(tx, after.assigneeId);
  const told = action === "take-back" ? "device.returned" : "device.changed";
  await saveDevice(context, tx, caller, { before: device, after, action: told, reason, holder, reportId });
}

/** In the history of the device, where there is one. */
async function tell(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  before: DeviceProblemView,
  after: DeviceProblemView,
): Promise<void> {
  const isDone = isResolved(after) && !isResolved(before);
  const action = isDone ? "device.problem-resolved" : "device.problem-worked";
  const subject = before.deviceId === null ? { subjectKind: "device-problem" } : {};
  const head = { ...eventHead(context, caller, action, before.deviceId ?? before.id), ...subject };
  const told = (problem: DeviceProblemView) => ({
    problem: isResolved(problem) ? null : problem.kind,
    problemState: problem.state,
    problemOwnerId: problem.ownerId,
  });
  const changes = changesBetween(told(before), told(after), ["problem", "problemState", "problemOwnerId"]);
  await recordEvents(tx, [{ ...head, changes, reason: after.reason }]);
}
