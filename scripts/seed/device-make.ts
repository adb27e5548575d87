import type { Device, DeviceType } from "../../src/domain/device";
import { addDays } from "../../src/domain/instant";
import type { RandomSource } from "../../tests/support/builders";
import { type DeviceModel, deviceModels, placeholderSerials } from "./device-models";

export type Make = Pick<
  Device,
  | "type"
  | "manufacturer"
  | "model"
  | "os"
  | "osVersion"
  | "serial"
  | "purchaseDate"
  | "warrantyEnd"
  | "cost"
  | "lastSeenAt"
>;

/** What the thing is and what was paid for it: the present standard without fault, or any with the faults of a real list. */
export function makeOf(type: DeviceType, kind: "standard" | "any", now: Date, random: RandomSource): Make {
  const faulty = kind === "any";
  const models = deviceModels[type];
  const model = (faulty ? undefined : models[0]) ?? random.pick(models);
  const known = !(faulty && random.chance(0.03));
  return {
    type,
    manufacturer: known || random.chance(0.5) ? model.manufacturer : null,
    model: known ? model.model : null,
    os: model.os,
    osVersion: model.os === null ? null : random.pick(model.osVersions),
    serial: faulty ? listedSerial(model, random) : serialOf(model, random),
    ...paidFor(model, faulty, now, random),
    lastSeenAt: model.os === null ? null : lastSeen(now, random),
  };
}

function listedSerial(model: DeviceModel, random: RandomSource): string | null {
  if (random.chance(0.04)) return null;
  return random.chance(0.02) ? random.pick(placeholderSerials) : serialOf(model, random);
}

/** Letters and digits without those that are read wrongly from a label. */
const serialLetters = Array.from("0123456789BCDFGHJKLMNPQRSTVWXYZ");

function serialOf(model: DeviceModel, random: RandomSource): string {
  const letters = (count: number) => Array.from({ length: count }, () => random.pick(serialLetters)).join("");
  switch (model.manufacturer) {
    case "Dell":
      return letters(7);
    case "HP":
      return `5CG${letters(7)}`;
    case "Lenovo":
      return `PF${letters(6)}`;
    case "Apple":
      return `F${letters(11)}`;
    default:
      return letters(11);
  }
}

/** Bought within the last seven years, with three years of warranty: about half are past it. */
function paidFor(model: DeviceModel, faulty: boolean, now: Date, random: RandomSource) {
  const daysAgo = faulty ? Math.floor(2_500 * random.next() ** 1.3) + 10 : random.between(120, 700);
  const bought = addDays(now, -daysAgo).toISOString().slice(0, 10);
  const ends = `${Number(bought.slice(0, 4)) + 3}${bought.slice(4).replace("-02-29", "-02-28")}`;
  const priced = !(faulty && random.chance(0.15));
  const cents = priced && random.chance(0.3) ? random.between(0, 99) : 0;
  const cost = { amount: `${model.price}.${String(cents).padStart(2, "0")}`, currency: "GBP" };
  if (faulty && random.chance(0.1)) return { purchaseDate: null, warrantyEnd: null, cost: null };
  return {
    purchaseDate: bought,
    warrantyEnd: faulty && random.chance(0.05) ? null : ends,
    cost: priced ? cost : null,
  };
}

/** Most are seen every few days; some have lain in a drawer for months. */
function lastSeen(now: Date, random: RandomSource): string | null {
  if (random.chance(0.12)) return null;
  const days = random.chance(0.15) ? random.between(60, 320) : random.between(0, 9);
  return inOfficeHours(now, days, random);
}

/** A moment of office hours about that many days before `now`; never after it, and never at a weekend. */
export function inOfficeHours(now: Date, daysAgo: number, random: RandomSource): string {
  const minutes = random.between(8 * 60, 17 * 60);
  const day = addDays(now, -daysAgo - 1);
  const sinceFriday = [2, 0, 0, 0, 0, 0, 1][day.getUTCDay()] ?? 0;
  return new Date(addDays(day, -sinceFriday).getTime() + minutes * 60_000).toISOString();
}
