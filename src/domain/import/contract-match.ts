import { matchKey } from "../match-key";

/** What a row says to tell its contract from the others of the application; null or undefined when it does not say. */
export interface ContractTraits {
  readonly supplierId?: string | null | undefined;
  readonly reference?: string | null | undefined;
  readonly start?: string | null | undefined;
}

export type ContractMatch<T> =
  | { readonly kind: "one"; readonly contract: T }
  | { readonly kind: "none" }
  /** So many could be meant, and nothing says which. */
  | { readonly kind: "unclear"; readonly count: number };

/**
 * Which contract of an application a row without an id is about (docs/decisions: contracts are known by reference or
 * start). The reference tells, else the day it starts with the supplier; a row that says neither is the contract of which
 * neither is recorded. Whatever could be meant but is not certain is unclear: nothing is guessed.
 */
export function matchContract<T extends ContractTraits>(
  contracts: readonly T[],
  said: ContractTraits,
): ContractMatch<T> {
  const { supplierId, reference, start } = said;
  const known = (value: string | null | undefined) => value !== null && value !== undefined;
  const contradicts = (one: string | null | undefined, other: string | null | undefined) =>
    known(one) && known(other) && one !== other;
  const key = (text: string | null | undefined) => (text ? matchKey(text) : null);
  const possible = contracts.filter((one) => !contradicts(key(one.reference), key(reference)));
  const bySupplier = possible.filter((one) => !known(supplierId) || one.supplierId === supplierId);

  const sameReference = contracts.filter((one) => known(reference) && key(one.reference) === key(reference));
  if (sameReference.length > 0) return only(sameReference, (one) => one.start === start);
  if (known(start)) {
    const sameStart = bySupplier.filter((one) => one.start === start);
    if (sameStart.length > 0) return only(sameStart, () => true);
  } else if (!known(reference)) {
    const bare = bySupplier.filter((one) => !known(one.reference) && !known(one.start));
    if (bare.length > 0) return only(bare, () => true);
  }
  const open = possible.filter(
    (one) => !contradicts(one.start, start) && !contradicts(one.supplierId, supplierId),
  );
  return open.length === 0 ? { kind: "none" } : { kind: "unclear", count: open.length };
}

function only<T>(found: readonly T[], isSurer: (one: T) => boolean): ContractMatch<T> {
  const sure = found.length > 1 ? found.filter(isSurer) : found;
  const [one, ...more] = sure;
  return one !== undefined && more.length === 0
    ? { kind: "one", contract: one }
    : { kind: "unclear", count: found.length };
}
