import type { Json } from "./graph-caller";
import { textOf } from "./graph-person";

/** Pages of groups are 999 long. */
export const groupsPath = "/groups?$select=id,displayName,visibility,resourceProvisioningOptions&$top=999";

export interface GraphGroup {
  readonly id: string;
  readonly name: string;
  /** Who is in it is told only with a permission of its own: nobody on the list is then not nobody in the group. */
  readonly hidden: boolean;
  /** A team of Microsoft Teams. */
  readonly team: boolean;
}

/** Null for an object without an id, which cannot be kept. */
export function readGroup(json: Json): GraphGroup | null {
  const id = textOf(json.id);
  if (id === "") return null;
  const options = Array.isArray(json.resourceProvisioningOptions) ? json.resourceProvisioningOptions : [];
  return {
    id,
    name: textOf(json.displayName).replace(/\s+/g, " ").trim() || id,
    hidden: json.visibility === "HiddenMembership",
    team: options.includes("Team"),
  };
}

export const memberRoles = ["member", "owner"] as const;
export type MemberRole = (typeof memberRoles)[number];

export function membersPath(groupId: string, role: MemberRole): string {
  return `/groups/${encodeURIComponent(groupId)}/${role}s?$select=id&$top=999`;
}

/** Groups, devices and applications can be members too; only people count. */
export function memberIdOf(json: Json): string | null {
  const isPerson = json["@odata.type"] === undefined || json["@odata.type"] === "#microsoft.graph.user";
  return (isPerson && textOf(json.id)) || null;
}
