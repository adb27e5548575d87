import type { Reader } from "../../database/gateway";
import { skusInForce } from "../../database/stores/graph/licence-store";
import { priceBook } from "../../database/stores/graph/price-store";
import type { ExportColumn } from "../../domain/export/export-columns";
import type { ImportProblem } from "../../domain/import/problem";
import type { Price } from "../../domain/licence/price";
import {
  type JudgedPrice,
  judgePrices,
  type PricedSku,
  type PriceVerdict,
  priceHeader,
} from "../../domain/licence/price-file";
import { productName } from "../../domain/licence/product-name";
import type { Caller } from "../../domain/permission";
import { type ExportTable, tableFrom } from "../export/export-table";
import { readCsv } from "../import/csv-file";
import type { ServiceContext } from "../service-context";
import type { LicenceReference } from "./licence-reference";
import { writePrices } from "./price-service";

export interface PriceImport {
  readonly rows: Readonly<Record<PriceVerdict, number>> & { readonly total: number };
  readonly problems: readonly ImportProblem[];
  readonly lines: readonly (JudgedPrice & { readonly productName: string | null })[];
  readonly applied: boolean;
}

/**
 * Previews or applies a file of prices; applied all or not at all.
 * @throws Refusal invalid `import-...` for what is no table of prices
 */
export async function importPrices(
  context: ServiceContext,
  reference: LicenceReference,
  caller: Caller,
  file: { readonly bytes: Uint8Array; readonly apply: boolean },
): Promise<PriceImport> {
  const { header, rows } = await readCsv(file.bytes);
  const judge = async (reader: Reader) => {
    const skus = await pricedSkus(reader, reference);
    return { ...judgePrices(header.cells, rows, skus, await priceBook(reader)), skus };
  };
  if (!file.apply) return outcome(await context.gateway.read(judge), false);
  return context.gateway.write(async (tx) => {
    const judged = await judge(tx);
    const sound = judged.problems.every(({ severity }) => severity === "warning");
    const prices = judged.lines.flatMap(({ price }) => price ?? []);
    if (sound) await writePrices(context, tx, caller, prices);
    return outcome(judged, sound);
  });
}

function outcome(
  { lines, problems, skus }: ReturnType<typeof judgePrices> & { readonly skus: readonly PricedSku[] },
  applied: boolean,
): PriceImport {
  const count = (verdict: PriceVerdict) => lines.filter((line) => line.verdict === verdict).length;
  const nameOf = (price: Price | null) =>
    skus.find(({ skuId }) => skuId === price?.skuId)?.productName ?? null;
  return {
    rows: {
      total: lines.length,
      create: count("create"),
      update: count("update"),
      unchanged: count("unchanged"),
      error: count("error"),
    },
    problems,
    lines: lines.map((line) => ({ ...line, productName: nameOf(line.price) })),
    applied,
  };
}

async function pricedSkus(reader: Reader, { names }: LicenceReference): Promise<PricedSku[]> {
  return (await skusInForce(reader)).map(({ skuId, skuPartNumber }) => ({
    skuId,
    skuPartNumber,
    productName: productName(names, skuId, skuPartNumber),
  }));
}

type PriceLine = Price & PricedSku;

const columns: readonly ExportColumn<PriceLine>[] = [
  { header: priceHeader("skuId"), cell: ({ skuId }) => skuId },
  { header: priceHeader("skuPartNumber"), cell: ({ skuPartNumber }) => skuPartNumber },
  { header: priceHeader("productName"), cell: ({ productName: name }) => name },
  { header: priceHeader("amount"), cell: ({ price }) => price.amount },
  { header: priceHeader("currency"), cell: ({ price }) => price.currency },
  { header: priceHeader("per"), cell: ({ per }) => per },
  { header: priceHeader("from"), cell: ({ from }) => from },
  { header: priceHeader("until"), cell: ({ until }) => until ?? null },
];

/** The whole price book with the headers of its import. */
export async function exportPrices(
  context: ServiceContext,
  reference: LicenceReference,
): Promise<ExportTable> {
  const rows = await context.gateway.read(async (reader): Promise<PriceLine[]> => {
    const skus = await pricedSkus(reader, reference);
    const book = await priceBook(reader);
    return book.flatMap((price) => {
      const sku = skus.find(({ skuId }) => skuId === price.skuId);
      return sku === undefined ? [] : [{ ...price, ...sku }];
    });
  });
  return tableFrom("prices", columns, async () => ({ rows, next: null }));
}
