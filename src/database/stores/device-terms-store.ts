import type { LabelTable } from "../../domain/device-label";
import type { LifecycleRules } from "../../domain/lifecycle/lifecycle";
import type { Adder } from "../gateway";
import { deviceLabels } from "./device-label-store";
import { heldStamp } from "./device-terms-stamp";
import { lifecycleSettings, rulesOf } from "./lifecycle-store";

/** By what devices are written: the council's words for their states, and what follows from their age. */
export interface DeviceTerms {
  readonly labels: LabelTable;
  readonly rules: LifecycleRules;
}

/** What was read last, by its stamp: every device that is written asks for it. */
const kept = new Map<string, DeviceTerms>();
const mostKept = 10;

/** The terms in force, for who writes devices; they stay as they are until the transaction ends. */
export async function deviceTerms(tx: Adder): Promise<DeviceTerms> {
  const stamp = await heldStamp(tx);
  const known = stamp === null ? undefined : kept.get(stamp);
  if (known !== undefined) return known;
  const [labels, settings] = await Promise.all([deviceLabels(tx), lifecycleSettings(tx)]);
  const terms = { labels, rules: rulesOf(settings) };
  if (stamp !== null) {
    if (kept.size >= mostKept) kept.clear();
    kept.set(stamp, terms);
  }
  return terms;
}
