import { randomBits } from "../../src/platform/ids";

test("random bits are 128, and given to nobody twice", () => {
  const drawn = Array.from({ length: 1_000 }, () => randomBits());
  expect(new Set(drawn.map((bits) => bits.length))).toEqual(new Set([16]));
  expect(new Set(drawn.map((bits) => bits.toString("hex"))).size).toBe(1_000);
});
