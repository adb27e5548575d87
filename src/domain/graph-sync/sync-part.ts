/** What this version reads. Groups, their members and devices join the list with the code that reads them. */
export const syncParts = ["people", "sign-ins", "skus", "subscriptions", "reports"] as const;
export type SyncPart = (typeof syncParts)[number];

export const partStates = ["ok", "not-permitted", "failed", "off"] as const;
export type PartState = (typeof partStates)[number];

export type RunState = "succeeded" | "partial" | "failed";

/** The least application permissions of each part, by the names that Microsoft gives them. */
export const partPermissions: Readonly<Record<SyncPart, readonly string[]>> = {
  people: ["User.Read.All"],
  "sign-ins": ["User.Read.All", "AuditLog.Read.All"],
  skus: ["LicenseAssignment.Read.All"],
  subscriptions: ["Organization.Read.All"],
  reports: ["Reports.Read.All", "ReportSettings.Read.All"],
};

/** What an administrator would have to grant for a part, given the roles in the token. */
export function missingPermissions(part: SyncPart, granted: ReadonlySet<string>): readonly string[] {
  return partPermissions[part].filter((permission) => !granted.has(permission));
}

/** A part that is off says nothing; a run in which only some were read is partial, never succeeded. */
export function runState(states: readonly PartState[]): RunState {
  const asked = states.filter((state) => state !== "off");
  if (asked.every((state) => state === "ok")) return "succeeded";
  return asked.includes("ok") ? "partial" : "failed";
}
