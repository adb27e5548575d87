/** Up to this share of the people may go missing between two syncs without anybody's word. */
export const vanishingShare = 0.1;

export interface Vanishing {
  readonly before: number;
  readonly gone: number;
  readonly needsApproval: boolean;
}

/** People once each by id; those who are new make up for nobody who is gone. */
export function vanishing(before: Iterable<string>, found: ReadonlySet<string>): Vanishing {
  const known = new Set(before);
  let gone = 0;
  for (const id of known) if (!found.has(id)) gone++;
  return { before: known.size, gone, needsApproval: gone > known.size * vanishingShare };
}
