import type { StagedAccount, StagedHolding, StagedSku } from "../../src/database/stores/graph/stage-store";
import { daysAfter } from "../../src/domain/instant";
import type { UseBand } from "../../src/domain/licence/use-band";
import { matchKey } from "../../src/domain/match-key";
import type { Person } from "../../src/domain/person";
import { idFrom, type RandomSource, randomFrom } from "../../tests/support/builders";

/** What the demonstration council bought, by ids of `data/sku-names.json`; who holds it is given as shares of its people. */
interface Bought {
  readonly skuId: string;
  readonly partNumber: string;
  readonly plans: readonly string[];
  readonly share: number;
  /** Seats beyond those held; below zero more are assigned than bought. */
  readonly spare: number;
  /** Of the seats, in grace after a subscription that ended. */
  readonly grace?: number;
  /** In GBP a month, made up; absent is unknown, as prices are until somebody enters them. */
  readonly price?: string;
  /** Days from the seed's day to the next change of each subscription. */
  readonly changesIn: readonly number[];
}

const office = "efb87545-963c-4e0d-99df-69c6916d9eb0";
const powerBi = "70d33638-9c74-4d01-bfd3-562de28bd4ba";

const suites: readonly Bought[] = [
  {
    ...{ skuId: "05e9a617-0261-4cee-bb44-138d3ef5d965", partNumber: "SPE_E3", plans: [office] },
    ...{ share: 0.6, spare: 25, price: "31.40", changesIn: [126] },
  },
  {
    ...{ skuId: "06ebc4ee-1bb5-47dd-8120-11324bc54e06", partNumber: "SPE_E5", plans: [office, powerBi] },
    ...{ share: 0.1, spare: -3, grace: 10, price: "48.20", changesIn: [58] },
  },
  {
    ...{ skuId: "66b55226-6b4f-492c-910c-a3b7a3c9d993", partNumber: "SPE_F1", plans: [] },
    ...{ share: 0.3, spare: 12, price: "6.30", changesIn: [126] },
  },
];

const extras: readonly Bought[] = [
  {
    ...{ skuId: "c5928f49-12ba-48f7-ada3-0d743a3601d5", partNumber: "VISIOCLIENT" },
    ...{ plans: ["663a804f-1c30-4ff0-9915-9db84f0d1cea"], share: 0.05, spare: 4 },
    ...{ price: "11.30", changesIn: [27, 210] },
  },
  {
    ...{ skuId: "f8a1db68-be16-40ed-86d5-cb42ce701560", partNumber: "POWER_BI_PRO", plans: [powerBi] },
    ...{ share: 0.07, spare: 6, price: "8.20", changesIn: [93] },
  },
  {
    ...{ skuId: "639dec6b-bb19-468b-871c-c5c441c4b0cb", partNumber: "Microsoft_365_Copilot" },
    ...{ plans: ["3f30311c-6b1e-48a4-ab79-725b469da960"], share: 0.04, spare: 9, changesIn: [301] },
  },
  {
    ...{ skuId: "f30db892-07e9-47e9-837c-80727f46fd3d", partNumber: "FLOW_FREE", plans: [] },
    ...{ share: 0.2, spare: 9_000, changesIn: [] },
  },
];

export interface CouncilSubscription {
  readonly id: string;
  readonly skuId: string;
  readonly status: string;
  readonly trial: number;
  readonly seats: number;
  readonly nextLifecycle: string;
}

/** A reading of Microsoft 365 that never was, for pages to be tried before a tenant is connected. */
export interface CouncilLicences {
  readonly skus: readonly StagedSku[];
  readonly subscriptions: readonly CouncilSubscription[];
  readonly accounts: readonly StagedAccount[];
  readonly holdings: readonly StagedHolding[];
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly hidden: false;
    readonly team: false;
  }[];
  readonly prices: readonly { readonly skuId: string; readonly amount: string; readonly from: string }[];
  /** How each SKU stood on nights before. */
  readonly nights: readonly {
    readonly day: string;
    readonly skuId: string;
    readonly usable: number;
    readonly held: number;
    readonly unused: number;
  }[];
}

export function councilLicences(people: readonly Person[], seed: number, now: Date): CouncilLicences {
  const random = randomFrom(`${seed}/licences`);
  const today = now.toISOString().slice(0, 10);
  const accounts = people.map((person) => accountOf(person, random, today));
  const holdings = accounts.flatMap((account) => holdingsOf(account, random, seed));
  const skus = [...suites, ...extras].map((bought) => skuOf(bought, holdings));
  return {
    skus,
    accounts,
    holdings,
    subscriptions: [...suites, ...extras].flatMap((bought) => subscriptionsOf(bought, skus, seed, today)),
    groups: suites.map(({ partNumber }) => groupOf(partNumber, seed)),
    prices: [...suites, ...extras].flatMap(({ skuId, price }) =>
      price === undefined ? [] : [{ skuId, amount: price, from: daysAfter(today, -200) }],
    ),
    nights: nightsOf(skus, holdings, today),
  };
}

const bands: readonly (readonly [UseBand, number])[] = [
  ["active", 74],
  ["light", 11],
  ["dormant", 7],
  ["never", 3],
  ["unknown", 5],
];

function accountOf({ id, name, email, active }: Person, random: RandomSource, today: string): StagedAccount {
  const useBand = random.weighted(bands);
  const days = {
    active: random.between(0, 29),
    light: random.between(31, 89),
    dormant: random.between(95, 300),
  };
  const lastUsedAt =
    useBand === "never" || useBand === "unknown" ? "" : `${daysAfter(today, -days[useBand])}T09:00:00.000Z`;
  return {
    ...{ personId: id, name, email, principalKey: email.toLowerCase(), department: "", homeKey: "" },
    ...{
      enabled: active ? 1 : 0,
      guest: 0,
      managerId: "",
      createdAt: `${daysAfter(today, -900)}T09:00:00.000Z`,
    },
    ...{ signInsKnown: useBand === "unknown" ? 0 : 1, interactive: lastUsedAt, nonInteractive: "" },
    ...{ successful: lastUsedAt, lastReported: "", useBand, lastUsedAt },
  };
}

/** One suite each, by group for most; a leaver keeps theirs until somebody looks. */
function holdingsOf(account: StagedAccount, random: RandomSource, seed: number): StagedHolding[] {
  const suite = random.weighted(suites.map((each) => [each, each.share * 100] as const));
  const byGroup = groupOf(suite.partNumber, seed).id;
  const ways = random.weighted([
    [[byGroup], 80],
    [["direct"], 15],
    [["direct", byGroup], 5],
  ] as const);
  const more = extras.filter(({ share }) => random.chance(share));
  return [seatOf(account, suite, ways), ...more.map((each) => seatOf(account, each, ["direct"]))];
}

function seatOf(
  { personId, name, enabled, useBand }: StagedAccount,
  { skuId }: Bought,
  ways: readonly string[],
): StagedHolding {
  const seat = { skuId, personId, nameKey: matchKey(name), enabled, useBand };
  return { ...seat, ways: JSON.stringify(ways), state: "Active", disabledPlans: "[]" };
}

function skuOf(
  { skuId, partNumber, plans, spare, grace = 0 }: Bought,
  holdings: readonly StagedHolding[],
): StagedSku {
  const consumed = holdings.filter((seat) => seat.skuId === skuId).length;
  const units = {
    enabled: Math.max(0, consumed + spare - grace),
    warning: grace,
    suspended: 0,
    lockedOut: 0,
  };
  const capability = grace > 0 ? "Warning" : "Enabled";
  return {
    skuId,
    partNumber,
    appliesTo: "User",
    capability,
    ...units,
    consumed,
    plans: JSON.stringify(plans),
    deleted: Math.floor(consumed / 60),
  };
}

function subscriptionsOf(
  { skuId, partNumber, changesIn }: Bought,
  skus: readonly StagedSku[],
  seed: number,
  today: string,
): CouncilSubscription[] {
  const seats = skus.find((sku) => sku.skuId === skuId)?.enabled ?? 0;
  return changesIn.map((days, at) => ({
    ...{ id: idFrom(`${seed}/subscription/${partNumber}/${at}`), skuId, status: "Enabled", trial: 0 },
    seats: Math.ceil(seats / changesIn.length),
    nextLifecycle: `${daysAfter(today, days)}T00:00:00.000Z`,
  }));
}

const groupNames: Readonly<Record<string, string>> = {
  SPE_E3: "Licences: office staff",
  SPE_E5: "Licences: digital and managers",
  SPE_F1: "Licences: depots, libraries and care",
};

function groupOf(partNumber: string, seed: number) {
  const name = groupNames[partNumber] ?? partNumber;
  return { id: idFrom(`${seed}/licence group/${partNumber}`), name, hidden: false, team: false } as const;
}

const nights = 120;

/** Seats grow by a few a month, and a little fewer are left unused. */
function nightsOf(skus: readonly StagedSku[], holdings: readonly StagedHolding[], today: string) {
  return skus.flatMap(({ skuId, enabled, warning }) => {
    const seats = holdings.filter((seat) => seat.skuId === skuId);
    const unused = seats.filter(
      ({ useBand, enabled: on }) => on === 1 && /dormant|never/.test(useBand),
    ).length;
    return Array.from({ length: nights }, (_, at) => {
      const ago = nights - at;
      const held = Math.max(0, seats.length - Math.round(ago / 12));
      return {
        ...{
          day: daysAfter(today, -ago),
          skuId,
          usable: Math.max(held, enabled + warning - (ago > 60 ? 10 : 0)),
        },
        ...{ held, unused: Math.min(held, unused + Math.round(ago / 20)) },
      };
    });
  });
}
