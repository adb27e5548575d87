import type { Device } from "../device";
import { firstInvisible, matchKey, oddLetter, plainKey, serialKey } from "../match-key";
import type { ImportSource } from "./import";
import { quoted } from "./problem";
import type { RowReader } from "./row-reader";

/** The devices that a file may be about, by all that identifies one. */
export interface Register {
  byId(id: string): Device | undefined;
  /** By `matchKey` of the tag. */
  byTag(key: string): Device | undefined;
  /** By `serialKey`. */
  bySerial(key: string): readonly Device[];
}

export function registerOf(devices: readonly Device[]): Register {
  const byId = new Map(devices.map((device) => [device.id, device]));
  const byTag = new Map(devices.map((device) => [matchKey(device.assetTag), device]));
  const bySerial = new Map<string, Device[]>();
  for (const device of devices) {
    const key = serialKey(device.serial);
    if (key !== null) bySerial.set(key, [...(bySerial.get(key) ?? []), device]);
  }
  return {
    byId: (id) => byId.get(id),
    byTag: (key) => byTag.get(key),
    bySerial: (key) => bySerial.get(key) ?? [],
  };
}

export interface Identity {
  readonly id: string | undefined;
  readonly tag: string | undefined;
  readonly serial: string | undefined;
}

/** What identifies the device of a row. Intune has no tags: there the device name serves, after the serial. */
export function identityOf(reader: RowReader, source: ImportSource): Identity {
  const nameIsTag = source === "intune";
  return {
    id: reader.given("id"),
    tag: reader.given(nameIsTag ? "deviceName" : "assetTag"),
    serial: reader.given("serial"),
  };
}

export function tagField(source: ImportSource): "assetTag" | "deviceName" {
  return source === "intune" ? "deviceName" : "assetTag";
}

/**
 * The one device that a row is about, or null for a new one: by id, then tag, then serial. What points to a second device,
 * or only looks like a match, is reported as a conflict.
 */
export function matchDevice(
  reader: RowReader,
  source: ImportSource,
  identity: Identity,
  register: Register,
): Device | null {
  const byId = identity.id === undefined ? undefined : register.byId(identity.id);
  const byTag = identity.tag === undefined ? undefined : register.byTag(matchKey(identity.tag));
  const key = serialKey(identity.serial ?? null);
  const bySerial = key === null ? [] : register.bySerial(key);
  const serialFirst = source === "intune" && bySerial.length > 0;
  const found =
    byId ?? (serialFirst ? undefined : byTag) ?? (bySerial.length === 1 ? bySerial[0] : undefined);
  if (!found && bySerial.length > 1) {
    const tags = bySerial.map(({ assetTag }) => assetTag).join(", ");
    reader.report("serial", "two-records", { value: quoted(identity.serial ?? ""), other: quoted(tags) });
  }
  if (byId && byTag && byTag.id !== byId.id) {
    reader.report(tagField(source), "two-records", {
      value: quoted(byTag.assetTag),
      other: quoted(byId.assetTag),
    });
  }
  if (found && bySerial.length > 0 && !bySerial.some(({ id }) => id === found.id)) {
    const other = bySerial.map(({ assetTag }) => assetTag).join(", ");
    reader.report("serial", "two-records", { value: quoted(identity.serial ?? ""), other: quoted(other) });
  }
  refuseOtherSerial(reader, source, found, key);
  refuseLookalikes(reader, source, identity, { byId, byTag, bySerial });
  return found ?? null;
}

/** A computer name is used again for the next computer; under a serial of its own that is another device. */
function refuseOtherSerial(
  reader: RowReader,
  source: ImportSource,
  found: Device | undefined,
  key: string | null,
): void {
  const registered = serialKey(found?.serial ?? null);
  if (source !== "intune" || !found || key === null || registered === null || registered === key) return;
  const params = { value: quoted(found.assetTag), other: quoted(found.serial ?? "") };
  reader.report("serial", "serial-differs", params);
}

interface Hits {
  readonly byId: Device | undefined;
  readonly byTag: Device | undefined;
  readonly bySerial: readonly Device[];
}

function refuseLookalikes(reader: RowReader, source: ImportSource, identity: Identity, hits: Hits): void {
  const { tag, serial } = identity;
  const kept = hits.byId ?? hits.byTag;
  if (tag !== undefined && tag !== kept?.assetTag) {
    if (refuseOddKey(reader, tagField(source), tag)) return;
    if (hits.byTag && hits.byTag.id !== hits.byId?.id && plainKey(hits.byTag.assetTag) !== plainKey(tag)) {
      reader.report(tagField(source), "key-lookalike", {
        value: quoted(tag),
        other: quoted(hits.byTag.assetTag),
      });
    }
  }
  if (serial !== undefined && !hits.bySerial.some((device) => device.serial === serial)) {
    if (refuseOddKey(reader, "serial", serial)) return;
    const other = hits.bySerial.find((device) => plainKey(device.serial ?? "") !== plainKey(serial));
    if (other && other.id !== hits.byId?.id) {
      reader.report("serial", "key-lookalike", { value: quoted(serial), other: quoted(other.serial ?? "") });
    }
  }
}

/** Reports a key that cannot be told from another on a screen. */
export function refuseOddKey(reader: RowReader, field: string, key: string): boolean {
  if (firstInvisible(key) !== null) {
    reader.report(field, "key-invisible", { value: quoted(key) });
    return true;
  }
  const letter = oddLetter(key);
  if (letter !== null) reader.report(field, "key-mixed", { value: quoted(key), letter });
  return letter !== null;
}
