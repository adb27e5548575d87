import type { Reader } from "../../database/gateway";
import { groupsByIds } from "../../database/stores/graph/group-store";
import { type HolderFilter, holderFields, holderPage } from "../../database/stores/graph/holder-page-store";
import {
  holderCounts,
  isInForce,
  skusInForce,
  subscriptionsInForce,
} from "../../database/stores/graph/licence-store";
import { priceBook } from "../../database/stores/graph/price-store";
import { type Day, toInstant } from "../../domain/instant";
import {
  type HolderCounts,
  type LicenceFigures,
  licenceFigures,
  type Sku,
} from "../../domain/licence/licence-figures";
import { type Price, priceOn } from "../../domain/licence/price";
import { productName } from "../../domain/licence/product-name";
import { byDayToAct, type LicenceRenewal, subscriptionRenewal } from "../../domain/licence/renewal";
import { usableSeats } from "../../domain/licence/seats";
import { licenceCost } from "../../domain/licence/waste";
import type { Money } from "../../domain/money";
import type { Page, PageRequest } from "../../domain/page";
import { Refusal } from "../../domain/refusal";
import { compareTexts } from "../../domain/text-order";
import type { ServiceContext } from "../service-context";
import type { LicenceReference } from "./licence-reference";

export interface LicenceView extends LicenceFigures {
  readonly skuId: string;
  readonly skuPartNumber: string;
  readonly productName: string;
  readonly appliesTo: Sku["appliesTo"];
  readonly status: Sku["capability"];
  readonly seats: Sku["units"] & { readonly usable: number };
  readonly consumedUnits: number;
  /** The price in force, as it was entered; null is unknown. */
  readonly unitPrice: (Money & { readonly per: Price["per"] }) | null;
  readonly monthlyCost: Money | null;
  readonly monthlyWaste: Money | null;
  readonly renewals: readonly LicenceRenewal[];
}

/** Every SKU of the tenant by product name: what was bought, who holds it, what it costs. */
export async function listLicences(
  context: ServiceContext,
  reference: LicenceReference,
  filter: { readonly search: string | undefined },
  page: PageRequest<"productName">,
): Promise<Page<LicenceView>> {
  const all = await allLicences(context, reference);
  const wanted = filter.search?.toLowerCase() ?? "";
  const found = all.filter((each) =>
    `${each.productName} ${each.skuPartNumber}`.toLowerCase().includes(wanted),
  );
  const order = (a: readonly string[], b: readonly string[]) =>
    compareTexts(a[0] ?? "", b[0] ?? "") || compareTexts(a[1] ?? "", b[1] ?? "");
  const placeOf = (each: LicenceView) => [each.productName, each.skuId] as const;
  const turn = page.descending ? -1 : 1;
  const sorted = found.sort((a, b) => turn * order(placeOf(a), placeOf(b)));
  const { after } = page;
  const rest = after === null ? sorted : sorted.filter((each) => turn * order(placeOf(each), after) > 0);
  const items = rest.slice(0, page.limit);
  const last = items.at(-1);
  const next = rest.length > page.limit && last ? placeOf(last) : null;
  return { items, total: found.length, totalCapped: false, next };
}

/** With figures of one moment, in no order. */
export async function allLicences(
  context: ServiceContext,
  reference: LicenceReference,
): Promise<LicenceView[]> {
  const today = toInstant(context.clock.now()).slice(0, 10);
  return context.gateway.read((reader) => licencesIn(reader, reference, today));
}

/** As `allLicences`, as they stand in one reading. */
export async function licencesIn(
  reader: Reader,
  reference: LicenceReference,
  today: Day,
): Promise<LicenceView[]> {
  const [skus, counts] = [await skusInForce(reader), await holderCounts(reader)];
  const [book, subscriptions] = [await priceBook(reader), await subscriptionsInForce(reader)];
  return skus.map((sku): LicenceView => {
    const people = counts && (counts.get(sku.skuId) ?? nobody);
    const figures = licenceFigures(sku, people, reference.freePartNumbers);
    const price = priceOn(book, sku.skuId, today);
    const renewals = subscriptions
      .filter(({ skuId }) => skuId === sku.skuId)
      .map(({ id, nextLifecycle }) => subscriptionRenewal(id, nextLifecycle || null))
      .filter((renewal) => renewal !== null);
    return {
      skuId: sku.skuId,
      skuPartNumber: sku.skuPartNumber,
      productName: productName(reference.names, sku.skuId, sku.skuPartNumber),
      appliesTo: sku.appliesTo,
      status: sku.capability,
      seats: { ...sku.units, usable: usableSeats(sku.units) },
      consumedUnits: sku.consumedUnits,
      ...figures,
      unitPrice: price && { ...price.price, per: price.per },
      ...licenceCost(sku, figures, price),
      renewals: byDayToAct(renewals),
    };
  });
}

/** Deleted accounts are counted with the SKUs. */
const nobody: HolderCounts = {
  holders: 0,
  holdersDisabled: 0,
  holdersDeleted: null,
  inactive: 0,
  neverSeen: 0,
  unknownUse: 0,
};

/** What the JSON text of a holder holds. */
export const listedHolderFields: readonly string[] = [...holderFields, "groups"];

/**
 * Who holds a SKU, as JSON texts, with the names of groups as far as groups were read.
 * @throws Refusal not-found
 */
export async function listHolders(
  context: ServiceContext,
  skuId: string,
  filter: HolderFilter,
  page: PageRequest<"name">,
): Promise<Page<string>> {
  return context.gateway.read(async (reader) => {
    if (!(await isInForce(reader, skuId))) throw new Refusal("not-found", "not-found");
    const { items, ...rest } = await holderPage(reader, skuId, filter, page);
    const groups = new Map([...new Set(items.map(({ ways }) => ways))].map((ways) => [ways, groupsIn(ways)]));
    const known = await groupsByIds(reader, [...groups.values()].flat());
    const named = (id: string) => ({ id, name: known.get(id)?.name ?? null });
    const texts = new Map(
      [...groups].map(([ways, ids]) => [ways, JSON.stringify({ groups: ids.map(named) }).slice(1)]),
    );
    return { ...rest, items: items.map(({ json, ways }) => `${json.slice(0, -1)},${texts.get(ways)}`) };
  });
}

function groupsIn(ways: string): string[] {
  return (JSON.parse(ways) as string[]).filter((way) => way !== "direct");
}
