import { readFile } from "node:fs/promises";
import { type ProductNames, readProductNames } from "../../domain/licence/product-name";
import { readCsv } from "../import/csv-file";

/**
 * The names of products from a file like the shipped `data/sku-names.csv`.
 * @throws Refusal as `readCsv` and `readProductNames`; a fault where the file cannot be read
 */
export async function loadProductNames(path: string): Promise<ProductNames> {
  const { header, rows } = await readCsv(await readFile(path));
  return readProductNames(
    header.cells,
    rows.map((row) => row.cells),
  );
}
