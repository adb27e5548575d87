import type { Adder, Writer } from "../database/gateway";
import { recordEvents } from "../database/stores/audit-store";
import { closeDeclined } from "../database/stores/device-problem-store";
import { updateDevice } from "../database/stores/device-store";
import { deviceTerms } from "../database/stores/device-terms-store";
import { type AuditEvent, changesBetween } from "../domain/audit-event";
import { type Device, toldDeviceFields } from "../domain/device";
import { inOwnWords } from "../domain/device-label";
import { toInstant } from "../domain/instant";
import type { Caller } from "../domain/permission";
import type { Person } from "../domain/person";
import { askNewHolder } from "./assignment-asking";
import type { ServiceContext } from "./service-context";

interface Step {
  readonly before: Device;
  readonly after: Device;
  readonly action: string;
  readonly reason: string | null;
  /** Who holds it afterwards. */
  readonly holder: Person | null;
  /** The report that it comes of, which closes itself. */
  readonly reportId?: string;
}

/**
 * Writes a device that somebody changed by hand, in the council's words for its state, with what follows: the question
 * to a new holder, the history.
 */
export async function saveDevice(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  { before, after: wanted, action, reason, holder, reportId = "" }: Step,
): Promise<void> {
  const isMoved = before.status !== wanted.status || before.label !== wanted.label;
  const after = isMoved ? inOwnWords((await deviceTerms(tx)).labels, wanted) : wanted;
  await updateDevice(tx, before, after, holdersOf(holder));
  if (before.acceptance === "declined" && after.acceptance !== "declined") {
    const at = toInstant(context.clock.now());
    await closeDeclined(tx, { deviceId: after.id, except: reportId, by: caller.person.id, at });
  }
  await askNewHolder(context, tx, before, after);
  await tellDevice(context, tx, caller, { action, before, after, reason });
}

export function holdersOf(holder: Person | null): ReadonlyMap<string, Person> {
  return new Map(holder === null ? [] : [[holder.id, holder]]);
}

export async function tellDevice(
  context: ServiceContext,
  tx: Adder,
  caller: Caller,
  step: Pick<Step, "action" | "after" | "reason"> & { readonly before: Device | null },
): Promise<void> {
  const changes = changesBetween(step.before, step.after, toldDeviceFields);
  const head = eventHead(context, caller, step.action, step.after.id);
  await recordEvents(tx, [{ ...head, changes, reason: step.reason }]);
}

export function eventHead(
  context: ServiceContext,
  caller: Caller,
  action: string,
  subjectId: string,
): Omit<AuditEvent, "changes" | "reason"> {
  return {
    id: context.newId(),
    at: toInstant(context.clock.now()),
    actorId: caller.person.id,
    door: "tab",
    action,
    subjectKind: "device",
    subjectId,
  };
}
