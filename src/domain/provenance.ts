import { type AuditEvent, type FieldChange, isSameContent } from "./audit-event";
import type { Instant } from "./instant";

/** That a person set this field of a record by hand, so that no import or sync overwrites it unasked. */
export interface FieldOrigin {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly field: string;
  readonly actorId: string;
  readonly at: Instant;
  /** The other value that an importer was shown and declined: undefined when none, null for "empty". */
  readonly declined?: unknown;
}

/** What to do with fields that people set by hand: keep the register's value, or take the one that comes in. */
export const resolutions = ["keep", "take"] as const;
export type Resolution = (typeof resolutions)[number];

/** Records whose fields come both by hand and from outside; what else a history tells of them is no field of theirs. */
const notFields: Readonly<Record<string, readonly string[]>> = {
  device: [
    "acceptance",
    "disposedOn",
    "disposalMethod",
    "disposalReference",
    "problem",
    "problemState",
    "problemOwnerId",
    "lastConfirmedAt",
    "lastSeenAt",
  ],
  person: [],
  team: [],
  application: [],
  contract: [],
};

/** What the register fills in by itself for a new device, unless somebody says otherwise. */
const assumed: Readonly<Record<string, unknown>> = { status: "deployable", label: "Ready to deploy" };

/** The fields that people set by hand according to what is being written into the history. */
export function originsOf(events: readonly AuditEvent[]): FieldOrigin[] {
  const origins = new Map<string, FieldOrigin>();
  for (const event of events) {
    const others = notFields[event.subjectKind];
    if (others === undefined || (event.door !== "tab" && event.door !== "bot")) continue;
    for (const { field, from, to } of event.changes) {
      const isNew = event.action.endsWith(".created");
      if (others.includes(field) || (isNew && (to === null || isSameContent(to, assumed[field])))) continue;
      if (isSameContent(from, to)) continue;
      const { subjectKind, subjectId, actorId, at } = event;
      origins.set(`${subjectKind} ${subjectId} ${field}`, { subjectKind, subjectId, field, actorId, at });
    }
  }
  return [...origins.values()];
}

/** What becomes of changes from outside to a record some of whose fields people set by hand. */
export interface Ruling {
  /** Nobody has decided yet: a conflict. */
  readonly contested: readonly FieldChange[];
  /** Decided now: the register's value stays. */
  readonly kept: readonly FieldChange[];
  /** Decided the same way at an earlier time for the same value. */
  readonly declined: readonly FieldChange[];
  /** Decided: the value that comes in takes the place of the one set by hand. */
  readonly taken: readonly FieldChange[];
}

/**
 * The one rule of imports and sync: a field set by hand changes only when a person says so. A value that was declined
 * before is not asked about again, a new one is.
 * @param origins of this record, by field
 */
export function rule(
  changes: readonly FieldChange[],
  origins: ReadonlyMap<string, FieldOrigin>,
  resolution: Resolution | null,
): Ruling {
  const of = (part: keyof Ruling) => changes.filter((change) => partOf(change) === part);
  const partOf = (change: FieldChange): keyof Ruling | null => {
    const origin = origins.get(change.field);
    if (origin === undefined) return null;
    if (resolution === "take") return "taken";
    const isDeclined = origin.declined !== undefined && isSameContent(origin.declined, change.to);
    if (isDeclined) return "declined";
    return resolution === "keep" ? "kept" : "contested";
  };
  return { contested: of("contested"), kept: of("kept"), declined: of("declined"), taken: of("taken") };
}

/** How a field was set by hand before an import decided about it. */
export interface EarlierOrigin extends FieldOrigin {
  /** The value that the import declined; undefined where it took its own, and the field was no longer set by hand. */
  readonly declinedSince?: unknown;
}

/**
 * What is to be noted of fields again when an import is undone. A decision to keep is taken back only where no later one
 * stands in its place.
 */
export function givenBack(
  earlier: readonly EarlierOrigin[],
  originNow: (field: FieldOrigin) => FieldOrigin | undefined,
): FieldOrigin[] {
  return earlier.flatMap(({ declinedSince, ...before }) => {
    if (declinedSince === undefined) return [before];
    const now = originNow(before);
    const stands = now?.declined !== undefined && isSameContent(now.declined, declinedSince);
    return stands ? [{ ...now, declined: before.declined }] : [];
  });
}
