import type { TextKey } from "../../../src/contracts/text/catalogue";
import { acceptances } from "../../../src/domain/acceptance";
import { type Device, deviceSources, deviceStatuses, deviceTypes } from "../../../src/domain/device";
import { problemKinds, problemStates } from "../../../src/domain/device-problem";
import { disposalMethods } from "../../../src/domain/disposal-method";
import type { FieldWords } from "../../history/history-words";

const types = choices(deviceTypes, (type) => `device.type.${type}` as const);
const statuses = choices(deviceStatuses, (status) => `device.status.${status}` as const);
const words = choices(acceptances, (acceptance) => `device.acceptance.${acceptance}` as const);
const problemWords = choices(problemStates, (state) => `device.problemState.${state}` as const);
const disposals = choices(disposalMethods, (method) => `device.disposal.${method}` as const);
const sources = choices(deviceSources, (source) => `inventory.source.${source}` as const);

const fields = {
  assetTag: { label: "device.field.assetTag", value: "text" },
  serial: { label: "device.field.serial", value: "text" },
  type: { label: "device.field.type", value: "choice", choices: types },
  manufacturer: { label: "device.field.manufacturer", value: "text" },
  model: { label: "device.field.model", value: "text" },
  os: { label: "device.field.os", value: "text" },
  osVersion: { label: "device.field.osVersion", value: "text" },
  status: { label: "device.field.status", value: "choice", choices: statuses },
  label: { label: "device.field.label", value: "text" },
  teamId: { label: "device.field.teamId", value: "team" },
  assigneeId: { label: "device.field.assigneeId", value: "person" },
  acceptance: { label: "device.field.acceptance", value: "choice", choices: words },
  purchaseDate: { label: "device.field.purchaseDate", value: "date" },
  warrantyEnd: { label: "device.field.warrantyEnd", value: "date" },
  cost: { label: "device.field.cost", value: "money" },
  notes: { label: "device.field.notes", value: "text" },
  disposedOn: { label: "device.field.disposedOn", value: "date" },
  disposalMethod: { label: "device.field.disposalMethod", value: "choice", choices: disposals },
  disposalReference: { label: "device.field.disposalReference", value: "text" },
  source: { label: "device.field.source", value: "choice", choices: sources },
  lastConfirmedAt: { label: "device.field.lastConfirmedAt", value: "instant" },
  lastSeenAt: { label: "device.field.lastSeenAt", value: "instant" },
} as const satisfies Partial<Record<keyof Device, FieldWords>>;

/** How the history of a device tells each field; `problem` is what a holder reported, or took back by answering again. */
export const deviceHistoryFields: Readonly<Record<string, FieldWords>> = {
  ...fields,
  problemState: { label: "device.field.problemState", value: "choice", choices: problemWords },
  problemOwnerId: { label: "device.field.problemOwnerId", value: "person" },
  problem: {
    sentence({ from, to }, text) {
      const kind = problemKinds.find((known) => known === (to ?? from));
      const problem = kind === undefined ? String(to ?? from) : text(`device.problem.${kind}`);
      return to === null ? text("inventory.problemWithdrawn", { problem }) : problem;
    },
  },
};

function choices<T extends string>(
  values: readonly T[],
  key: (value: T) => TextKey,
): Record<string, TextKey> {
  return Object.fromEntries(values.map((value) => [value, key(value)]));
}
