import { createHash } from "node:crypto";
import { type Device, register } from "../../src/domain/device";
import type { Person } from "../../src/domain/person";
import type { Team } from "../../src/domain/team";

/*
 * Used by the tests and by the demonstration council alike. Nothing here knows what time it is, and nothing is random
 * but by a `RandomSource` that its caller made from a text.
 */

export function aTeam(overrides: Partial<Team> = {}): Team {
  return { id: "team-1", name: "Housing Options", parentId: null, managerIds: [], ...overrides };
}

export function aPerson(overrides: Partial<Person> = {}): Person {
  const id = overrides.id ?? "person-1";
  const name = overrides.name ?? `Person ${id}`;
  return { id, name, email: emailOf(name), teamId: null, active: true, ...overrides };
}

/** Goes through the domain's own rules, so that no builder makes a device that the register would refuse. */
export function aDevice(overrides: Partial<Device> = {}): Device {
  const { id = "device-1", source = "seed", lastConfirmedAt = null, version = 1, ...draft } = overrides;
  const device = register({ assetTag: "LL-000001", type: "laptop", ...draft }, id, source);
  return { ...device, lastConfirmedAt, version };
}

/** `Siân O'Connor` → `sian.oconnor@llanfair.example`; a number tells namesakes apart. */
export function emailOf(name: string, namesake = 1): string {
  const plain = name.normalize("NFD").replace(/[^A-Za-z0-9 -]/g, "");
  const local = plain.trim().toLowerCase().replace(/ +/g, ".");
  return `${local}${namesake > 1 ? namesake : ""}@llanfair.example`;
}

/** The same text gives the same id, in the shape of an Entra object id. */
export function idFrom(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join("-");
}

export interface RandomSource {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Picks by weight: `[["laptop", 3], ["phone", 1]]` gives three laptops to a phone. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  shuffled<T>(items: readonly T[]): T[];
}

/** The same text gives the same numbers, on every machine. */
export function randomFrom(text: string): RandomSource {
  const next = mulberry32(createHash("sha256").update(text).digest().readUInt32LE(0));
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (items) => present(items[between(0, items.length - 1)]),
    weighted(choices) {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      const found = choices.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return present(found ?? choices.at(-1))[0];
    },
    shuffled(items) {
      const order = items.map((item) => ({ item, at: next() }));
      return order.sort((a, b) => a.at - b.at).map(({ item }) => item);
    },
  };
}

/** Public domain generator by Tommy Ettinger: 32 bits of state are plenty for a council. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function present<T>(item: T | undefined): T {
  if (item === undefined) throw new Error("Nothing to pick from");
  return item;
}
