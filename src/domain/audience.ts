/** Who a check-in asks. */
export type Audience =
  | { readonly everyone: true }
  | { readonly teamIds: readonly string[]; readonly includeBelow: boolean }
  | { readonly personIds: readonly string[] }
  | { readonly deviceModel: string }
  | { readonly skuId: string }
  | { readonly applicationId: string }
  | { readonly waveId: string };

/** Whether both name the same teams or people; in which order they do says nothing. */
export function isSameAudience(one: Audience, other: Audience): boolean {
  return canonical(one) === canonical(other);
}

function canonical(audience: Audience): string {
  if ("teamIds" in audience) return JSON.stringify([inOrder(audience.teamIds), audience.includeBelow]);
  return JSON.stringify("personIds" in audience ? { personIds: inOrder(audience.personIds) } : audience);
}

function inOrder(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
