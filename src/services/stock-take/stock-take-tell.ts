import { type AuditEvent, changesBetween, type Door, type FieldChange } from "../../domain/audit-event";
import type { Instant } from "../../domain/instant";
import type { StockTakeItem } from "../../domain/stock-take/stock-take-item";
import type { ServiceContext } from "../service-context";

interface Told {
  readonly actorId: string;
  readonly at: Instant;
  readonly door: Door;
}

export function stockTakeEvent(
  context: ServiceContext,
  told: Told,
  what: string,
  id: string,
  changes: readonly FieldChange[],
  reason: string | null = null,
): AuditEvent {
  const subject = { subjectKind: "stock-take", subjectId: id };
  return { id: context.newId(), ...told, action: `stock-take.${what}`, ...subject, changes, reason };
}

/** That an item came to a state, by which name whoever reads knows it. */
export function itemEvent(
  context: ServiceContext,
  told: Told,
  before: StockTakeItem | null,
  after: StockTakeItem | null,
): AuditEvent {
  const item = after ?? before;
  const state = { field: "state", from: before?.state ?? null, to: null };
  const changes = [
    { field: "item", from: null, to: item?.assetTag ?? "" },
    ...(after === null ? [state] : changesBetween(before, after, ["state", "note"])),
  ];
  const what = after === null ? "item-removed" : "item-recorded";
  return stockTakeEvent(context, told, what, item?.stockTakeId ?? "", changes);
}

export function deviceEvent(
  context: ServiceContext,
  told: Told,
  what: string,
  deviceId: string,
  changes: readonly FieldChange[],
): AuditEvent {
  const subject = { subjectKind: "device", subjectId: deviceId };
  return { id: context.newId(), ...told, action: `device.${what}`, ...subject, changes, reason: null };
}
