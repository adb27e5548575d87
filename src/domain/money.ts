/** An amount as decimal text, so that no penny is lost to binary fractions. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Up to two decimals, no sign, no thousands separators. */
export function isAmount(text: string): boolean {
  return /^\d{1,12}(\.\d{1,2})?$/.test(text);
}
