import { addDays } from "../../src/domain/instant";
import { type Measure, measures } from "../../src/domain/rollout/gate";
import type { Ring } from "../../src/domain/rollout/wave";
import { type Chosen, dayText } from "../check-ins/check-in-draft";
import type { WaveInput } from "./use-rollouts";

/** The dialog's fields as they are typed; a threshold that is empty is no gate. */
export interface WaveFields {
  readonly name: string;
  readonly ring: Ring;
  readonly start: string;
  readonly end: string;
  readonly teams: readonly Chosen[];
  readonly includeBelow: boolean;
  readonly thresholds: Readonly<Record<Measure, string>>;
}

/** What most waves wait for; confidence is asked only where a survey asks for it. */
const usual: WaveFields["thresholds"] = {
  "devices-ready": "90",
  "seats-available": "",
  trained: "80",
  confidence: "",
  champions: "100",
  accessibility: "AA",
  "open-blockers": "0",
};

/** @param endBy when the vendor wants it done; the wave ends by then where that day is still to come */
export function emptyWave(now: Date, endBy: string | null = null): WaveFields {
  const [start, end] = [dayText(addDays(now, 14)), dayText(addDays(now, 28))];
  const ends = endBy !== null && endBy >= dayText(now) ? endBy : end;
  return {
    name: "",
    ring: "test",
    start: start < ends ? start : ends,
    end: ends,
    teams: [],
    includeBelow: true,
    thresholds: usual,
  };
}

/** Which fields still lack something. */
export function missingIn({ name, teams, start, end }: WaveFields): ReadonlySet<"name" | "teams" | "dates"> {
  const missing = new Set<"name" | "teams" | "dates">();
  if (name.trim() === "") missing.add("name");
  if (teams.length === 0) missing.add("teams");
  if (start === "" || end === "" || end < start) missing.add("dates");
  return missing;
}

export function wantedOf({ name, ring, start, end, teams, includeBelow, thresholds }: WaveFields): WaveInput {
  return {
    name: name.trim(),
    ring,
    plannedStart: start,
    plannedEnd: end,
    audience: { teamIds: teams.map(({ id }) => id), includeBelow },
    gates: measures.flatMap((measure) => {
      const typed = thresholds[measure].trim();
      if (typed === "") return [];
      const threshold = measure === "accessibility" ? (typed as "A" | "AA" | "AAA") : Number(typed);
      return [{ measure, threshold }];
    }),
  };
}
