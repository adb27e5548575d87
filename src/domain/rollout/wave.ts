import type { Audience } from "../audience";
import { addDays, type Day, type Instant, toInstant } from "../instant";
import { Refusal } from "../refusal";
import { checkGateRules, type GateRule } from "./gate";

export const rings = ["test", "first", "fast", "broad"] as const;
export type Ring = (typeof rings)[number];

export const waveStates = ["planned", "running", "paused", "rolled-back", "finished"] as const;
export type WaveState = (typeof waveStates)[number];

/** The people who get it together. Who they are was written down when the wave was planned. */
export interface Wave {
  readonly id: string;
  readonly rolloutId: string;
  readonly name: string;
  readonly ring: Ring;
  readonly plannedStart: Day;
  readonly plannedEnd: Day;
  readonly audience: Audience;
  /** At most one of each measure. */
  readonly gates: readonly GateRule[];
  readonly state: WaveState;
  /** The check-in that asks its people now, or asked them last. */
  readonly checkInId: string | null;
  readonly launchedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly version: number;
}

export type WaveDraft = Pick<Wave, "name" | "ring" | "plannedStart" | "plannedEnd" | "audience" | "gates">;
/** Undefined leaves a field. */
export type WaveChange = { readonly [F in keyof WaveDraft]?: WaveDraft[F] | undefined };

interface Born {
  readonly id: string;
  readonly rolloutId: string;
  readonly createdBy: string;
}

/** @throws Refusal invalid `wave-ends-before-start` and as `checkGateRules` */
export function planWave(draft: WaveDraft, born: Born, now: Date): Wave {
  const nothing = { checkInId: null, launchedAt: null, finishedAt: null };
  return checked({
    ...draft,
    ...born,
    ...nothing,
    state: "planned",
    createdAt: toInstant(now),
    version: 1,
  });
}

/**
 * All of a wave that waits can change; once it has been launched its people, its ring and its start are what they were.
 * @throws Refusal conflict `wave-under-way`, `wave-finished`; invalid as `planWave`
 */
export function changeWave(wave: Wave, wanted: WaveChange): Wave {
  if (isOver(wave)) throw new Refusal("conflict", "wave-finished");
  const fixed = [wanted.audience, wanted.ring, wanted.plannedStart].some((value) => value !== undefined);
  if (wave.state !== "planned" && fixed) throw new Refusal("conflict", "wave-under-way");
  return checked({
    ...wave,
    name: wanted.name ?? wave.name,
    ring: wanted.ring ?? wave.ring,
    plannedStart: wanted.plannedStart ?? wave.plannedStart,
    plannedEnd: wanted.plannedEnd ?? wave.plannedEnd,
    audience: wanted.audience ?? wave.audience,
    gates: wanted.gates ?? wave.gates,
    version: wave.version + 1,
  });
}

/** A wave that waits, and one that was rolled back and is tried again. */
export function canLaunch({ state }: Pick<Wave, "state">): boolean {
  return state === "planned" || state === "rolled-back";
}

/** Follows a go. @throws Refusal conflict `wave-not-waiting` */
export function launchWave(wave: Wave, checkInId: string, now: Date): Wave {
  if (!canLaunch(wave)) throw new Refusal("conflict", "wave-not-waiting");
  return { ...wave, state: "running", checkInId, launchedAt: toInstant(now), version: wave.version + 1 };
}

export function canPause({ state }: Pick<Wave, "state">): boolean {
  return state === "running";
}

/** @throws Refusal conflict `wave-not-running` */
export function pauseWave(wave: Wave): Wave {
  if (!canPause(wave)) throw new Refusal("conflict", "wave-not-running");
  return { ...wave, state: "paused", version: wave.version + 1 };
}

/** @throws Refusal conflict `wave-not-paused` */
export function resumeWave(wave: Wave): Wave {
  if (wave.state !== "paused") throw new Refusal("conflict", "wave-not-paused");
  return { ...wave, state: "running", version: wave.version + 1 };
}

/** Whether it has been launched and is neither taken back nor done. */
export function isUnderWay({ state }: Pick<Wave, "state">): boolean {
  return state === "running" || state === "paused";
}

/** Whether nothing changes in it any more. */
export function isOver({ state }: Pick<Wave, "state">): boolean {
  return state === "finished";
}

/** @param checkInId how its people are asked whether all is as before; null when it had reached nobody */
export function rollBackWave(wave: Wave, checkInId: string | null): Wave {
  if (!isUnderWay(wave)) throw new Refusal("conflict", "wave-not-running");
  return { ...wave, state: "rolled-back", checkInId: checkInId ?? wave.checkInId, version: wave.version + 1 };
}

/** @throws Refusal conflict `wave-not-running` */
export function finishWave(wave: Wave, now: Date): Wave {
  if (!isUnderWay(wave)) throw new Refusal("conflict", "wave-not-running");
  return { ...wave, state: "finished", finishedAt: toInstant(now), version: wave.version + 1 };
}

/** When the question of a wave closes whose planned end is over or near: people need time to answer. */
const daysToAnswer = 14;

/** How its people are asked: from the planned start, until two weeks after the planned end. */
export function askingTimes(
  { plannedStart, plannedEnd }: Pick<Wave, "plannedStart" | "plannedEnd">,
  now: Date,
): { readonly opensAt: Instant | null; readonly closesAt: Instant } {
  const start = `${plannedStart}T00:00:00.000Z`;
  const planned = new Date(`${plannedEnd}T17:00:00.000Z`);
  const from = planned < now ? now : planned;
  return { opensAt: start > toInstant(now) ? start : null, closesAt: toInstant(addDays(from, daysToAnswer)) };
}

function checked(wave: Wave): Wave {
  if (wave.plannedEnd < wave.plannedStart) throw new Refusal("invalid", "wave-ends-before-start");
  checkGateRules(wave.gates);
  return wave;
}
