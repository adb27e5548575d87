import type { AuditEventAnswer } from "../../src/contracts/audit-contract";
import { isPseudonym } from "../../src/domain/erasure";
import type { Text } from "../language/use-text";

/** Kinds of records that the log speaks of by name; others are shown as the server calls them. */
export const auditKinds = [
  "device",
  "device-label",
  "device-problem",
  "team",
  "person",
  "check-in",
  "stock-take",
  "survey",
  "rollout",
  "course",
  "vendor-change",
  "finding",
  "survey-programme",
  "delivery",
  "sending",
  "application",
  "contract",
  "licence",
  "graph-sync",
  "retention",
  "disclosure",
  "setting",
  "audit-log",
] as const;

export function kindWords(kind: string, text: Text): string {
  const known = auditKinds.find((each) => each === kind);
  return known === undefined ? kind : text(`governance.kind.${known}`);
}

/** Who acted, also when nobody is left to name. */
export function actorWords({ actorId, actorName }: AuditEventAnswer, text: Text): string {
  if (actorName !== null) return actorName;
  if (actorId === "clock") return text("governance.audit.clock");
  if (actorId === "operator") return text("governance.audit.operator");
  if (actorId === "sync") return text("governance.audit.sync");
  if (actorId === "expired") return text("governance.audit.expired");
  return isPseudonym(actorId) ? text("governance.audit.erasedPerson") : text("history.actorUnknown");
}

/** A value as it is read: ids by the name they stand for. */
export function auditValue(value: unknown, names: ReadonlyMap<string, string>, text: Text): string {
  if (value === null || value === undefined || value === "") return "–";
  if (Array.isArray(value)) return value.map((entry) => auditValue(entry, names, text)).join(", ") || "–";
  if (typeof value !== "string") return JSON.stringify(value);
  return names.get(value) ?? (isPseudonym(value) ? text("governance.audit.erasedPerson") : value);
}
