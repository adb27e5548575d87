/**
 * Spreadsheets run a cell that begins like a formula, so writers put an apostrophe in front of it (OWASP, CSV injection).
 * This takes it off again.
 */
export function withoutFormulaGuard(cell: string): string {
  return /^'+[=+\-@\t\r＝＋－＠]/u.test(cell) ? cell.slice(1) : cell;
}
