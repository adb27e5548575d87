import { type Instant, toInstant } from "../instant";
import { Refusal } from "../refusal";

/** When people are shown how to use it. */
export interface Training {
  readonly id: string;
  /** Null for a session of a course that belongs to no rollout. */
  readonly rolloutId: string | null;
  /** Null for a session of a rollout that is of no course. */
  readonly courseId: string | null;
  readonly title: string;
  readonly startsAt: Instant;
  readonly places: number;
  /** Whose people it is for; none is for all. */
  readonly waveIds: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly version: number;
}

export type TrainingDraft = Pick<
  Training,
  "rolloutId" | "courseId" | "title" | "startsAt" | "places" | "waveIds"
>;

export function planTraining(draft: TrainingDraft, id: string, createdBy: string, now: Date): Training {
  const waveIds = [...new Set(draft.waveIds)].sort();
  return { ...draft, waveIds, id, createdBy, createdAt: toInstant(now), version: 1 };
}

/** By what an entry of a register came: somebody's hand, a file, or the person's own answer. */
export const attendanceSources = ["hand", "file", "answer"] as const;
export type AttendanceSource = (typeof attendanceSources)[number];

/** The whole register of a session: who was there and who was not. Whoever it does not name is in neither. */
export interface Register {
  readonly attended: readonly string[];
  readonly absent: readonly string[];
}

/** Whether a session is for the people of a wave. */
export function isForWave({ waveIds }: Pick<Training, "waveIds">, waveId: string): boolean {
  return waveIds.length === 0 || waveIds.includes(waveId);
}

/** The register with one person's own word in it. */
export function registerAfter(
  before: ReadonlyMap<string, boolean>,
  personId: string,
  wasThere: boolean,
): Register {
  const all = [...new Map([...before, [personId, wasThere]])];
  const those = (was: boolean) => all.flatMap(([id, attended]) => (attended === was ? [id] : []));
  return { attended: those(true), absent: those(false) };
}

/** @throws Refusal invalid `attendance-both` for somebody who was there and was not */
export function checkRegister({ attended, absent }: Register): Register {
  const there = new Set(attended);
  if (absent.some((id) => there.has(id))) throw new Refusal("invalid", "attendance-both");
  return { attended: [...there].sort(), absent: [...new Set(absent)].sort() };
}

/** Who comes to count as having been there by the new register, and who no longer does. */
export function registerChanges(
  before: readonly string[],
  { attended }: Register,
): { readonly joined: readonly string[]; readonly left: readonly string[] } {
  const had = new Set(before);
  const has = new Set(attended);
  return { joined: attended.filter((id) => !had.has(id)), left: before.filter((id) => !has.has(id)) };
}
