const formulaSigns = "=+\\-@\\t\\r＝＋－＠";
const formulaLike = new RegExp(`^'*[${formulaSigns}]`, "u");
const guarded = new RegExp(`^'+[${formulaSigns}]`, "u");

/**
 * Spreadsheets run a cell that begins like a formula, so writers put an apostrophe in front of it (OWASP, CSV injection),
 * and in front of one that looks as if it had been guarded, so that it comes back as it was.
 */
export function withFormulaGuard(cell: string): string {
  return formulaLike.test(cell) ? `'${cell}` : cell;
}

/** Takes the apostrophe of `withFormulaGuard` off again. */
export function withoutFormulaGuard(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
