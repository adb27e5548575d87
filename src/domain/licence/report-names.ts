/** A tenant that conceals names puts a hash of 32 hexadecimal digits in their place, which joins with nobody. */
export function isConcealedName(name: string): boolean {
  return /^[0-9a-f]{32}$/i.test(name.trim());
}

/**
 * The tenant's own setting decides; where it could not be read, one hash in place of an address does, because a report
 * conceals all names or none.
 */
export function areNamesConcealed(setting: boolean | null, names: readonly string[]): boolean {
  return setting ?? names.some(isConcealedName);
}

/** By what a report's principal names are joined with people: case does not count. */
export function reportKey(principalName: string): string {
  return principalName
    .replace(/^\uFEFF/, "")
    .trim()
    .toLowerCase();
}
