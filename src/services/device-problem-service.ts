import { recordEvents } from "../database/stores/audit-store";
import {
  type DeviceProblemView,
  deviceProblemPage,
  findDeviceProblem,
  markResolved,
  type ProblemFilter,
} from "../database/stores/device-problem-store";
import type { AuditEvent } from "../domain/audit-event";
import { type Instant, toInstant } from "../domain/instant";
import type { Page, PageRequest } from "../domain/page";
import type { Caller } from "../domain/permission";
import { Refusal } from "../domain/refusal";
import type { ServiceContext } from "./service-context";

export type { DeviceProblemView } from "../database/stores/device-problem-store";

/** What holders reported, as far as the device or the holder is in the caller's scope. */
export function listDeviceProblems(
  context: ServiceContext,
  caller: Caller,
  filter: ProblemFilter,
  page: PageRequest<"raisedAt">,
): Promise<Page<DeviceProblemView>> {
  return context.gateway.read((reader) => deviceProblemPage(reader, caller.scope, filter, page));
}

/**
 * Dealt with is dealt with: doing it again leaves who did it first, and when.
 * @throws Refusal not-found `not-found`
 */
export async function resolveDeviceProblem(
  context: ServiceContext,
  caller: Caller,
  id: string,
): Promise<DeviceProblemView> {
  return context.gateway.write(async (tx) => {
    const problem = await findDeviceProblem(tx, id, caller.scope);
    if (problem === null) throw new Refusal("not-found", "not-found");
    const resolvedAt = toInstant(context.clock.now());
    if (!(await markResolved(tx, id, caller.person.id, resolvedAt))) return problem;
    await recordEvents(tx, [resolution(context, caller, problem, resolvedAt)]);
    return { ...problem, resolvedAt };
  });
}

/** In the history of the device, where there is one. */
function resolution(
  context: ServiceContext,
  caller: Caller,
  problem: DeviceProblemView,
  at: Instant,
): AuditEvent {
  const subject =
    problem.deviceId === null
      ? { subjectKind: "device-problem", subjectId: problem.id }
      : { subjectKind: "device", subjectId: problem.deviceId };
  return {
    id: context.newId(),
    at,
    actorId: caller.person.id,
    door: "tab",
    action: "device.problem-resolved",
    ...subject,
    changes: [{ field: "problem", from: problem.kind, to: null }],
    reason: null,
  };
}
