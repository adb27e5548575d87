/** Up to this share of the people may go missing between two syncs without anybody's word. */
export const vanishingShare = 0.1;

export interface Vanishing {
  readonly before: number;
  readonly gone: number;
  readonly needsApproval: boolean;
}

/** Of the people at work before, how many are gone; those who are new make up for nobody. */
export function vanishing({ before, gone }: Pick<Vanishing, "before" | "gone">): Vanishing {
  return { before, gone, needsApproval: gone > before * vanishingShare };
}
