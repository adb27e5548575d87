/** Answers of the database, kept for whoever asks the same while nothing has been written. */
export interface AnswerMemory {
  /**
   * @param version of the database, read before `ask`: with another one everything is forgotten
   * @param ask answers rows that nobody changes afterwards
   */
  answer<T>(version: number, question: string, ask: () => T[]): T[];
  forget(): void;
}

interface Kept {
  readonly rows: unknown[];
  readonly bytes: number;
}

/** @param mostBytes of all answers together, about; what was asked longest ago goes first */
export function answerMemory(mostBytes: number): AnswerMemory {
  const kept = new Map<string, Kept>();
  let keptVersion: number | undefined;
  let keptBytes = 0;
  const forget = () => {
    kept.clear();
    keptBytes = 0;
  };
  const drop = (question: string, { bytes }: Kept) => {
    kept.delete(question);
    keptBytes -= bytes;
  };
  const keep = (question: string, answer: Kept) => {
    kept.set(question, answer);
    keptBytes += answer.bytes;
    for (const [oldest, its] of kept) {
      if (keptBytes <= mostBytes) break;
      drop(oldest, its);
    }
  };
  return {
    answer<T>(version: number, question: string, ask: () => T[]): T[] {
      if (version !== keptVersion) forget();
      keptVersion = version;
      const known = kept.get(question);
      if (known !== undefined) drop(question, known);
      const rows = known?.rows ?? ask();
      keep(question, known ?? { rows, bytes: question.length * 2 + bytesOf(rows) });
      return rows as T[];
    },
    forget,
  };
}

/** A row and a value that is neither text nor bytes take about so much. */
const bytesOfSmall = 64;

function bytesOf(rows: readonly unknown[]): number {
  let bytes = 0;
  for (const row of rows) {
    bytes += bytesOfSmall;
    for (const value of Object.values(row as object)) bytes += bytesOfValue(value);
  }
  return bytes;
}

function bytesOfValue(value: unknown): number {
  if (Buffer.isBuffer(value)) return value.byteLength;
  return typeof value === "string" ? value.length * 2 : bytesOfSmall;
}
