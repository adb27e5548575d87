import type { changeDevice, createDevice, DeviceAnswer } from "../../../src/contracts/device-contract";
import type { CallInput } from "../../../src/contracts/endpoint";
import { type DeviceStatus, type DeviceType, deviceStatuses, deviceTypes } from "../../../src/domain/device";
import { type LabelTable, statusOfLabel, usualLabel } from "../../../src/domain/device-label";
import { isDay } from "../../../src/domain/instant";
import { isAmount } from "../../../src/domain/money";

type ChangeBody = NonNullable<CallInput<typeof changeDevice>["body"]>;
type CreateBody = NonNullable<CallInput<typeof createDevice>["body"]>;

/** Fields of the form in which an empty text means that nothing is known. */
const clearable = [
  "serial",
  "manufacturer",
  "model",
  "os",
  "osVersion",
  "teamId",
  "purchaseDate",
  "warrantyEnd",
  "notes",
] as const;

/** Everything the form holds is text, as inputs hold it. */
export interface DeviceDraft extends Record<(typeof clearable)[number], string> {
  readonly assetTag: string;
  readonly type: DeviceType;
  readonly status: DeviceStatus;
  readonly label: string;
  readonly amount: string;
  readonly currency: string;
}
export type DraftField = keyof DeviceDraft;

export const emptyDraft: DeviceDraft = {
  assetTag: "",
  type: "laptop",
  status: "deployable",
  label: "",
  serial: "",
  manufacturer: "",
  model: "",
  os: "",
  osVersion: "",
  teamId: "",
  purchaseDate: "",
  warrantyEnd: "",
  notes: "",
  amount: "",
  currency: "GBP",
};

export function draftOf(device: DeviceAnswer): DeviceDraft {
  const cleared = Object.fromEntries(clearable.map((field) => [field, device[field] ?? ""]));
  return {
    ...emptyDraft,
    ...cleared,
    assetTag: device.assetTag,
    type: known(deviceTypes, device.type, "other"),
    status: known(deviceStatuses, device.status, "pending"),
    label: device.label,
    amount: device.cost?.amount ?? "",
    currency: device.cost?.currency ?? "GBP",
  };
}

/** Fields that differ; the currency of no amount says nothing. */
export function changedFields(base: DeviceDraft, draft: DeviceDraft): DraftField[] {
  const fields = Object.keys(emptyDraft) as DraftField[];
  const nothing = base.amount.trim() === "" && draft.amount.trim() === "";
  return fields.filter(
    (field) => base[field].trim() !== draft[field].trim() && !(field === "currency" && nothing),
  );
}

/** Only what was changed: undefined leaves a field, null clears it. */
export function changeBody(base: DeviceDraft, draft: DeviceDraft): ChangeBody {
  const changed = new Set<DraftField>(changedFields(base, draft));
  const cleared = clearable
    .filter((field) => changed.has(field))
    .map((field) => [field, draft[field].trim() || null]);
  return {
    ...Object.fromEntries(cleared),
    ...(changed.has("assetTag") ? { assetTag: draft.assetTag.trim() } : {}),
    ...(changed.has("type") ? { type: draft.type } : {}),
    ...(changed.has("status") ? { status: draft.status } : {}),
    ...(changed.has("label") && draft.label.trim() !== "" ? { label: draft.label.trim() } : {}),
    ...(changed.has("amount") || changed.has("currency") ? { cost: costOf(draft) } : {}),
  };
}

export function createBody(draft: DeviceDraft): CreateBody {
  const { assetTag: _tag, type: _type, status: _status, ...rest } = changeBody(emptyDraft, draft);
  return { assetTag: draft.assetTag.trim(), type: draft.type, status: draft.status, ...rest };
}

/** A label brings its status along, as it does on the server. */
export function withLabel(draft: DeviceDraft, label: string, table: LabelTable): DeviceDraft {
  return { ...draft, label, status: statusOfLabel(label, table) ?? draft.status };
}

/** A status that the label does not stand for brings its usual label along, as it does on the server. */
export function withStatus(draft: DeviceDraft, status: DeviceStatus, table: LabelTable): DeviceDraft {
  const agrees = draft.label === "" || statusOfLabel(draft.label, table) === status;
  return { ...draft, status, label: agrees ? draft.label : usualLabel(table, status) };
}

export type DraftProblem = "invalid.assetTag" | "invalid.amount" | "invalid.currency" | "invalid.day";

export function problemsOf(draft: DeviceDraft): Partial<Record<DraftField, DraftProblem>> {
  const day = (text: string) => text === "" || isDay(text);
  const amount = draft.amount.trim();
  return {
    ...(draft.assetTag.trim() === "" ? { assetTag: "invalid.assetTag" } : {}),
    ...(amount === "" || isAmount(amount) ? {} : { amount: "invalid.amount" }),
    ...(amount === "" || /^[A-Z]{3}$/.test(draft.currency.trim()) ? {} : { currency: "invalid.currency" }),
    ...(day(draft.purchaseDate) ? {} : { purchaseDate: "invalid.day" }),
    ...(day(draft.warrantyEnd) ? {} : { warrantyEnd: "invalid.day" }),
  };
}

export interface Rebased {
  readonly draft: DeviceDraft;
  /** Fields that both changed to different values: the typed one stands in `draft`. */
  readonly clashes: readonly DraftField[];
}

/** What was typed over `base`, carried over to the version that somebody else saved meanwhile. */
export function rebase(base: DeviceDraft, typed: DeviceDraft, theirs: DeviceDraft): Rebased {
  const mine = changedFields(base, typed);
  const draft = { ...theirs, ...Object.fromEntries(mine.map((field) => [field, typed[field]])) };
  const moved = new Set(changedFields(base, theirs));
  return { draft, clashes: mine.filter((field) => moved.has(field) && typed[field] !== theirs[field]) };
}

function costOf(draft: DeviceDraft): CreateBody["cost"] {
  const amount = draft.amount.trim();
  return amount === "" ? null : { amount, currency: draft.currency.trim() };
}

function known<T extends string>(values: readonly T[], value: string, otherwise: T): T {
  return values.find((candidate) => candidate === value) ?? otherwise;
}
