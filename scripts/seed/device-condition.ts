import type { Device } from "../../src/domain/device";
import type { Person } from "../../src/domain/person";
import type { RandomSource } from "../../tests/support/builders";
import { inOfficeHours, type Make } from "./device-make";

export interface Custody {
  readonly holder: Person | null;
  readonly teamId: string | null;
}

type Condition = Pick<Device, "label" | "teamId" | "assigneeId" | "notes" | "lastConfirmedAt" | "lastSeenAt">;

const neverConfirmedShare = 0.35;

const notes = [
  "Keyboard replaced, see INC-10423",
  "Screen cracked in one corner, still usable",
  "Charger missing",
  "Returned after maternity leave",
  "Sgrin newydd, Mawrth",
  "Allweddell Gymraeg",
  "Battery lasts an hour at most; replacement on order",
  "Shared by the duty desk – don't reassign without asking St Mary's",
] as const;

/** The state it is in, as the council calls it; nobody holds what is lost, broken or disposed of. */
export function conditionOf(custody: Custody, make: Make, now: Date, random: RandomSource): Condition {
  const label = random.weighted(custody.holder ? heldLabels : custody.teamId ? teamLabels : stockLabels);
  const holder = nobodyHolds.has(label) ? null : custody.holder;
  const confirmed = holder !== null && !random.chance(neverConfirmedShare);
  return {
    label,
    teamId: custody.teamId,
    assigneeId: holder?.id ?? null,
    notes: random.chance(0.06) ? random.pick(notes) : null,
    lastConfirmedAt: confirmed ? confirmedAt(make, now, random) : null,
    lastSeenAt: outOfReach.has(label) ? null : make.lastSeenAt,
  };
}

/** More often lately than long ago, and not before it was bought. */
function confirmedAt(make: Make, now: Date, random: RandomSource): string | null {
  const moment = inOfficeHours(now, Math.floor(400 * random.next() ** 2), random);
  return make.purchaseDate !== null && moment < make.purchaseDate ? null : moment;
}

const outOfReach = new Set(["Lost", "Stolen", "Disposed"]);
const nobodyHolds = new Set(["Lost", "Stolen", "Broken", "Disposed"]);
const heldLabels = [
  ["In use", 90],
  ["Out for repair", 3],
  ["Broken", 2],
  ["Lost", 2],
  ["Stolen", 0.5],
  ["Disposed", 2.5],
] as const;
const teamLabels = [
  ["In use", 88],
  ["Out for repair", 4],
  ["Broken", 3],
  ["Disposed", 5],
] as const;
const stockLabels = [
  ["Ready to deploy", 58],
  ["Awaiting set-up", 22],
  ["Out for repair", 6],
  ["Broken", 4],
  ["Disposed", 10],
] as const;
