import type { Writer } from "../database/gateway";
import { recordEvents } from "../database/stores/audit-store";
import { type Confirmable, confirmDevices, lockConfirmable } from "../database/stores/device-confirmation";
import {
  type DeviceProblem,
  deleteDeviceProblems,
  insertDeviceProblems,
  problemsOfDelivery,
} from "../database/stores/device-problem-store";
import { kitOf, saveKitResponse } from "../database/stores/kit-response-store";
import { type AuditEvent, changesBetween, type FieldChange } from "../domain/audit-event";
import { type KitProblem, type KitReport, replaceProblems, takeKitReport } from "../domain/kit-answer";
import { acceptConfirmed } from "./assignment-asking";
import type { ServiceContext } from "./service-context";
import { fillStockTakes } from "./stock-take/stock-take-answers";

interface Said {
  readonly deliveryId: string;
  readonly personId: string;
  readonly report: KitReport;
  readonly before: KitReport | null;
  readonly answeredAt: string;
  readonly door: "tab" | "bot";
}

/**
 * Writes down everything that follows from a report: the answer, the confirmed devices, the problems, the history.
 * @throws Refusal invalid `kit-device-unknown`, `kit-answer-empty`, `kit-note-unused`
 */
export async function recordKitReport(context: ServiceContext, tx: Writer, said: Said): Promise<void> {
  const held = await kitOf(tx, said.personId);
  const outcome = takeKitReport(
    said.report,
    held.map((device) => device.id),
  );
  const confirmed = await lockConfirmable(tx, outcome.confirmedDeviceIds, said.personId);
  const { withdrawn, raised } = replaceProblems(
    await problemsOfDelivery(tx, said.deliveryId),
    outcome.problems,
  );
  await saveKitResponse(tx, said.deliveryId, said.report, said.answeredAt, said.door);
  await deleteDeviceProblems(
    tx,
    withdrawn.map((problem) => problem.id),
  );
  await insertDeviceProblems(
    tx,
    said.deliveryId,
    raised.map((problem) => ({
      ...problem,
      id: context.newId(),
      personId: said.personId,
      raisedAt: said.answeredAt,
    })),
  );
  await confirmDevices(
    tx,
    confirmed.map((device) => device.id),
    said.answeredAt,
  );
  await acceptConfirmed(tx, confirmed, said.personId, said.answeredAt);
  await fillStockTakes(context, tx, said);
  await recordEvents(tx, events(context, said, confirmed, withdrawn, raised));
}

/** One event for the answer and one for each device that it says something about. */
function events(
  context: ServiceContext,
  said: Said,
  confirmed: readonly Confirmable[],
  withdrawn: readonly DeviceProblem[],
  raised: readonly KitProblem[],
): AuditEvent[] {
  const event = (
    action: string,
    subjectKind: string,
    subjectId: string,
    changes: FieldChange[],
    reason: string | null = null,
  ): AuditEvent => ({
    id: context.newId(),
    at: said.answeredAt,
    actorId: said.personId,
    door: said.door,
    action,
    subjectKind,
    subjectId,
    changes,
    reason,
  });
  const perDevice = new Map<string, FieldChange[]>();
  const add = (deviceId: string, changes: readonly FieldChange[]) =>
    perDevice.set(deviceId, [...(perDevice.get(deviceId) ?? []), ...changes]);
  for (const before of confirmed) {
    const acceptance = before.acceptance === "pending" ? "accepted" : before.acceptance;
    const after: Confirmable = { ...before, acceptance, lastConfirmedAt: said.answeredAt };
    add(before.id, changesBetween(before, after, ["acceptance", "lastConfirmedAt"]));
  }
  for (const { deviceId, ...change } of problemChanges(withdrawn, raised)) add(deviceId, [change]);
  return [
    event(
      "delivery.answered",
      "delivery",
      said.deliveryId,
      changesBetween(said.before, said.report, ["answers", "unlisted", "note"]),
    ),
    ...[...perDevice].map(([deviceId, changes]) => {
      const isConfirmed = confirmed.some((device) => device.id === deviceId);
      const action = isConfirmed ? "device.confirmed" : "device.problem-reported";
      const why = raised.find((problem) => problem.deviceId === deviceId)?.text ?? null;
      return event(action, "device", deviceId, changes, why);
    }),
  ];
}

/** What a device's history says about problems; those with unlisted things belong to no device. */
function problemChanges(
  withdrawn: readonly KitProblem[],
  raised: readonly KitProblem[],
): (FieldChange & { deviceId: string })[] {
  const ids = new Set(
    [...withdrawn, ...raised].flatMap(({ deviceId }) => (deviceId === null ? [] : [deviceId])),
  );
  const kindOf = (problems: readonly KitProblem[], deviceId: string) =>
    problems.find((problem) => problem.deviceId === deviceId)?.kind ?? null;
  return [...ids].map((deviceId) => ({
    deviceId,
    field: "problem",
    from: kindOf(withdrawn, deviceId),
    to: kindOf(raised, deviceId),
  }));
}
