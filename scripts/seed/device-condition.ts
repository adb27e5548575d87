import type { Device } from "../../src/domain/device";
import type { RandomSource } from "../../tests/support/builders";
import type { Custody } from "./council-devices";
import { inOfficeHours } from "./device-make";

type Condition = Pick<Device, "label" | "teamId" | "assigneeId" | "notes" | "lastConfirmedAt">;

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
export function conditionOf(custody: Custody, now: Date, random: RandomSource): Condition {
  const label = random.weighted(custody.holder ? heldLabels : custody.teamId ? teamLabels : stockLabels);
  const gone = nobodyHolds.has(label);
  const holder = gone ? null : custody.holder;
  return {
    label,
    teamId: custody.teamId,
    assigneeId: holder?.id ?? null,
    notes: random.chance(0.06) ? random.pick(notes) : null,
    lastConfirmedAt:
      holder === null || random.chance(neverConfirmedShare)
        ? null
        : inOfficeHours(now, Math.floor(400 * random.next() ** 2), random),
  };
}

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
