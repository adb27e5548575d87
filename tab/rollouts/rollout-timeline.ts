import type { RolloutAnswer } from "../../src/contracts/rollout-contract";
import type { Day } from "../../src/domain/instant";

/** Waves of all rollouts against one calendar, in per cent of its width. */
export interface RolloutTimeline {
  readonly rows: readonly {
    readonly rollout: RolloutAnswer;
    readonly bars: readonly {
      readonly wave: RolloutAnswer["waves"][number];
      readonly left: number;
      readonly width: number;
    }[];
  }[];
  readonly months: readonly { readonly day: Day; readonly at: number }[];
  readonly today: number;
}

const dayMs = 86_400_000;
/** So many days of air on both sides. */
const airDays = 7;
/** More names of months than these would lie upon each other. */
const mostMonths = 8;

/** Rollouts that have waves; today is always in sight. */
export function rolloutTimeline(rollouts: readonly RolloutAnswer[], today: Day): RolloutTimeline {
  const planned = rollouts.filter(({ waves }) => waves.length > 0);
  const waves = planned.flatMap((rollout) => rollout.waves);
  const from = Math.min(at(today), ...waves.map(({ plannedStart }) => at(plannedStart))) - airDays * dayMs;
  const until = Math.max(at(today), ...waves.map(({ plannedEnd }) => at(plannedEnd))) + airDays * dayMs;
  const percent = (ms: number) => ((ms - from) / (until - from)) * 100;
  return {
    rows: planned.map((rollout) => ({
      rollout,
      bars: rollout.waves.map((wave) => {
        const left = percent(at(wave.plannedStart));
        return { wave, left, width: percent(at(wave.plannedEnd) + dayMs) - left };
      }),
    })),
    months: monthsBetween(from, until).map((day) => ({ day, at: percent(at(day)) })),
    today: percent(at(today)),
  };
}

function monthsBetween(from: number, until: number): Day[] {
  const first = new Date(from);
  const days: Day[] = [];
  for (let month = first.getUTCMonth() + 1; ; month += 1) {
    const start = Date.UTC(first.getUTCFullYear(), month, 1);
    if (start >= until) break;
    days.push(new Date(start).toISOString().slice(0, 10));
  }
  const step = Math.ceil(days.length / mostMonths);
  return days.filter((_, index) => index % step === 0);
}

function at(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
