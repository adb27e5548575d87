import type { ImportAnswer } from "../../src/contracts/import-contract";
import type { Tone } from "../shell/stacked-bar";

export const verdicts = ["create", "update", "unchanged", "conflict", "error"] as const;
export type Verdict = (typeof verdicts)[number];

export const verdictTones: Readonly<Record<Verdict, Tone>> = {
  create: "good",
  update: "moving",
  unchanged: "quiet",
  conflict: "waiting",
  error: "bad",
};

export type Block =
  | { readonly why: "noFile" | "checking" | "refused" | "empty" | "days" | "labels" | "same" }
  | { readonly why: "problems" | "contested"; readonly count: number };

interface Standing {
  readonly file: boolean;
  readonly checking: boolean;
  readonly preview: Pick<ImportAnswer, "rows" | "contested" | "unknownLabels" | "undated"> | undefined;
}

/** Why a file cannot be applied yet, or null when it can. Apply is all or nothing, so one bad row stops it. */
export function blockOf({ file, checking, preview }: Standing): Block | null {
  if (!file) return { why: "noFile" };
  if (checking) return { why: "checking" };
  if (preview === undefined) return { why: "refused" };
  const { total, create, update, conflict, error } = preview.rows;
  const { contested, unknownLabels = [], undated = 0 } = preview;
  const unmapped = unknownLabels.reduce((sum, { rows }) => sum + rows, 0);
  const stopped = conflict + error;
  // What waits for no more than an answer needs no mending in the file.
  if (stopped > 0 && stopped === undated + unmapped + contested) {
    if (undated > 0) return { why: "days" };
    return unmapped > 0 ? { why: "labels" } : { why: "contested", count: contested };
  }
  if (stopped > 0) return { why: "problems", count: stopped };
  if (total === 0) return { why: "empty" };
  return create + update === 0 ? { why: "same" } : null;
}

const kilobyte = 1024;

/** In the unit that keeps the number short. */
export function sizeOf(bytes: number): { readonly unit: "sizeKb" | "sizeMb"; readonly size: string } {
  const inKb = bytes / kilobyte;
  if (inKb < kilobyte) return { unit: "sizeKb", size: String(Math.max(1, Math.round(inKb))) };
  return { unit: "sizeMb", size: (inKb / kilobyte).toFixed(1) };
}
