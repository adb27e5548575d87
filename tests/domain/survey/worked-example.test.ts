import type { FrozenGroup } from "../../../src/domain/survey/hierarchy";
import { defaultMinimum, releaseItem } from "../../../src/domain/survey/release";

const team = (
  id: string,
  parentId: string | null,
  counts: readonly [number, number, number],
): FrozenGroup => ({
  id,
  parentId,
  own: { favourable: counts[0], neutral: counts[1], unfavourable: counts[2], unscored: 0 },
});

const figures = (
  counts: readonly [number, number, number],
  favourablePercent: number,
  interval: [number, number],
) => ({
  n: counts[0] + counts[1] + counts[2],
  favourable: counts[0],
  neutral: counts[1],
  unfavourable: counts[2],
  favourablePercent,
  interval,
});

describe("the worked example of docs/surveys.md", () => {
  it("is released as it is told there", () => {
    const released = releaseItem(
      [
        team("housing", null, [0, 0, 0]),
        team("repairs", "housing", [9, 4, 5]),
        team("lettings", "housing", [6, 2, 3]),
        team("advice", "housing", [4, 4, 3]),
        team("rents", "housing", [0, 1, 3]),
      ],
      new Map([
        ["housing", 60],
        ["repairs", 24],
        ["lettings", 14],
        ["advice", 16],
        ["rents", 6],
      ]),
      defaultMinimum,
    );
    expect([...released]).toEqual([
      ["housing", figures([19, 11, 14], 43.2, [35.8, 50.9])],
      ["repairs", figures([9, 4, 5], 50, [38.5, 61.5])],
      ["advice", figures([4, 4, 3], 36.4, [22.2, 53.4])],
    ]);
  });
});
