/** What is read of Microsoft Graph, each with a state and an age of its own. */
export const syncParts = [
  "people",
  "sign-ins",
  "groups",
  "members",
  "skus",
  "subscriptions",
  "reports",
  "managed-devices",
  "entra-devices",
  "service-messages",
] as const;
export type SyncPart = (typeof syncParts)[number];

export const partStates = ["ok", "not-permitted", "failed", "off"] as const;
export type PartState = (typeof partStates)[number];

export type RunState = "succeeded" | "partial" | "failed";

/** The least application permissions of each part, by the names that Microsoft gives them. */
export const partPermissions: Readonly<Record<SyncPart, readonly string[]>> = {
  people: ["User.Read.All"],
  "sign-ins": ["User.Read.All", "AuditLog.Read.All"],
  groups: ["GroupMember.Read.All"],
  members: ["GroupMember.Read.All"],
  skus: ["LicenseAssignment.Read.All"],
  subscriptions: ["Organization.Read.All"],
  reports: ["Reports.Read.All", "ReportSettings.Read.All"],
  "managed-devices": ["DeviceManagementManagedDevices.Read.All"],
  "entra-devices": ["Device.Read.All"],
  "service-messages": ["ServiceMessage.Read.All"],
};

/** What granting a part's permissions brings, by a code that screens put into words. */
export const gains = [
  "people",
  "home-teams-by-department",
  "licence-holders",
  "last-sign-ins",
  "group-names",
  "home-teams-by-group",
  "team-owners",
  "licence-seats",
  "subscription-changes",
  "service-use",
  "devices-of-intune",
  "devices-last-seen",
  "vendor-changes",
] as const;
export type Gain = (typeof gains)[number];

export const partUnlocks: Readonly<Record<SyncPart, readonly Gain[]>> = {
  people: ["people", "home-teams-by-department", "licence-holders"],
  "sign-ins": ["last-sign-ins"],
  groups: ["group-names", "home-teams-by-group"],
  members: ["home-teams-by-group", "team-owners"],
  skus: ["licence-seats"],
  subscriptions: ["subscription-changes"],
  reports: ["service-use"],
  "managed-devices": ["devices-of-intune"],
  "entra-devices": ["devices-last-seen"],
  "service-messages": ["vendor-changes"],
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
