import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Day, toInstant } from "../../domain/instant";
import type { ProductNames } from "../../domain/licence/product-name";
import type { Environment } from "../../platform/environment";
import { loadProductNames, shippedProductNames } from "./product-names";

/** What Graph does not say of SKUs: their names, and which cost nothing. */
export interface LicenceReference {
  readonly names: ProductNames;
  /** How old the names are: the day of Microsoft's list that ships, or when the council's own file was last changed. */
  readonly namesAsOf: Day;
  readonly freePartNumbers: ReadonlySet<string>;
}

/** Of "Product names and service plan identifiers for licensing" as Microsoft published it; see `data/README.md`. */
export const shippedNamesAsOf: Day = "2026-06-30";

/** From the files that the settings name, else from the shipped ones. */
export async function licenceReference(
  environment: Pick<Environment, "SKU_NAMES_FILE" | "FREE_SKUS_FILE">,
  shipped: string,
): Promise<LicenceReference> {
  const free = await readFile(environment.FREE_SKUS_FILE ?? join(shipped, "free-skus.csv"), "utf8");
  const own = environment.SKU_NAMES_FILE;
  return {
    namesAsOf: own ? toInstant((await stat(own)).mtime).slice(0, 10) : shippedNamesAsOf,
    names: await (own ? loadProductNames(own) : shippedProductNames(join(shipped, "sku-names.json"))),
    freePartNumbers: partNumbersIn(free),
  };
}

/** The first cell of each line but the header. */
function partNumbersIn(csv: string): Set<string> {
  const cells = csv
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line) => (line.split(",")[0] ?? "").trim());
  return new Set(cells.filter((cell) => cell !== "" && cell !== "skuPartNumber"));
}
