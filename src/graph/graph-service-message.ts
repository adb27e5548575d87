import type { Day } from "../domain/instant";
import { plainText } from "../domain/plain-text";
import { type VendorMessage, type VendorSeverity, vendorSeverities } from "../domain/rollout/vendor-change";
import type { Json } from "./graph-caller";
import { instantOf, objectOf, textOf } from "./graph-person";

/** A hundred on a page, and a few hundred in all: Microsoft keeps them for a year or so. */
export const serviceMessagesPath = "/admin/serviceAnnouncement/messages";

const longest = { title: 300, body: 8_000, service: 200, services: 50 } as const;

/** Null for what is no message. The body comes as HTML and leaves as text. */
export function readServiceMessage(json: Json): VendorMessage | null {
  const id = textOf(json.id).trim().slice(0, 100);
  const changedAt = instantOf(json.lastModifiedDateTime);
  if (id === "" || changedAt === null) return null;
  const services = Array.isArray(json.services) ? json.services : [];
  return {
    id,
    title: plainText(textOf(json.title), longest.title) || id,
    body: plainText(textOf(objectOf(json.body)?.content), longest.body),
    services: services
      .filter((service) => typeof service === "string")
      .slice(0, longest.services)
      .map((service) => plainText(service, longest.service)),
    severity: severityOf(json.severity),
    isMajor: json.isMajorChange === true,
    actionBy: dayOf(json.actionRequiredByDateTime),
    startsOn: dayOf(json.startDateTime),
    endsOn: dayOf(json.endDateTime),
    changedAt,
  };
}

function severityOf(value: unknown): VendorSeverity {
  return vendorSeverities.find((severity) => severity === value) ?? "normal";
}

function dayOf(value: unknown): Day | null {
  return instantOf(value)?.slice(0, 10) ?? null;
}
