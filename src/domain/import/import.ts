/** What a file can hold. */
export const importKinds = ["devices", "applications", "contracts", "people", "teams"] as const;
export type ImportKind = (typeof importKinds)[number];

/** Whose headers a file has. */
export const importSources = ["toolroll", "snipe-it", "intune", "shelf"] as const;
export type ImportSource = (typeof importSources)[number];

/** Said of a header that Toolroll should leave out. */
export const ignoredField = "ignore";

export const importModes = ["preview", "apply"] as const;
export type ImportMode = (typeof importModes)[number];

/** How many rows would do what. */
export interface ImportCounts {
  readonly total: number;
  readonly create: number;
  readonly update: number;
  readonly unchanged: number;
  readonly conflict: number;
  readonly error: number;
}

/** An import that was applied. */
export interface ImportRun {
  readonly id: string;
  readonly at: string;
  readonly actorId: string;
  readonly kind: ImportKind;
  readonly source: ImportSource;
  /** As `fileNameOf` makes it; null where nobody said it. */
  readonly fileName: string | null;
  readonly rows: ImportCounts;
}
