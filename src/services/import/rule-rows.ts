import type { Reader } from "../../database/gateway";
import { originsBySubject } from "../../database/stores/origin-store";
import type { FieldChange } from "../../domain/audit-event";
import { asContested, type HandSet, keeping, rulingOf } from "../../domain/import/hand-set";
import type { RowReader } from "../../domain/import/row-reader";
import type { Verdict } from "../../domain/import/verdict";
import type { Resolution } from "../../domain/provenance";

interface Subject {
  readonly id: string;
}

export interface RuledRows<T> {
  readonly rows: readonly RowReader[];
  readonly judge: (rows: readonly RowReader[]) => Promise<Verdict<T>[]>;
  readonly subjectKind: string;
  readonly resolutionOf: (line: number) => Resolution | null;
  readonly nameOf: (id: string) => string;
}

/**
 * Judges rows with regard to what people set by hand. Rows whose file value is declined are judged a second time as if
 * they said nothing of it, so that all other rules see the record as it will be.
 */
export async function judgeWithOrigins<T extends Subject>(
  reader: Reader,
  wanted: RuledRows<T>,
): Promise<Verdict<T>[]> {
  const first = await wanted.judge(wanted.rows);
  const ids = first.flatMap(({ kind, before }) => (kind === "update" && before ? [before.id] : []));
  const handSet = { ...wanted, origins: await originsBySubject(reader, wanted.subjectKind, ids) };
  if (handSet.origins.size === 0) return first;
  return decided(wanted, handSet, first);
}

async function decided<T extends Subject>(
  { rows, judge }: RuledRows<T>,
  handSet: HandSet,
  first: readonly Verdict<T>[],
): Promise<Verdict<T>[]> {
  const kept = new Map<number, FieldChange[]>();
  let readers = rows;
  let verdicts = first;
  for (const entirely of [false, true]) {
    const rulings = verdicts.map((verdict) => rulingOf(verdict, handSet));
    const silent = rulings.map((ruling) => (ruling ? [...ruling.kept, ...ruling.declined] : []));
    if (silent.every((changes) => changes.length === 0)) break;
    // Fresh readers: judging leaves its problems in them.
    readers = readers.map((row, at) => {
      const before = verdicts[at]?.before;
      const changes = silent[at] ?? [];
      if (!before || changes.length === 0) return row.overridden({});
      const known = kept.get(at) ?? [];
      const more = (rulings[at]?.kept ?? []).filter(({ field }) => !known.some((one) => one.field === field));
      kept.set(at, [...known, ...more]);
      return keeping(row, handSet.subjectKind, before, changes, entirely);
    });
    verdicts = await judge(readers);
  }
  return verdicts.map((verdict, at) => {
    const row = readers[at];
    const ruling = { ...(rulingOf(verdict, handSet) ?? nothing), kept: kept.get(at) ?? [] };
    if (row && ruling.contested.length > 0) return asContested(verdict, row, ruling, handSet);
    return ruling.kept.length + ruling.taken.length === 0 ? verdict : { ...verdict, ruling };
  });
}

const nothing = { contested: [], kept: [], declined: [], taken: [] };
