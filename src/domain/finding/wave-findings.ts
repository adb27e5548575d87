import { type Day, daysAfter } from "../instant";
import type { FindingDraft } from "./finding";

/** A wave that is still to start. */
export interface WaveAhead {
  readonly waveId: string;
  readonly plannedStart: Day;
  /** Whose rollout it is. */
  readonly ownerId: string | null;
  /** Devices of its people that will not do on that day: unfit, due for replacement, or out of support. */
  readonly unready: readonly string[];
}

/** Replacing a device takes about so long. */
export const replacingDays = 30;

/**
 * Devices that will not do when the next wave of their holders starts, one finding a wave.
 * Source: product.md, "device cannot run it"; the standing as in the gate `devices-ready`.
 */
export function devicesTooOld(waves: readonly WaveAhead[], today: Day): FindingDraft[] {
  return waves
    .filter(({ unready }) => unready.length > 0)
    .map(({ waveId, plannedStart, ownerId, unready }) => ({
      kind: "devices-too-old",
      severity: plannedStart <= daysAfter(today, replacingDays) ? "high" : "medium",
      subject: { kind: "wave", id: waveId },
      teamId: null,
      ownerId,
      count: unready.length,
      evidence: unready.map((id) => ({ kind: "device", id, day: null, figure: null })),
      saving: null,
      actBy: plannedStart,
    }));
}
