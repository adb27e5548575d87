import { type DeviceChange, type DeviceType, deviceStatuses, deviceTypes } from "../device";
import { type LabelTable, longestLabel } from "../device-label";
import type { Day } from "../instant";
import { addMonths, type DayOrder, isNoDay, momentOf, readDay } from "./day-text";
import { readStatus, typeFrom, typeNamed } from "./device-words";
import type { ImportSource } from "./import";
import { readMoney } from "./money-text";
import { quoted } from "./problem";
import type { RowReader } from "./row-reader";

/** What a row says of a device, without custody: undefined leaves a field, null clears it. */
export interface DeviceEntry {
  readonly wanted: DeviceChange;
  /** The type for a new device, when the row gives one away. */
  readonly likelyType: DeviceType | null;
}

export interface DeviceReading {
  readonly source: ImportSource;
  /** How each date column writes its days. */
  readonly orderOf: (field: string) => DayOrder;
  /** The council's own, to which labels of the file are held afterwards. */
  readonly labels: { readonly table: LabelTable };
}

const textLimits = {
  serial: 200,
  manufacturer: 200,
  model: 200,
  os: 100,
  osVersion: 100,
  notes: 4000,
} as const;
const tagLimit = 200;

/** Fields whose columns hold days or moments, for which the order of a column is worked out. */
export const dayFields = ["purchaseDate", "warrantyEnd", "lastSeenAt"] as const;

/** An empty cell of Toolroll's own export clears; another system's says nothing of a field. */
export function clearsByEmpty(source: ImportSource): boolean {
  return source === "toolroll";
}

export function readDevice(reader: RowReader, reading: DeviceReading): DeviceEntry {
  const wanted: Mutable<DeviceChange> = {};
  const empty = clearsByEmpty(reading.source) ? null : undefined;
  const tag = limited(reader, "assetTag", tagLimit);
  if (tag) wanted.assetTag = tag;
  for (const field of Object.keys(textLimits) as (keyof typeof textLimits)[]) {
    const value = limited(reader, field, textLimits[field]);
    const kept = value === "" ? empty : value;
    if (kept !== undefined) wanted[field] = kept;
  }
  if (!wanted.model && reader.given("modelNumber"))
    wanted.model = limited(reader, "modelNumber", 200) ?? null;
  readDays(reader, reading, wanted, empty);
  readCost(reader, wanted, empty);
  readState(reader, reading, wanted);
  return { wanted, likelyType: readType(reader, wanted) };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Empty = null | undefined;

function limited(reader: RowReader, field: string, limit: number): string | undefined {
  const value = reader.text(field);
  if (value !== undefined && value.length > limit) {
    reader.report(field, "value-too-long", { limit, count: value.length });
  }
  return value;
}

function readDays(reader: RowReader, reading: DeviceReading, wanted: Mutable<DeviceChange>, empty: Empty) {
  for (const field of ["purchaseDate", "warrantyEnd"] as const) {
    const day = dayAt(reader, field, reading.orderOf(field), empty)?.day;
    if (day !== undefined) wanted[field] = day;
  }
  const seen = dayAt(reader, "lastSeenAt", reading.orderOf("lastSeenAt"), undefined);
  if (seen?.day) {
    const moment = momentOf(seen.day, seen.time);
    if (moment) wanted.lastSeenAt = moment;
    else reader.report("lastSeenAt", "moment-unreadable", { value: quoted(reader.text("lastSeenAt") ?? "") });
  }
  readWarrantyMonths(reader, wanted);
}

function dayAt(
  reader: RowReader,
  field: string,
  order: DayOrder,
  empty: Empty,
): { day: Day | null; time: string | null } | undefined {
  const text = reader.text(field);
  if (text === undefined) return undefined;
  if (text === "" || isNoDay(text)) return empty === null ? { day: null, time: null } : undefined;
  const read = readDay(text, order);
  if (read.kind === "day") return read;
  const code = {
    unreadable: "date-unreadable",
    "not-real": "date-not-real",
    ambiguous: "date-ambiguous",
  } as const;
  reader.report(field, code[read.kind], { value: quoted(text) });
  return undefined;
}

/** A warranty in months runs from the day of purchase, unless the row names its end. */
function readWarrantyMonths(reader: RowReader, wanted: Mutable<DeviceChange>): void {
  const text = reader.given("warrantyMonths");
  if (text === undefined || wanted.warrantyEnd) return;
  const match = /^(\d{1,3})(\.0+)?\s*(months?|mis|m)?$/i.exec(text);
  if (!match) reader.report("warrantyMonths", "months-unreadable", { value: quoted(text) });
  else if (wanted.purchaseDate) wanted.warrantyEnd = addMonths(wanted.purchaseDate, Number(match[1]));
}

function readCost(reader: RowReader, wanted: Mutable<DeviceChange>, empty: Empty): void {
  const text = reader.text("cost");
  if (text === undefined) return;
  if (text === "") {
    if (empty === null) wanted.cost = null;
    return;
  }
  const read = readMoney(text, reader.given("currency") ?? null);
  if (read.kind === "money") wanted.cost = read.money;
  else {
    const code = read.kind === "unreadable" ? "money-unreadable" : "currency-unknown";
    reader.report("cost", code, { value: quoted(text) });
  }
}

/**
 * Toolroll's own status column holds one of the four statuses (or a label that stands for one); another system's holds
 * a label, with or without its status type.
 */
function readState(
  reader: RowReader,
  { source, labels }: DeviceReading,
  wanted: Mutable<DeviceChange>,
): void {
  const label = limited(reader, "label", longestLabel);
  if (label) wanted.label = label;
  const text = reader.given("status");
  if (text === undefined) return;
  const own = source === "toolroll";
  const named = deviceStatuses.find((status) => status === text.toLowerCase());
  if (own && named) {
    wanted.status = named;
    return;
  }
  const read = readStatus(text, labels.table);
  if (own && read.status === null) {
    reader.report("status", "status-unknown", { value: quoted(text), allowed: deviceStatuses.join(", ") });
    return;
  }
  wanted.label ??= read.label.slice(0, longestLabel);
  if (read.status !== null) wanted.status = read.status;
}

function readType(reader: RowReader, wanted: Mutable<DeviceChange>): DeviceType | null {
  const text = reader.given("type") ?? typeBesideHolder(reader);
  if (text !== undefined) {
    const named = typeNamed(text);
    if (named !== null) wanted.type = named;
    else reader.report("type", "type-unknown", { value: quoted(text), allowed: deviceTypes.join(", ") });
    return named;
  }
  const byCategory = typeFrom([reader.given("category")], null);
  if (byCategory !== null) wanted.type = byCategory;
  const os = reader.given("os") ?? null;
  return byCategory ?? typeFrom([reader.given("model"), reader.given("modelNumber")], os);
}

/** Snipe-IT's `Type` says to what a device is checked out; in a council's own list of much the same headings, what it is. */
function typeBesideHolder(reader: RowReader): string | undefined {
  const text = reader.given("assigneeKind");
  return text !== undefined && typeNamed(text) !== null ? text : undefined;
}
