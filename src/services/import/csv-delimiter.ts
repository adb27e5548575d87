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
  const counts = new Map<string, number>();
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
  const [best] = [...csvDelimiters].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return best ?? ",";
}

function isDelimiter(sign: string): sign is CsvDelimiter {
  return (csvDelimiters as readonly string[]).includes(sign);
}

function delimiterOf(sign: string): CsvDelimiter {
  return isDelimiter(sign) ? sign : ",";
}
