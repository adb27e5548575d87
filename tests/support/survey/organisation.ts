import fc from "fast-check";
import type { BandCounts } from "../../../src/domain/survey/counts";
import type { FrozenGroup } from "../../../src/domain/survey/hierarchy";

/** Teams of all sizes, many of them of one mind, because those are the ones that figures give away. */
const own: fc.Arbitrary<BandCounts> = fc
  .record({
    size: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 12 })),
    mind: fc.constantFrom("favourable", "neutral", "unfavourable", "mixed"),
    choices: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }),
  })
  .map(({ size, mind, choices }) => {
    const counts = { favourable: 0, neutral: 0, unfavourable: 0, unscored: 0 };
    for (const choice of choices.slice(0, size)) {
      if (choice === 0) counts.unscored += 1;
      else if (mind !== "mixed" && choice > 1) counts[mind as "favourable"] += 1;
      else counts[(["favourable", "neutral", "unfavourable"] as const)[choice % 3] ?? "neutral"] += 1;
    }
    return counts;
  });

/** A directorate with services and teams: three floors, every group with people of its own or with none. */
export const organisation: fc.Arbitrary<FrozenGroup[]> = fc
  .tuple(own, fc.array(fc.tuple(own, fc.array(own, { maxLength: 3 })), { minLength: 1, maxLength: 3 }))
  .map(([top, services]) => [
    { id: "d", parentId: null, own: top },
    ...services.flatMap(([counts, teams], s) => [
      { id: `s${s}`, parentId: "d", own: counts },
      ...teams.map((team, t) => ({ id: `s${s}t${t}`, parentId: `s${s}`, own: team })),
    ]),
  ]);
