import type { RenewalAnswer } from "../../src/contracts/licence-money-contract";
import { daysAfter } from "../../src/domain/instant";

/** As far ahead as the line goes; what comes later is in the table. */
const daysShown = 730;
/** Marks nearer than this share of the line stand above each other. */
const nearest = 0.015;

interface Mark {
  readonly id: string;
  readonly source: RenewalAnswer["source"];
  /** 0 is today, 1 the end of the line. */
  readonly share: number;
  readonly level: number;
}

/** Where on a line from today the days to act by stand, and its half-years. */
export function placesOf(
  renewals: readonly RenewalAnswer[],
  today: string,
): { readonly marks: readonly Mark[]; readonly months: readonly { day: string; share: number }[] } {
  const start = Date.parse(today);
  const shareOf = (day: string) => (Date.parse(day) - start) / 86_400_000 / daysShown;
  const marks: Mark[] = [];
  for (const { id, source, actBy } of renewals) {
    const share = shareOf(actBy);
    if (share < 0 || share > 1) continue;
    const near = marks.filter((mark) => Math.abs(mark.share - share) < nearest).length;
    marks.push({ id, source, share, level: Math.min(near, 3) });
  }
  const months = [0, 1, 2, 3, 4].map((part) => {
    const day = daysAfter(today, Math.round((part * daysShown) / 4));
    return { day, share: part / 4 };
  });
  return { marks, months };
}
