import type { Resolution } from "../provenance";

/** What the importer decided of fields set by hand: for all rows, and otherwise for single lines. */
export interface Resolutions {
  readonly all?: Resolution | undefined;
  /** Lines as `3,7-12` names them. */
  readonly keep?: string | undefined;
  readonly take?: string | undefined;
}

type Span = readonly [from: number, to: number];

/** Whether a text is a list of lines and spans of lines such as `3,7-12`. */
export function isLineList(text: string): boolean {
  return /^\d{1,6}(-\d{1,6})?(,\d{1,6}(-\d{1,6})?)*$/.test(text);
}

/** A line's own decision counts before the one for all; null when there is none. */
export function resolutionFor(resolutions: Resolutions): (line: number) => Resolution | null {
  const keep = spansOf(resolutions.keep);
  const take = spansOf(resolutions.take);
  return (line) => {
    if (keep.some(([from, to]) => line >= from && line <= to)) return "keep";
    if (take.some(([from, to]) => line >= from && line <= to)) return "take";
    return resolutions.all ?? null;
  };
}

/** Lines as `isLineList` takes them, with neighbours drawn together. */
export function lineList(lines: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && line <= last[1] + 1) last[1] = line;
    else spans.push([line, line]);
  }
  return spans.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(",");
}

function spansOf(text: string | undefined): Span[] {
  return (text ?? "")
    .split(",")
    .filter((part) => part !== "")
    .map((part) => {
      const [from = "0", to = from] = part.split("-");
      return [Number(from), Number(to)];
    });
}
