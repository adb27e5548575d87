import { type EnteredPrice, priceBook } from "../../database/stores/graph/price-store";
import { toInstant } from "../../domain/instant";
import { priceOn } from "../../domain/licence/price";
import { compareTexts } from "../../domain/text-order";
import type { ServiceContext } from "../service-context";
import type { LicenceReference } from "./licence-reference";
import { allLicences } from "./licence-service";

/** Every SKU with what a seat of it costs and did cost, by product name. */
export async function readPriceBook(context: ServiceContext, reference: LicenceReference) {
  const today = toInstant(context.clock.now()).slice(0, 10);
  const book = await context.gateway.read(priceBook);
  const licences = await allLicences(context, reference);
  return licences
    .map(({ skuId, skuPartNumber, productName, free }) => {
      const prices = book.filter((price) => price.skuId === skuId);
      const current = priceOn(prices, skuId, today);
      return {
        ...{ skuId, skuPartNumber, productName, free },
        current: current && told(current),
        prices: prices.map(told).reverse(),
      };
    })
    .sort((a, b) => compareTexts(a.productName, b.productName) || compareTexts(a.skuId, b.skuId));
}

function told({ skuId: _, until = null, ...price }: EnteredPrice) {
  return { ...price, until };
}
