/** A SKU that a person holds, with the service plans that it really gives that person. */
export interface HeldSku {
  readonly skuId: string;
  /** Ids of plans for people that are not disabled; names would not do, since suites share none. */
  readonly planIds: readonly string[];
}

export interface Overlap {
  /** What the person does not need. */
  readonly skuId: string;
  /** The SKU that already gives all of it. */
  readonly within: string;
}

/** SKUs of one person whose every plan another SKU of theirs brings too; of two equal ones the later id is named. */
export function overlapsOf(held: readonly HeldSku[]): Overlap[] {
  return held.flatMap((inner) => {
    const outer = held.find((candidate) => contains(candidate, inner));
    return outer === undefined ? [] : [{ skuId: inner.skuId, within: outer.skuId }];
  });
}

function contains(outer: HeldSku, inner: HeldSku): boolean {
  if (outer.skuId === inner.skuId || inner.planIds.length === 0) return false;
  const plans = new Set(outer.planIds);
  if (!inner.planIds.every((plan) => plans.has(plan))) return false;
  return plans.size > new Set(inner.planIds).size || outer.skuId < inner.skuId;
}
