import { randomBytes, randomUUID } from "node:crypto";

export type NewId = () => string;

export const newId: NewId = randomUUID;

/** To draw takes longer than anything that is done with what was drawn. */
const drawnAtOnce = 256;
let drawn = Buffer.alloc(0);

/** 16 random bytes, which nobody else is given. */
export function randomBits(): Buffer {
  if (drawn.length === 0) drawn = randomBytes(16 * drawnAtOnce);
  const bits = drawn.subarray(0, 16);
  drawn = drawn.subarray(16);
  return bits;
}
