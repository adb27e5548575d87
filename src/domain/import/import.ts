/** What a file can hold. */
export const importKinds = ["devices", "applications", "people", "teams"] as const;
export type ImportKind = (typeof importKinds)[number];

/** Whose headers a file has. */
export const importSources = ["toolroll", "snipe-it", "intune", "shelf"] as const;
export type ImportSource = (typeof importSources)[number];
