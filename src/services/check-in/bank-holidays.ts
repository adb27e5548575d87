import { readFile } from "node:fs/promises";
import { type BankHoliday, readBankHolidays } from "../../domain/check-in/bank-holiday";
import { readCsv } from "../import/csv-file";

/** The table from a file like the shipped `data/bank-holidays.csv`. @throws a fault where it cannot be read */
export async function loadBankHolidays(path: string): Promise<BankHoliday[]> {
  const { header, rows } = await readCsv(await readFile(path));
  return readBankHolidays(
    header.cells,
    rows.map((row) => row.cells),
  );
}
