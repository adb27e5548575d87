/** Tells two states of a database apart: the same text or number means that nothing was committed in between. */
export type DatabaseVersion = string | number;

/**
 * Answers of the database, kept for whoever asks the same while nothing has been written. The version is read before an
 * answer is looked up or asked for: what is kept is never older than that.
 */
export interface AnswerMemory {
  /** Undefined when it is not kept; with another version than the last all is forgotten. */
  known<T>(version: DatabaseVersion, question: string): T[] | undefined;
  /** Keeps rows that nobody changes afterwards, unless another version was seen meanwhile. */
  keep(version: DatabaseVersion, question: string, rows: readonly unknown[]): void;
  forget(): void;
}

interface Kept {
  readonly rows: readonly unknown[];
  readonly bytes: number;
}

/** @param mostBytes of all answers together, about; what was asked longest ago goes first */
export function answerMemory(mostBytes: number): AnswerMemory {
  const kept = new Map<string, Kept>();
  let keptVersion: DatabaseVersion | undefined;
  let keptBytes = 0;
  const forget = () => {
    kept.clear();
    keptBytes = 0;
  };
  const drop = (question: string, { bytes }: Kept) => {
    kept.delete(question);
    keptBytes -= bytes;
  };
  const put = (question: string, answer: Kept) => {
    kept.set(question, answer);
    keptBytes += answer.bytes;
    for (const [oldest, its] of kept) {
      if (keptBytes <= mostBytes) break;
      drop(oldest, its);
    }
  };
  return {
    known<T>(version: DatabaseVersion, question: string): T[] | undefined {
      if (version !== keptVersion) forget();
      keptVersion = version;
      const answer = kept.get(question);
      if (answer === undefined) return undefined;
      drop(question, answer);
      put(question, answer);
      return answer.rows as T[];
    },
    keep(version, question, rows) {
      if (version !== keptVersion) return;
      const before = kept.get(question);
      if (before !== undefined) drop(question, before);
      put(question, { rows, bytes: question.length * 2 + bytesOf(rows) });
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
