import type { FieldChange } from "../audit-event";
import type { FieldOrigin, Resolution, Ruling } from "../provenance";
import { rule } from "../provenance";
import type { ImportKind } from "./import";
import { quoted } from "./problem";
import type { Overrides, RowReader } from "./row-reader";
import type { Verdict } from "./verdict";

/** What the history calls the records of each kind of file. */
export const subjectKinds: Readonly<Record<ImportKind, string>> = {
  devices: "device",
  applications: "application",
  contracts: "contract",
  people: "person",
  teams: "team",
};

/** The columns by which a file speaks of a field, where they are not called like it. */
const columnsByField: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  device: {
    assigneeId: ["assigneeId", "assigneeEmail", "assigneeMail", "assigneeUsername", "assigneeName"],
    teamId: ["teamId", "team"],
    type: ["type", "category"],
    model: ["model", "modelNumber"],
    status: ["status", "label"],
    label: ["label", "status"],
    warrantyEnd: ["warrantyEnd", "warrantyMonths"],
    cost: ["cost", "currency"],
  },
  application: {
    businessOwnerId: ["businessOwnerId", "businessOwner"],
    itOwnerId: ["itOwnerId", "itOwner"],
    supplierId: ["supplier"],
  },
  contract: { supplierId: ["supplier"], value: ["value", "currency"] },
  person: { email: ["email", "upn"], teamId: ["teamId", "team", "department"] },
  team: { parentId: ["parentId", "parent"], managerIds: ["managerIds", "managers"] },
};

function columnsOf(subjectKind: string, field: string): readonly string[] {
  return columnsByField[subjectKind]?.[field] ?? [field];
}

export interface HandSet {
  readonly subjectKind: string;
  /** By record and field. */
  readonly origins: ReadonlyMap<string, ReadonlyMap<string, FieldOrigin>>;
  readonly resolutionOf: (line: number) => Resolution | null;
  /** Ids of people and teams as people read them. */
  readonly nameOf: (id: string) => string;
}

/** What the rule says of a row; null when no field that it changes was set by hand. */
export function rulingOf(verdict: Verdict<{ readonly id: string }>, handSet: HandSet): Ruling | null {
  const origins = verdict.before === null ? undefined : handSet.origins.get(verdict.before.id);
  if (verdict.kind !== "update" || origins === undefined) return null;
  const ruling = rule(verdict.changes, origins, handSet.resolutionOf(verdict.line));
  return Object.values(ruling).every((changes) => changes.length === 0) ? null : ruling;
}

/**
 * The row read again as if it said nothing of the fields that are kept.
 * @param entirely when leaving out these fields alone did not keep them, because others bring them along
 */
export function keeping(
  reader: RowReader,
  subjectKind: string,
  before: { readonly id: string; readonly teamId?: string | null },
  kept: readonly FieldChange[],
  entirely: boolean,
): RowReader {
  // Named by its id, the record is found even when the column that named it is one of those left out.
  if (entirely) return reader.reducedTo({ id: before.id });
  const silent: Record<string, string | null> = { id: before.id };
  for (const { field } of kept) for (const column of columnsOf(subjectKind, field)) silent[column] = null;
  const keepsTeam = subjectKind === "device" && kept.some(({ field }) => field === "teamId");
  const overrides: Overrides = keepsTeam && before.teamId ? { ...silent, teamId: before.teamId } : silent;
  return reader.overridden(overrides);
}

/** A row that waits for a decision shows what it would change and can be taken by nobody. */
export function asContested<T>(
  verdict: Verdict<T>,
  reader: RowReader,
  ruling: Ruling,
  { subjectKind, nameOf }: HandSet,
): Verdict<T> {
  for (const { field, from, to } of ruling.contested) {
    const columns = columnsOf(subjectKind, field);
    const column = columns.find((one) => reader.text(one) !== undefined) ?? field;
    const params = { value: shown(to, nameOf), other: shown(from, nameOf) };
    reader.report(column, "set-by-hand", params);
  }
  return { ...verdict, kind: "conflict", after: null, problems: reader.problems, ruling };
}

function shown(value: unknown, nameOf: (id: string) => string): string {
  if (value === null || value === "") return "–";
  if (Array.isArray(value)) return quoted(value.map((one) => nameOf(String(one))).join(", "));
  if (typeof value === "object") return quoted(Object.values(value as object).join(" "));
  return quoted(nameOf(String(value)));
}
