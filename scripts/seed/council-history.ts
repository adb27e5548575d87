import { type Application, applicationFields } from "../../src/domain/application/application";
import { type AuditEvent, changesBetween } from "../../src/domain/audit-event";
import { type Device, deviceFields } from "../../src/domain/device";
import { addDays } from "../../src/domain/instant";
import { idFrom } from "../../tests/support/builders";
import { fixedPeople } from "./fixed-people";

/** Older registers did not note the day a device came; such devices entered this one when it was set up. */
const setUpDaysAgo = 1_100;

/** How each record came into the register and when a device's holder last confirmed it, oldest first. */
export function councilHistory(
  devices: readonly Device[],
  applications: readonly Application[],
  now: Date,
): AuditEvent[] {
  const setUp = addDays(now, -setUpDaysAgo).toISOString();
  const events = devices.flatMap((device) => {
    const { lastConfirmedAt: at, assigneeId: holder } = device;
    const registered = registration(device, setUp);
    return at === null || holder === null ? [registered] : [registered, confirmation(device, at, holder)];
  });
  events.push(...applications.map((application) => entered(application, setUp)));
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const itManagerId = fixedPeople.find(({ role }) => role === "Toolroll.ItManager")?.id ?? "";

function entered(application: Application, at: string): AuditEvent {
  return {
    id: idFrom(`${application.id}/registered`),
    at,
    actorId: itManagerId,
    door: "seed",
    action: "application.created",
    subjectKind: "application",
    subjectId: application.id,
    changes: changesBetween(null, application, applicationFields),
    reason: null,
  };
}

function registration(device: Device, setUp: string): AuditEvent {
  return {
    id: idFrom(`${device.id}/registered`),
    at: device.purchaseDate === null ? setUp : `${device.purchaseDate}T07:00:00.000Z`,
    actorId: itManagerId,
    door: "seed",
    action: "device.created",
    subjectKind: "device",
    subjectId: device.id,
    changes: changesBetween(null, device, deviceFields),
    reason: null,
  };
}

function confirmation(device: Device, at: string, holder: string): AuditEvent {
  return {
    id: idFrom(`${device.id}/confirmed`),
    at,
    actorId: holder,
    door: "bot",
    action: "device.confirmed",
    subjectKind: "device",
    subjectId: device.id,
    changes: [{ field: "lastConfirmedAt", from: null, to: at }],
    reason: null,
  };
}
