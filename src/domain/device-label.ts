import type { DeviceStatus } from "./device-status";
import { refuseTurned } from "./identifier";
import { matchKey } from "./match-key";
import { type FieldProblem, Refusal } from "./refusal";

/** The council's own word for the state of a device, and the status it stands for. */
export interface DeviceLabel {
  readonly id: string;
  /** Unique by its folded text. */
  readonly name: string;
  readonly status: DeviceStatus;
  /** Devices that carry it keep it; no other gets it any more. */
  readonly retired: boolean;
  /** Goes up by one with every change; the etag is made from it. */
  readonly version: number;
}

/** The labels of a council, to be looked up. */
export interface LabelTable {
  readonly labels: readonly DeviceLabel[];
  readonly byKey: ReadonlyMap<string, DeviceLabel>;
  readonly byId: ReadonlyMap<string, DeviceLabel>;
}

export const longestLabel = 100;

/** Id of a shipped label; it stays when the label is renamed, so that rules go on finding it. */
const shippedId = (name: string) => `label-${matchKey(name).replace(/[^a-z]+/g, "-")}`;

const shippedNames: Readonly<Record<DeviceStatus, readonly string[]>> = {
  deployable: ["Ready to deploy", "In use", "Deployed"],
  pending: ["Pending", "Awaiting set-up", "Out for repair", "Out for diagnostics"],
  undeployable: ["Undeployable", "Broken", "Broken - not fixable", "Lost", "Lost/stolen", "Stolen"],
  archived: ["Archived", "Disposed", "Retired"],
};

/** Labels that come with the product. Source: Snipe-IT's default status labels. */
export const shippedLabels: readonly DeviceLabel[] = (Object.keys(shippedNames) as DeviceStatus[]).flatMap(
  (status) =>
    shippedNames[status].map((name) => ({ id: shippedId(name), name, status, retired: false, version: 1 })),
);

export function labelTable(labels: readonly DeviceLabel[]): LabelTable {
  return {
    labels,
    byKey: new Map(labels.map((label) => [matchKey(label.name), label])),
    byId: new Map(labels.map((label) => [label.id, label])),
  };
}

export const shippedTable: LabelTable = labelTable(shippedLabels);

/** The label of a name, however it is written; null for a label that nobody has mapped. */
export function labelNamed(table: LabelTable, name: string): DeviceLabel | null {
  return table.byKey.get(matchKey(name)) ?? null;
}

/** The status that a known label stands for, or null for a label nobody has mapped. */
export function statusOfLabel(name: string, table: LabelTable = shippedTable): DeviceStatus | null {
  return labelNamed(table, name)?.status ?? null;
}

/** The label of a device of which nothing but the status is known: the product's first, else the council's. */
export function usualLabel(table: LabelTable, status: DeviceStatus): string {
  const [shipped = status] = shippedNames[status];
  const fits = (label: DeviceLabel | undefined) => label?.status === status && !label.retired;
  const usual = table.byId.get(shippedId(shipped));
  return (fits(usual) ? usual : table.labels.find(fits))?.name ?? shipped;
}

interface State {
  readonly status: DeviceStatus;
  readonly label: string;
}

interface StateWish {
  readonly status?: DeviceStatus | undefined;
  readonly label?: string | undefined;
}

/** Of a device of which nothing is said. */
const firstStatus: DeviceStatus = "deployable";

export const labelProblems = ["label-unknown", "label-retired", "label-status-differs"] as const;
export type LabelProblem = (typeof labelProblems)[number];

/**
 * What somebody wants of label and status, completed by the council's table: a label brings its status along, a status
 * its usual label. What a device says already it may go on saying.
 * @param before null for a new device
 * @throws Refusal invalid `label-unknown`, `label-retired`, `label-status-differs`, naming the field
 */
export function settled<T extends StateWish>(table: LabelTable, before: State | null, wanted: T): T {
  const { label, status } = wanted;
  if (label === undefined) {
    const given = status ?? (before === null ? firstStatus : undefined);
    if (given === undefined || given === before?.status) return wanted;
    return { ...wanted, status: given, label: usualLabel(table, given) };
  }
  const isSame = before !== null && matchKey(label) === matchKey(before.label);
  if (isSame && (status ?? before.status) === before.status) {
    return { ...wanted, label: before.label, status: before.status };
  }
  const known = labelNamed(table, label);
  if (known === null) throw refusal("label-unknown", { label });
  if (known.retired && !isSame) throw refusal("label-retired", { label: known.name });
  if (status !== undefined && status !== known.status) {
    throw refusal("label-status-differs", { label: known.name, status: known.status, other: status });
  }
  return { ...wanted, label: known.name, status: known.status };
}

/** A state that a rule of the product wrote, in the council's words for it. */
export function inOwnWords<T extends State>(table: LabelTable, device: T): T {
  const { label, status } = device;
  const fits = (one: DeviceLabel | null | undefined) => one?.status === status && !one.retired;
  const named = [labelNamed(table, label), table.byId.get(shippedId(label))].find(fits);
  return { ...device, label: named?.name ?? usualLabel(table, status) };
}

function refusal(code: LabelProblem, params: Record<string, string>): Refusal {
  const messages = {
    "label-unknown": "must be one of the council's labels: see GET /api/device-labels",
    "label-retired": "must be a label that is in use",
    "label-status-differs": `must be ${params.status}, or left out: that is what the label stands for`,
  } as const;
  const path = code === "label-status-differs" ? "status" : "label";
  return new Refusal("invalid", code, params, [{ path, message: messages[code] }]);
}

/**
 * A label as a council adds it.
 * @throws Refusal conflict `label-taken`; invalid `character-hidden`
 */
export function addLabel(
  table: LabelTable,
  { name, status }: Pick<DeviceLabel, "name" | "status">,
  id: string,
): DeviceLabel {
  refuseTurned("name", name);
  refuseTaken(table, name, id);
  return { id, name: name.trim(), status, retired: false, version: 1 };
}

export type LabelChange = {
  readonly [Name in "name" | "status" | "retired"]?: DeviceLabel[Name] | undefined;
};

/**
 * A label after a change.
 * @throws Refusal conflict `label-taken`, `label-last` when no label of its old status would be left; invalid as `addLabel`
 */
export function changeLabel(table: LabelTable, label: DeviceLabel, wanted: LabelChange): DeviceLabel {
  const name = wanted.name?.trim() ?? label.name;
  const after = {
    ...{ id: label.id, name, status: wanted.status ?? label.status },
    ...{ retired: wanted.retired ?? label.retired, version: label.version + 1 },
  };
  refuseTurned("name", name, label.name);
  refuseTaken(table, name, label.id);
  if (after.retired || after.status !== label.status) refuseLast(table, label);
  return after;
}

/** @throws Refusal conflict `label-carried`, `label-last` */
export function refuseLabelRemoval(table: LabelTable, label: DeviceLabel, devices: number): void {
  if (devices > 0) throw new Refusal("conflict", "label-carried", { label: label.name, count: devices });
  refuseLast(table, label);
}

/** Whether a label that came with an import may go with it: no device carries it, and nobody has changed it since. */
export function canGoUnnoticed({ version }: DeviceLabel, devices: number): boolean {
  return version === 1 && devices === 0;
}

/**
 * Devices follow what their label is called and stands for; whoever changes that has to say how many these are.
 * @throws Refusal conflict `label-unconfirmed`
 */
export function refuseUnconfirmed(label: DeviceLabel, devices: number, confirmed: number | undefined): void {
  if (devices === 0 || confirmed === devices) return;
  const fields = [
    { path: "confirmDevices", message: `must be ${devices}, the devices that carry the label` },
  ];
  throw new Refusal("conflict", "label-unconfirmed", { label: label.name, count: devices }, fields);
}

interface Carrier {
  readonly assetTag: string;
  readonly assigneeId: string | null;
  readonly disposedOn: string | null;
}

const listedCarriers = 50;

/**
 * What has a holder cannot be archived, what was disposed of cannot come back: not by way of their label either.
 * @throws Refusal conflict `label-devices-unfit` naming them, the first fifty
 */
export function refuseUnfitCarriers(
  label: DeviceLabel,
  status: DeviceStatus,
  devices: readonly Carrier[],
): void {
  const unfit = devices.flatMap(({ assetTag, assigneeId, disposedOn }): FieldProblem[] => {
    const message =
      status === "archived"
        ? assigneeId !== null && "somebody has it; take it back first"
        : disposedOn !== null && "it was disposed of; restore it first, or give it another label";
    return message === false ? [] : [{ path: assetTag, message }];
  });
  if (unfit.length === 0) return;
  const tags = unfit.slice(0, 5).map(({ path }) => path);
  const params = { label: label.name, count: unfit.length, assetTags: tags.join(", ") };
  throw new Refusal("conflict", "label-devices-unfit", params, unfit.slice(0, listedCarriers));
}

function refuseTaken(table: LabelTable, name: string, id: string): void {
  const taken = labelNamed(table, name);
  if (taken !== null && taken.id !== id) throw new Refusal("conflict", "label-taken", { label: taken.name });
}

function refuseLast(table: LabelTable, label: DeviceLabel): void {
  if (label.retired) return;
  const others = table.labels.filter((one) => one.id !== label.id && one.status === label.status);
  if (others.every(({ retired }) => retired)) {
    throw new Refusal("conflict", "label-last", { label: label.name, status: label.status });
  }
}
