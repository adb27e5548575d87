import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ProductNames } from "../../domain/licence/product-name";
import type { Environment } from "../../platform/environment";
import { loadProductNames } from "./product-names";

/** What Graph does not say of SKUs: their names, and which cost nothing. */
export interface LicenceReference {
  readonly names: ProductNames;
  readonly freePartNumbers: ReadonlySet<string>;
}

/** The shipped list does not change while the process runs, and reading it takes a tenth of a second. */
const shippedNames = new Map<string, Promise<ProductNames>>();

/** From the files that the settings name, else from the shipped ones. */
export async function licenceReference(
  environment: Pick<Environment, "SKU_NAMES_FILE" | "FREE_SKUS_FILE">,
  shipped: string,
): Promise<LicenceReference> {
  const free = await readFile(environment.FREE_SKUS_FILE ?? join(shipped, "free-skus.csv"), "utf8");
  return {
    names: await (environment.SKU_NAMES_FILE
      ? loadProductNames(environment.SKU_NAMES_FILE)
      : namesShippedIn(shipped)),
    freePartNumbers: partNumbersIn(free),
  };
}

function namesShippedIn(folder: string): Promise<ProductNames> {
  const known = shippedNames.get(folder) ?? loadProductNames(join(folder, "sku-names.csv"));
  shippedNames.set(folder, known);
  return known;
}

/** The first cell of each line but the header. */
function partNumbersIn(csv: string): Set<string> {
  const cells = csv
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line) => (line.split(",")[0] ?? "").trim());
  return new Set(cells.filter((cell) => cell !== "" && cell !== "skuPartNumber"));
}
