import type { ApplicationAnswer } from "../../../src/contracts/application-contract";
import { type Disposition, dispositionOf, type Fit, fits } from "../../../src/domain/application/disposition";

type Judged = Pick<ApplicationAnswer, "functionalFit" | "technicalFit">;

/** The applications that share both scores, and what the scores say of them. */
export interface Cell<T> {
  readonly functional: Fit;
  readonly technical: Fit;
  readonly disposition: Disposition;
  readonly applications: readonly T[];
}

/** Cells that hold something, best functional fit first, and those that cannot be placed. */
export function portfolioOf<T extends Judged>(
  applications: readonly T[],
): { readonly cells: readonly Cell<T>[]; readonly unscored: readonly T[] } {
  const cells = [...fits].reverse().flatMap((functional) =>
    fits.flatMap((technical) => {
      const found = applications.filter(
        ({ functionalFit, technicalFit }) => functionalFit === functional && technicalFit === technical,
      );
      const disposition = dispositionOf(functional, technical);
      if (found.length === 0 || disposition === null) return [];
      return [{ functional, technical, disposition, applications: found }];
    }),
  );
  const unscored = applications.filter(
    ({ functionalFit, technicalFit }) => functionalFit === null || technicalFit === null,
  );
  return { cells, unscored };
}

/** Half the width of a cell's shape, by area: four times as many are twice as wide. */
export function sizeOf(count: number, most: number): number {
  return 16 + 20 * Math.sqrt(count / Math.max(1, most));
}
