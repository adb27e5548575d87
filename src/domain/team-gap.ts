import type { Lifecycle } from "./application/application";
import type { DeviceStatus, DeviceType } from "./device";
import { addDays, type Day, type Instant, toInstant } from "./instant";
import { replacementState } from "./lifecycle/replacement";

/** What is missing or wrong in a team, the most pressing first. */
export const teamGapKinds = [
  "held-by-leaver",
  "undeployable-held",
  "os-ended",
  "contract-ended",
  "ends-before-replacement",
  "without-device",
  "without-owner",
  "no-manager",
  "unconfirmed",
  "replacement-due",
  "out-of-warranty",
] as const;
export type TeamGapKind = (typeof teamGapKinds)[number];

/** Kit that nobody has confirmed for so long may not be there any more. */
export const unconfirmedDays = 365;
/** So long before a contract ends its replacement should be live, or a notice period is missed. */
export const replacementDays = 365;

export interface HeldBy {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

/** What the rules look at of a device that is not archived. */
export interface DeviceFact {
  readonly id: string;
  readonly assetTag: string;
  readonly type: DeviceType;
  readonly model: string | null;
  readonly status: DeviceStatus;
  readonly holder: HeldBy | null;
  readonly purchaseDate: Day | null;
  readonly warrantyEnd: Day | null;
  readonly lastConfirmedAt: Instant | null;
  /** The last day on which its operating system is supported; null where nobody knows, or it runs none. */
  readonly osSupportLast: Day | null;
  readonly replaceOn: Day | null;
}

/** What the rules look at of an application that the team uses. */
export interface ApplicationFact {
  readonly id: string;
  readonly name: string;
  readonly lifecycle: Lifecycle | null;
  readonly businessOwner: HeldBy | null;
  readonly itOwner: HeldBy | null;
  /** Of the current contract. */
  readonly contractEnd: Day | null;
  readonly replacement: { readonly name: string; readonly lifecycle: Lifecycle | null } | null;
}

export interface TeamFacts {
  readonly devices: readonly DeviceFact[];
  /** In use by the team, or being given up. */
  readonly applications: readonly ApplicationFact[];
  /** Active people who hold no device of any team. */
  readonly withoutDevice: readonly { readonly id: string; readonly name: string }[];
  /** Teams that nobody who is still here manages. */
  readonly unmanaged: readonly { readonly id: string; readonly name: string }[];
}

/** A record that shows the gap. */
export interface Evidence {
  readonly kind: "device" | "person" | "team" | "application";
  readonly id: string;
  readonly title: string;
  /** Who holds it or what model it is; what replaces it. */
  readonly about: string | null;
  /** The day that makes it a gap: last confirmed, end of warranty or contract; null where there never was one. */
  readonly since: Instant | Day | null;
}

export interface TeamGap {
  readonly kind: TeamGapKind;
  readonly count: number;
  /** At most `shownEvidence` of them. */
  readonly evidence: readonly Evidence[];
}

const shownEvidence = 50;

/** The gaps of a team, in the order of `teamGapKinds`; kinds without one are left out. Unknown dates are no gap. */
export function gapsOf(facts: TeamFacts, now: Date): TeamGap[] {
  return teamGapKinds.flatMap((kind) => {
    const found = evidenceOf(kind, facts, now);
    return found.length === 0 ? [] : [{ kind, count: found.length, evidence: found.slice(0, shownEvidence) }];
  });
}

function evidenceOf(
  kind: TeamGapKind,
  { devices, applications, withoutDevice, unmanaged }: TeamFacts,
  now: Date,
): Evidence[] {
  switch (kind) {
    case "held-by-leaver":
      return devices.filter(isHeldByLeaver).map((device) => shown(device, null));
    case "undeployable-held":
      return devices.filter(isUndeployableHeld).map((device) => shown(device, null));
    case "os-ended":
      return longestFirst(
        devices
          .filter((device) => isOsEnded(device, now))
          .map((device) => shown(device, device.osSupportLast)),
      );
    case "contract-ended":
      return soonest(applications.filter((application) => isContractEnded(application, now)));
    case "ends-before-replacement":
      return soonest(applications.filter((application) => endsBeforeReplacement(application, now)));
    case "without-owner":
      return applications.filter(isWithoutOwner).map((application) => ({ ...run(application), since: null }));
    case "without-device":
      return withoutDevice.map(({ id, name }) => ({
        kind: "person",
        id,
        title: name,
        about: null,
        since: null,
      }));
    case "no-manager":
      return unmanaged.map(({ id, name }) => ({ kind: "team", id, title: name, about: null, since: null }));
    case "unconfirmed":
      return longestFirst(
        devices.filter(unconfirmedAt(now)).map((device) => shown(device, device.lastConfirmedAt)),
      );
    case "replacement-due":
      return longestFirst(
        devices
          .filter((device) => isReplacementDue(device, now))
          .map((device) => shown(device, device.replaceOn)),
      );
    case "out-of-warranty":
      return longestFirst(
        devices
          .filter((device) => isOutOfWarranty(device, now))
          .map((device) => shown(device, device.warrantyEnd)),
      );
  }
}

/** Somebody who has left still has it. */
export function isHeldByLeaver({ holder }: Pick<DeviceFact, "holder">): boolean {
  return holder !== null && !holder.active;
}

/** Nobody should have to work with what may not be handed out. */
export function isUndeployableHeld({ status, holder }: DeviceFact): boolean {
  return status === "undeployable" && holder !== null;
}

/**
 * Held by somebody and not confirmed for a year before `now`; a device that was never confirmed counts from the day it
 * was bought, and at once when that is unknown.
 */
export function unconfirmedAt(
  now: Date,
): (device: Pick<DeviceFact, "holder" | "lastConfirmedAt" | "purchaseDate">) => boolean {
  const latest = toInstant(addDays(now, -unconfirmedDays));
  return ({ holder, lastConfirmedAt, purchaseDate }) => {
    const since = lastConfirmedAt ?? purchaseDate;
    return holder !== null && (since === null || since < latest);
  };
}

/** Its operating system gets no more security updates, whichever edition it is. */
export function isOsEnded({ osSupportLast }: DeviceFact, now: Date): boolean {
  return osSupportLast !== null && osSupportLast < today(now);
}

/** As old as devices of its type are meant to become; unfit ones are another gap. */
export function isReplacementDue({ status, replaceOn }: DeviceFact, now: Date): boolean {
  return status === "deployable" && replacementState(replaceOn, now) === "due";
}

/** In use after the last day of its warranty. */
export function isOutOfWarranty({ status, warrantyEnd }: DeviceFact, now: Date): boolean {
  return status === "deployable" && warrantyEnd !== null && warrantyEnd < today(now);
}

/** Retired applications need neither owner nor contract. */
function isAlive({ lifecycle }: ApplicationFact): boolean {
  return lifecycle !== "retired";
}

/** Used on after the last day of the contract. */
export function isContractEnded(application: ApplicationFact, now: Date): boolean {
  const { contractEnd } = application;
  return isAlive(application) && contractEnd !== null && contractEnd < today(now);
}

/** The contract ends within a year and what replaces the application is not in production yet. */
export function endsBeforeReplacement(application: ApplicationFact, now: Date): boolean {
  const { contractEnd, replacement } = application;
  if (!isAlive(application) || contractEnd === null || replacement === null) return false;
  const soon = contractEnd >= today(now) && contractEnd <= today(addDays(now, replacementDays));
  return soon && replacement.lifecycle !== "in-production";
}

/** Nobody who is still here owns it for the business, or for IT. */
export function isWithoutOwner(application: ApplicationFact): boolean {
  const { businessOwner, itOwner } = application;
  return isAlive(application) && !(businessOwner?.active && itOwner?.active);
}

function soonest(applications: readonly ApplicationFact[]): Evidence[] {
  return longestFirst(applications.map(run));
}

function run({ id, name, contractEnd, replacement }: ApplicationFact): Evidence {
  return { kind: "application", id, title: name, about: replacement?.name ?? null, since: contractEnd };
}

function today(now: Date): Day {
  return toInstant(now).slice(0, 10);
}

function shown({ id, assetTag, model, holder }: DeviceFact, since: Evidence["since"]): Evidence {
  return { kind: "device", id, title: assetTag, about: holder?.name ?? model, since };
}

function longestFirst(evidence: readonly Evidence[]): Evidence[] {
  return [...evidence].sort((a, b) => ((a.since ?? "") < (b.since ?? "") ? -1 : 1));
}
