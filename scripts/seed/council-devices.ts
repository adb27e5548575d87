import type { Device, DeviceType } from "../../src/domain/device";
import type { Person } from "../../src/domain/person";
import type { Team } from "../../src/domain/team";
import { aDevice, idFrom, type RandomSource, randomFrom } from "../../tests/support/builders";
import { type Custody, conditionOf } from "./device-condition";
import { inOfficeHours, makeOf } from "./device-make";
import { type FixedKit, fixedKit } from "./fixed-kit";
import { fixedIds } from "./fixed-people";

const shares: readonly (readonly [DeviceType, number])[] = [
  ["laptop", 50],
  ["phone", 18],
  ["monitor", 12],
  ["desktop", 7],
  ["tablet", 6],
  ["dock", 4],
  ["printer", 2],
  ["other", 1],
];

const withoutKitShare = 0.1;
const leaverKeepsShare = 0.4;

interface World {
  readonly seed: number;
  readonly now: Date;
  readonly random: RandomSource;
  readonly nextHolder: (type: DeviceType) => Person | null;
  readonly teams: readonly Team[];
}

/** What the fixed people hold, then everything else. `now` is the day that all dates are relative to. */
export function councilDevices(
  count: number,
  people: readonly Person[],
  teams: readonly Team[],
  seed: number,
  now: Date,
): Device[] {
  const random = randomFrom(`${seed}/devices`);
  const world: World = { seed, now, random, teams, nextHolder: holders(people, random) };
  const byId = new Map(people.map((person) => [person.id, person]));
  const devices = fixedKit.map((kit, index) => fixedDevice(world, index, kit, byId.get(kit.personId)));
  while (devices.length < count) devices.push(someDevice(world, devices.length));
  return devices;
}

function fixedDevice(world: World, index: number, kit: FixedKit, holder: Person | undefined): Device {
  const { random, now, seed } = world;
  const days = kit.confirmedDaysAgo;
  return aDevice({
    ...makeOf(kit.type, "standard", now, random),
    id: idFrom(`${seed}/device/${index}`),
    assetTag: tagOf(index, false),
    label: "In use",
    teamId: holder?.teamId ?? null,
    assigneeId: kit.personId,
    lastConfirmedAt: days === null ? null : inOfficeHours(now, days, random),
  });
}

function someDevice(world: World, index: number): Device {
  const { random, now, seed } = world;
  const type = random.weighted(shares);
  const make = makeOf(type, "any", now, random);
  return aDevice({
    ...make,
    ...conditionOf(custodyOf(world, type), make, now, random),
    id: idFrom(`${seed}/device/${index}`),
    assetTag: tagOf(index, random.chance(0.03)),
  });
}

/** With a person, shared by a team, or in stock. */
function custodyOf(world: World, type: DeviceType): Custody {
  const { random, teams } = world;
  const shared = type === "printer" || type === "desktop" || type === "other";
  const where = random.weighted([
    ["person", shared ? 15 : 84],
    ["team", shared ? 75 : 8],
    ["stock", shared ? 10 : 8],
  ] as const);
  if (where === "stock") return { holder: null, teamId: null };
  const holder = where === "person" ? world.nextHolder(type) : null;
  return { holder, teamId: holder ? holder.teamId : random.pick(teams).id };
}

/**
 * Deals each type of device round the people in an order of its own, so that most hold one laptop before anybody holds
 * two. Some people have no device, and some who have left still hold theirs.
 */
function holders(people: readonly Person[], random: RandomSource): World["nextHolder"] {
  const eligible = people.filter(
    (person) =>
      !fixedIds.has(person.id) && !random.chance(person.active ? withoutKitShare : 1 - leaverKeepsShare),
  );
  const orders = new Map(shares.map(([type]) => [type, { next: 0, people: random.shuffled(eligible) }]));
  return (type) => {
    const order = orders.get(type);
    return order?.people[order.next++ % Math.max(1, order.people.length)] ?? null;
  };
}

/** The register's own numbering; a few tags are still those of a former borough. */
function tagOf(index: number, former: boolean): string {
  const number = String(index + 1).padStart(former ? 5 : 6, "0");
  return former ? `DBC/${number}` : `LL-${number}`;
}
