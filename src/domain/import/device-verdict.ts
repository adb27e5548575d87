import { changesBetween, type FieldChange } from "../audit-event";
import {
  change,
  type Device,
  type DeviceChange,
  type DeviceDraft,
  register as registerDevice,
  toldDeviceFields,
} from "../device";
import { matchKey, plainKey, serialKey } from "../match-key";
import type { Person } from "../person";
import { Refusal } from "../refusal";
import { holderField, readHolder, readTeam, type Wish } from "./custody";
import { type DeviceEntry, type DeviceReading, readDevice } from "./device-entry";
import { type Identity, identityOf, matchDevice, type Register, tagField } from "./device-match";
import type { Directory } from "./directory";
import type { ImportLabels } from "./import-labels";
import { isSameMoney } from "./money-text";
import { quoted } from "./problem";
import type { RowReader } from "./row-reader";
import { type Verdict, verdictOf } from "./verdict";

export interface DeviceSurroundings extends DeviceReading {
  readonly labels: ImportLabels;
  readonly register: Register;
  readonly directory: Directory;
  readonly newId: () => string;
}

const importedFields = [...toldDeviceFields, "lastSeenAt"] as const;

/** Judges rows one after the other and remembers which devices, tags and serials the rows before were about. */
export class DeviceJudge {
  readonly #records = new Map<string, number>();
  readonly #tags = new Map<string, { line: number; tag: string }>();
  readonly #serials = new Map<string, number>();

  constructor(private readonly around: DeviceSurroundings) {}

  judge(reader: RowReader): Verdict<Device> {
    const { source, register, directory } = this.around;
    const entry = readDevice(reader, this.around);
    const identity = identityOf(reader, source);
    const existing = matchDevice(reader, source, identity, register);
    this.#refuseRepetition(reader, identity, existing);
    const holder = readHolder(reader, source, directory);
    const team = readTeam(reader, source, directory);
    if (existing === null && identity.tag === undefined) {
      reader.report(tagField(source), "value-missing");
    }
    const custody = custodyOf(existing, holder, team);
    const wanted = this.around.labels.settle(reader, existing, entry.wanted);
    if (reader.isSound) warnOfLeaver(reader, existing, holder);
    if (!reader.isSound) return verdictOf<Device>(reader, existing, null, []);
    return existing === null
      ? this.#created(reader, identity, { ...entry, wanted }, custody)
      : this.#updated(reader, existing, { ...wanted, ...custody });
  }

  #created(reader: RowReader, identity: Identity, entry: DeviceEntry, custody: Custody): Verdict<Device> {
    const { source, newId } = this.around;
    const type = entry.likelyType ?? "other";
    const draft: DeviceDraft = { ...entry.wanted, ...custody, assetTag: identity.tag ?? "", type };
    const device = attempted(reader, draft.assetTag, () => registerDevice(draft, newId(), source));
    if (device && entry.likelyType === null) {
      const field = ["type", "category", "model"].find((one) => reader.text(one) !== undefined);
      reader.report(field ?? null, "type-assumed");
    }
    const changes = device ? changesBetween(null, device, importedFields) : [];
    return verdictOf(reader, null, device, changes);
  }

  #updated(reader: RowReader, existing: Device, wanted: DeviceChange): Verdict<Device> {
    const given = withoutSameness(existing, wanted);
    const changed = attempted(reader, existing.assetTag, () => change(existing, given));
    const changes: FieldChange[] = changed ? changesBetween(existing, changed, importedFields) : [];
    return verdictOf(reader, existing, changed, changes);
  }

  #refuseRepetition(reader: RowReader, identity: Identity, existing: Device | null): void {
    const { line } = reader.row;
    const before = existing === null ? undefined : this.#records.get(existing.id);
    if (existing !== null && before === undefined) this.#records.set(existing.id, line);
    if (before !== undefined) {
      const params = { other: before, value: quoted(existing?.assetTag ?? "") };
      reader.report(this.#namingField(identity), "same-record", params);
    } else if (!this.#refuseTag(reader, identity.tag, existing)) {
      this.#refuseSerial(reader, identity.serial, existing);
    }
  }

  /** The column that tells most plainly which device is meant. */
  #namingField({ tag, serial }: Identity): string {
    const { source } = this.around;
    if (tag !== undefined && source !== "intune") return tagField(source);
    return serial === undefined ? (tag === undefined ? "id" : tagField(source)) : "serial";
  }

  /** Intune's names are no tags for devices that have one, so there only those of new devices can clash. */
  #refuseTag(reader: RowReader, tag: string | undefined, existing: Device | null): boolean {
    const field = tagField(this.around.source);
    if (tag === undefined || (field === "deviceName" && existing !== null)) return false;
    const before = this.#tags.get(matchKey(tag));
    if (!before) {
      this.#tags.set(matchKey(tag), { line: reader.row.line, tag });
      return false;
    }
    const isSame = plainKey(before.tag) === plainKey(tag);
    if (isSame) reader.report(field, "same-record", { other: before.line, value: quoted(tag) });
    else reader.report(field, "key-lookalike", { value: quoted(tag), other: quoted(before.tag) });
    return true;
  }

  /** Devices that share a serial already may go on doing so; no import gives two the same one. */
  #refuseSerial(reader: RowReader, serial: string | undefined, existing: Device | null): void {
    const key = serialKey(serial ?? null);
    if (key === null) return;
    const before = this.#serials.get(key);
    const isNew = existing === null || serialKey(existing.serial) !== key;
    if (before === undefined) this.#serials.set(key, reader.row.line);
    else if (isNew) reader.report("serial", "serial-taken", { value: quoted(serial ?? ""), other: before });
  }
}

type Custody = Pick<DeviceChange, "assigneeId" | "teamId">;

/** As when a device is handed over: it goes with its new holder's team, unless the row names one. */
function custodyOf(
  existing: Device | null,
  holder: Wish<Person>,
  team: Wish<{ readonly id: string }>,
): Custody {
  const custody: { assigneeId?: string | null; teamId?: string | null } = {};
  if (holder.kind === "one") custody.assigneeId = holder.one.id;
  if (holder.kind === "none") custody.assigneeId = null;
  const handedOver = holder.kind === "one" && holder.one.id !== existing?.assigneeId ? holder.one : null;
  if (team.kind === "one") custody.teamId = team.one.id;
  else if (handedOver?.teamId) custody.teamId = handedOver.teamId;
  else if (team.kind === "none") custody.teamId = null;
  return custody;
}

function warnOfLeaver(reader: RowReader, existing: Device | null, holder: Wish<Person>): void {
  if (holder.kind !== "one" || holder.one.active || holder.one.id === existing?.assigneeId) return;
  reader.report(holderField(reader), "holder-left", { value: quoted(holder.one.name) });
}

/** Leaves out what says the same in other words, and an older sighting than the one known. */
function withoutSameness(existing: Device, wanted: DeviceChange): DeviceChange {
  const { cost, lastSeenAt, ...rest } = wanted;
  const isNews = lastSeenAt != null && lastSeenAt > (existing.lastSeenAt ?? "");
  return {
    ...rest,
    ...(cost === undefined || isSameMoney(cost, existing.cost) ? {} : { cost }),
    ...(isNews ? { lastSeenAt } : {}),
  };
}

function attempted(reader: RowReader, tag: string, make: () => Device): Device | null {
  try {
    return make();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (refusal.code === "device-disposed")
      reader.report("status", "device-disposed", { value: quoted(tag) });
    else reader.report(holderField(reader), "holder-refused", { value: quoted(tag) });
    return null;
  }
}
