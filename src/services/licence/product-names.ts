import { readFile } from "node:fs/promises";
import { type ProductNames, readProductNames } from "../../domain/licence/product-name";
import { readCsv } from "../import/csv-file";

/** Of the list that ships, whose rows are JSON: to read them as CSV would be a tenth of the server's start. */
export async function shippedProductNames(path: string): Promise<ProductNames> {
  const [header = [], ...rows] = JSON.parse(await readFile(path, "utf8")) as string[][];
  return readProductNames(header, rows);
}

/**
 * The names of products from a CSV file like Microsoft's, with the columns of the shipped list.
 * @throws Refusal as `readCsv` and `readProductNames`; a fault where the file cannot be read
 */
export async function loadProductNames(path: string): Promise<ProductNames> {
  const { header, rows } = await readCsv(await readFile(path));
  return readProductNames(
    header.cells,
    rows.map((row) => row.cells),
  );
}
