/** By code unit, the same on every machine: for days, instants and ids, not for names that people read. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
