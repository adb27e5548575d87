import { codePointOf } from "../match-key";

/** A conflict is for a person to decide, an error is wrong in itself; both stop an apply. A warning does not. */
export const importSeverities = ["error", "conflict", "warning"] as const;
export type ImportSeverity = (typeof importSeverities)[number];

/** What can be said of a row, by how much it weighs. */
const codes = {
  "row-short": "error",
  "row-long": "error",
  "text-damaged": "error",
  "value-missing": "error",
  "value-too-long": "error",
  "type-unknown": "error",
  "status-unknown": "error",
  "label-unmapped": "error",
  "label-retired": "error",
  "label-status-differs": "error",
  "date-unreadable": "error",
  "date-not-real": "error",
  "date-ambiguous": "conflict",
  "moment-unreadable": "error",
  "money-unreadable": "error",
  "currency-unknown": "error",
  "months-unreadable": "error",
  "flag-unreadable": "error",
  "id-unreadable": "error",
  "email-unreadable": "error",
  "person-unknown": "error",
  "person-ambiguous": "conflict",
  "team-unknown": "error",
  "team-ambiguous": "conflict",
  "team-circle": "error",
  "team-name-taken": "conflict",
  "email-taken": "conflict",
  "holder-refused": "error",
  "device-disposed": "error",
  "same-record": "conflict",
  "two-records": "conflict",
  "serial-taken": "conflict",
  "serial-differs": "conflict",
  "key-lookalike": "conflict",
  "key-invisible": "conflict",
  "key-mixed": "conflict",
  "choice-unknown": "error",
  "number-unreadable": "error",
  "name-taken": "conflict",
  "application-unknown": "error",
  "licence-unknown": "error",
  "licence-ambiguous": "conflict",
  "contract-elsewhere": "conflict",
  "contract-unclear": "conflict",
  "ends-before-start": "error",
  "set-by-hand": "conflict",
  "kind-assumed": "warning",
  "type-assumed": "warning",
  "label-added": "warning",
  "holder-unknown": "warning",
  "holder-left": "warning",
  "team-unmatched": "warning",
  "header-below": "warning",
  "header-twice": "warning",
} as const satisfies Record<string, ImportSeverity>;

export type ImportProblemCode = keyof typeof codes;
export type ImportProblemParams = Readonly<Record<string, string | number>>;

export interface ImportProblem {
  /** As an editor counts it. */
  readonly line: number;
  /** The header as the file writes it; null when the whole row is meant. */
  readonly column: string | null;
  readonly code: ImportProblemCode;
  readonly severity: ImportSeverity;
  readonly params: ImportProblemParams;
}

/** Values are quoted in problems no longer than this. */
const longestQuote = 80;

export function problem(
  line: number,
  column: string | null,
  code: ImportProblemCode,
  params: ImportProblemParams = {},
): ImportProblem {
  return { line, column, code, severity: codes[code], params };
}

/** A value as a problem quotes it: shortened, on one line, with invisible characters shown by number. */
export function quoted(value: string): string {
  const shown = value
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, (sign) => `<${codePointOf(sign)}>`);
  return shown.length > longestQuote ? `${shown.slice(0, longestQuote)}…` : shown;
}
