/** What an import is busy with; the last two are its ends. */
export const importPhases = ["reading", "judging", "writing", "recording", "done", "stopped"] as const;
export type ImportPhase = (typeof importPhases)[number];

/** How far an import has come: rows of the phase it is in, of which there may be none to count. */
export interface ImportProgress {
  readonly phase: ImportPhase;
  readonly rowsDone: number;
  readonly rowsTotal: number;
}

/** Told by an import as it goes on. A phase that begins again, because the work is run again, counts from nothing. */
export interface ProgressTeller {
  begin(phase: ImportPhase, rowsTotal: number): void;
  add(rows: number): void;
}

export const nobodyAsks: ProgressTeller = { begin() {}, add() {} };
