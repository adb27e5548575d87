import type { DeviceType } from "../../src/domain/device";
import { fixedPeople } from "./fixed-people";

export interface FixedKit {
  readonly personId: string;
  readonly type: DeviceType;
  readonly confirmedDaysAgo: number | null;
}

const held: readonly (readonly [name: string, type: DeviceType, confirmedDaysAgo: number | null])[] = [
  ["Priya Shah", "laptop", 20],
  ["Priya Shah", "phone", 20],
  ["Owen Griffiths", "laptop", null],
  ["Owen Griffiths", "phone", 96],
  ["Cerys Morgan", "laptop", 21],
  ["Tom Baker", "laptop", 110],
  ["Tom Baker", "monitor", null],
  ["Amina Yusuf", "laptop", 5],
  ["Megan Price", "laptop", 61],
  ["Gareth Llewellyn", "laptop", null],
  ["Gareth Llewellyn", "tablet", 104],
];

/** What the fixed people hold, and nothing else: guides and tests count on it. */
export const fixedKit: readonly FixedKit[] = held.map(([name, type, confirmedDaysAgo]) => ({
  personId: fixedPeople.find((person) => person.name === name)?.id ?? "",
  type,
  confirmedDaysAgo,
}));
