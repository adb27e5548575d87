/** What a run measured, beside what it has to be. */
export interface Figure {
  readonly name: string;
  readonly value: number | string;
  readonly goal: string;
  readonly reached: boolean;
}

/** Something that must not have happened even once. */
export function none(name: string, found: readonly unknown[]): Figure {
  return { name, value: found.length, goal: "0", reached: found.length === 0 };
}

/** Something that must have happened exactly so often. */
export function exactly(name: string, value: number, expected: number): Figure {
  return { name, value, goal: String(expected), reached: value === expected };
}

export function atMost(name: string, value: number, most: number): Figure {
  return { name, value, goal: `<= ${most}`, reached: value <= most };
}
