import { Refusal } from "../refusal";

/** A product of Microsoft's list; `plans` are the service plans that it brings. */
export interface Product {
  readonly skuId: string;
  readonly skuPartNumber: string;
  readonly productName: string;
  readonly plans: readonly ServicePlan[];
}

export interface ServicePlan {
  readonly id: string;
  readonly name: string;
}

/** Keyed on the id alone, in lower case: one part number has two ids, and several products share a name. */
export type ProductNames = ReadonlyMap<string, Product>;

const wanted = ["productName", "skuPartNumber", "skuId", "servicePlans"] as const;
type Column = (typeof wanted)[number];

/**
 * Reads the rows of a list of names below its header; columns may stand in any order.
 * @throws Refusal invalid `import-column-missing` naming the first column that is not there
 */
export function readProductNames(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): ProductNames {
  const places = wanted.map((name) => [name, header.indexOf(name)] as const);
  const missing = places.find(([, place]) => place < 0);
  if (missing) throw new Refusal("invalid", "import-column-missing", { line: 1, column: missing[0] });
  const at = new Map<Column, number>(places);
  const products = rows.map((row) => productOf((name) => row[at.get(name) ?? -1] ?? ""));
  return new Map(products.map((product) => [product.skuId, product]));
}

/** A SKU that the list does not know shows its part number. */
export function productName(names: ProductNames, skuId: string, skuPartNumber: string): string {
  return names.get(skuId.toLowerCase())?.productName ?? skuPartNumber;
}

function productOf(cell: (name: Column) => string): Product {
  return {
    skuId: cell("skuId").toLowerCase(),
    skuPartNumber: cell("skuPartNumber"),
    productName: cell("productName"),
    plans: plansOf(cell("servicePlans")),
  };
}

/** Written as `NAME:id;NAME:id`; the id is what follows the last colon. */
function plansOf(text: string): ServicePlan[] {
  return text
    .split(";")
    .filter((plan) => plan.includes(":"))
    .map((plan) => {
      const colon = plan.lastIndexOf(":");
      return { name: plan.slice(0, colon), id: plan.slice(colon + 1).toLowerCase() };
    });
}
