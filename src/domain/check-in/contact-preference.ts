import type { CheckInPurpose } from "../check-in";
import type { WeekHours } from "./good-time";

/** What a person decided about messages to them. */
export interface ContactPreference {
  /** Null keeps the council's hours. */
  readonly slot: WeekHours | null;
  /** Purposes that they want no messages about. */
  readonly stopped: readonly CheckInPurpose[];
}

export const noPreference: ContactPreference = { slot: null, stopped: [] };
