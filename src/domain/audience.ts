/** Who a check-in asks. */
export type Audience =
  | { readonly everyone: true }
  | { readonly teamIds: readonly string[]; readonly includeBelow: boolean }
  | { readonly personIds: readonly string[] }
  | { readonly deviceModel: string }
  | { readonly skuId: string }
  | { readonly applicationId: string }
  | { readonly waveId: string };
