import { heldTogether } from "../../../src/domain/licence/team-licence";

const seats = [
  { teamId: "housing", skuId: "e5", held: 4, unused: 1 },
  { teamId: "lettings", skuId: "e5", held: 3, unused: 0 },
  { teamId: "lettings", skuId: "visio", held: 9, unused: 9 },
  { teamId: "highways", skuId: "e5", held: 20, unused: 20 },
  { teamId: "", skuId: "e5", held: 5, unused: 5 },
];

test("adds up what the people of several teams hold, the most held first", () => {
  expect(heldTogether(seats, ["housing", "lettings"])).toEqual([
    { skuId: "visio", held: 9, unused: 9 },
    { skuId: "e5", held: 7, unused: 1 },
  ]);
});

test("leaves out other teams and people without one", () => {
  expect(heldTogether(seats, ["housing"])).toEqual([{ skuId: "e5", held: 4, unused: 1 }]);
  expect(heldTogether(seats, ["planning"])).toEqual([]);
});
