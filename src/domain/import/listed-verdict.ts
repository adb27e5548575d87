import type { FieldChange } from "../audit-event";
import type { Verdict, VerdictKind } from "./verdict";

/** What a row would do, as an importer reads it before deciding. */
export interface ListedVerdict {
  readonly line: number;
  /** What people call the record: its tag, name or address; null when the row names nothing. */
  readonly key: string | null;
  readonly verdict: VerdictKind;
  readonly changes: readonly FieldChange[];
  /** Fields among the changes that somebody set by hand, for the importer to decide upon. */
  readonly contested: readonly string[];
  /** Fields whose value in the register stays although the file says otherwise. */
  readonly kept: readonly string[];
}

/** What has to be decided or mended comes first, what changes nothing last. */
const weights: Readonly<Record<VerdictKind, number>> = {
  error: 0,
  conflict: 1,
  update: 2,
  create: 3,
  unchanged: 4,
};

/** The heaviest verdicts, no more than `most`, by line within a kind. */
export function listVerdicts<T extends object>(
  verdicts: readonly Verdict<T>[],
  most: number,
  keyAt: (at: number) => string | null,
): ListedVerdict[] {
  const order = verdicts.map((verdict, at) => ({ verdict, at }));
  order.sort((a, b) => weights[a.verdict.kind] - weights[b.verdict.kind] || a.at - b.at);
  return order.slice(0, most).map(({ verdict, at }) => listed(verdict, keyAt(at)));
}

function listed<T extends object>(verdict: Verdict<T>, cell: string | null): ListedVerdict {
  const { line, kind, changes, ruling } = verdict;
  const kept = ruling?.kept ?? [];
  return {
    line,
    key: nameOf(verdict.after ?? verdict.before) ?? cell,
    verdict: kind,
    changes: [...changes, ...kept.filter(({ field }) => !changes.some((one) => one.field === field))],
    contested: (ruling?.contested ?? []).map(({ field }) => field),
    kept: kept.map(({ field }) => field),
  };
}

function nameOf(record: object | null): string | null {
  if (record === null) return null;
  const { assetTag, name } = record as { assetTag?: string; name?: string };
  return assetTag ?? name ?? null;
}
