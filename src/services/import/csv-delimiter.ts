export const csvDelimiters = [",", ";", "\t"] as const;
export type CsvDelimiter = (typeof csvDelimiters)[number];

export interface Layout {
  readonly delimiter: CsvDelimiter;
  /** Where the table begins: after an Excel `sep=` line. */
  readonly start: number;
  /** Lines before `start`. */
  readonly linesBefore: number;
}

/** The delimiter that an Excel `sep=` line names, else the one that the first written line has most of outside quotes. */
export function layoutOf(text: string): Layout {
  const named = /^"?sep=([,;\t])"?(\r\n|\n|\r)/i.exec(text);
  if (named) {
    return { delimiter: delimiterOf(named[1] ?? ","), start: named[0].length, linesBefore: 1 };
  }
  return { delimiter: mostUsed(text), start: 0, linesBefore: 0 };
}

function mostUsed(text: string): CsvDelimiter {
  const counts = new Map<CsvDelimiter, number>();
  let quoting = false;
  let written = false;
  for (const sign of text) {
    if (sign === '"') quoting = !quoting;
    if (quoting) continue;
    if (sign === "\n" || sign === "\r") {
      if (written) break;
      counts.clear();
    } else if (isDelimiter(sign)) {
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
    } else if (sign.trim() !== "") {
      written = true;
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || rarity(a[0]) - rarity(b[0]));
  return best?.[0] ?? ",";
}

/** Of as many of each, the one that ordinary text has less of. */
function rarity(delimiter: CsvDelimiter): number {
  return -csvDelimiters.indexOf(delimiter);
}

function isDelimiter(sign: string): sign is CsvDelimiter {
  return (csvDelimiters as readonly string[]).includes(sign);
}

function delimiterOf(sign: string): CsvDelimiter {
  return isDelimiter(sign) ? sign : ",";
}
