import { type DeviceType, deviceTypes } from "../device";
import type { Day } from "../instant";
import { Refusal } from "../refusal";
import { supportDays } from "./os-support";

export const replacements = ["due", "soon", "later", "unknown"] as const;
export type Replacement = (typeof replacements)[number];

/** Years after which a device of a type is replaced; 0 means that it is used until it breaks. */
export type ReplacementAges = Readonly<Record<DeviceType, number>>;

export const mostYears = 20;

/** While administrators decide nothing else: what councils commonly plan with, not a rule of law. */
export const shippedAges: ReplacementAges = {
  laptop: 4,
  desktop: 5,
  tablet: 4,
  phone: 3,
  monitor: 7,
  dock: 6,
  printer: 6,
  other: 0,
};

/** @throws Refusal invalid `replacement-age-out-of-range` naming each type */
export function checkAges(ages: ReplacementAges): ReplacementAges {
  const wrong = deviceTypes.filter(
    (type) => !Number.isInteger(ages[type]) || ages[type] < 0 || ages[type] > mostYears,
  );
  if (wrong.length === 0) return ages;
  const fields = wrong.map((path) => ({ path, message: `0 to ${mostYears}` }));
  throw new Refusal("invalid", "replacement-age-out-of-range", {}, fields);
}

/** The day from which a device is due: its age after the purchase, else the end of its warranty. */
export function replaceOn(
  ages: ReplacementAges,
  device: { readonly type: DeviceType; readonly purchaseDate: Day | null; readonly warrantyEnd: Day | null },
): Day | null {
  const years = ages[device.type];
  if (years === 0) return null;
  return device.purchaseDate === null ? device.warrantyEnd : yearsAfter(device.purchaseDate, years);
}

/** A device bought on 29 February has its day on 28 February. */
function yearsAfter(day: Day, years: number): Day {
  const later = `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
  return later.endsWith("-02-29") && !isLeap(Number(later.slice(0, 4))) ? later.replace(/29$/, "28") : later;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Unknown dates make nothing due. */
export function replacementState(day: Day | null, now: Date): Replacement {
  if (day === null) return "unknown";
  const { today, soon } = supportDays(now);
  if (day <= today) return "due";
  return day < soon ? "soon" : "later";
}
