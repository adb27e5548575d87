import { seatUse } from "../../../src/domain/licence/seat-use";

const held = { holders: 78, holdersDisabled: 4, inactive: 9, neverSeen: 3, unknownUse: 5 };

test("held seats are in use, not used, unknown, or of disabled accounts, and add up to the holders", () => {
  const use = seatUse(held);
  expect(use).toEqual({ inUse: 57, unused: 12, unknown: 5, disabled: 4 });
  expect(Object.values(use ?? {}).reduce((sum, n) => sum + n, 0)).toBe(held.holders);
});

test("while nobody was read, nothing is said of their use", () => {
  const unread = { holders: null, holdersDisabled: null, inactive: null, neverSeen: null, unknownUse: null };
  expect(seatUse(unread)).toBeNull();
});
