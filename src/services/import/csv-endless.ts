import { setImmediate as nextTurn } from "node:timers/promises";
import { Refusal } from "../../domain/refusal";
import { csvLimits, endlessCell, lineEndsIn } from "./csv-rows";

const endlessLine = 100_000;
/** Bytes; other requests are served in between. */
const countedAtOnce = 512 * 1024;
const quote = 34;

/**
 * A line of millions of separators would be an array of millions of cells before its width could be looked at. Far over
 * the limit, because quotation marks are only counted here, not understood.
 */
export async function refuseEndlessLine(
  table: Buffer,
  delimiter: string,
  linesBefore: number,
): Promise<void> {
  const separator = delimiter.charCodeAt(0);
  let count = 0;
  let quotedFrom: number | null = null;
  for (let at = 0; at < table.length; at++) {
    if (at % countedAtOnce === 0) await nextTurn();
    const byte = table[at];
    if (byte === quote) quotedFrom = quotedFrom === null ? count : null;
    else if (byte === 10 || byte === 13) count = 0;
    else if (byte === separator && ++count > endlessLine) {
      const line = linesBefore + 1 + lineEndsIn(table.subarray(0, at));
      if (quotedFrom !== null)
        throw new Refusal("invalid", "import-quote-open", { line, column: quotedFrom + 1 });
      throw new Refusal("invalid", "import-too-many-columns", { limit: csvLimits.columns, line, count });
    }
  }
}

/** The table up to where a cell has become longer than any may be: the rest would only be read to say so. */
export async function untilEndlessCell(table: Buffer, delimiter: string): Promise<Buffer> {
  const separator = delimiter.charCodeAt(0);
  let start = 0;
  let quoted = false;
  for (let at = 0; at < table.length; at++) {
    if (at % countedAtOnce === 0) await nextTurn();
    const byte = table[at];
    if (byte === quote) {
      if (!quoted) quoted = at === start;
      else if (table[at + 1] === quote) at++;
      else quoted = false;
    } else if (!quoted && (byte === separator || byte === 10 || byte === 13)) start = at + 1;
    else if (!quoted && byte === 32 && at === start) start = at + 1;
    else if (at - start > endlessCell) return table.subarray(0, at);
  }
  return table;
}
