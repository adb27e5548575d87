import type { RenewalAnswer } from "../../src/contracts/licence-money-contract";

/** The page of what renews. */
export function renewalAddress({ skuId, applicationId }: RenewalAnswer): string {
  return skuId === null ? `/applications/${applicationId ?? ""}` : `/licences/${skuId}`;
}
