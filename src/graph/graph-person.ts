import { type Instant, toInstant } from "../domain/instant";
import { type Assignment, type AssignmentState, assignmentStates } from "../domain/licence/holder";
import type { SignIns } from "../domain/licence/use-band";
import type { Json } from "./graph-caller";

/** A user of the directory as far as Toolroll asks for one. */
export interface GraphPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly principalName: string;
  readonly department: string;
  readonly enabled: boolean;
  readonly guest: boolean;
  readonly createdAt: Instant | null;
  readonly managerId: string | null;
  /** Null where nothing was said of sign-ins. */
  readonly signIns: SignIns | null;
  readonly skuIds: readonly string[];
  readonly assignments: readonly Assignment[];
}

const selected = [
  "id",
  "displayName",
  "userPrincipalName",
  "mail",
  "department",
  "accountEnabled",
  "userType",
  "createdDateTime",
  "assignedLicenses",
  "licenseAssignmentStates",
] as const;

/** Pages of people are 500 long with sign-ins and 999 without. */
export function peoplePath(withSignIns: boolean): string {
  const select = [...selected, ...(withSignIns ? ["signInActivity"] : [])].join(",");
  return `/users?$select=${select}&$expand=manager($select=id)&$top=${withSignIns ? 500 : 999}`;
}

/** Accounts that were deleted within the last thirty days and can be restored. */
export const deletedPeoplePath = `/directory/deletedItems/microsoft.graph.user?$select=id,assignedLicenses,licenseAssignmentStates&$top=999`;

/** Graph takes no more values in one filter. */
export const peopleAtOnce = 15;

/** These people as they are now; who is gone is not among them. */
export function somePeoplePath(ids: readonly string[], withSignIns: boolean): string {
  const listed = ids.map((id) => `'${encodeURIComponent(id.replaceAll("'", "''"))}'`).join(",");
  return `${peoplePath(withSignIns)}&$filter=id%20in%20(${listed})`;
}

/** Where changes begin from now on. */
export const deltaStartPath = `/users/delta?$select=${selected.join(",")},manager&$deltatoken=latest`;

/** Null for an object without an id, which cannot be kept. */
export function readPerson(json: Json): GraphPerson | null {
  if (typeof json.id !== "string" || json.id === "") return null;
  const principalName = textOf(json.userPrincipalName);
  return {
    id: json.id,
    name: textOf(json.displayName) || principalName || json.id,
    email: textOf(json.mail) || principalName,
    principalName,
    department: textOf(json.department).replace(/\s+/g, " ").trim(),
    enabled: json.accountEnabled !== false,
    guest: json.userType === "Guest",
    createdAt: instantOf(json.createdDateTime),
    managerId: textOf(objectOf(json.manager)?.id) || null,
    signIns: signInsOf(objectOf(json.signInActivity)),
    skuIds: [...new Set(objectsOf(json.assignedLicenses).map(({ skuId }) => idOf(skuId)))].filter(Boolean),
    assignments: objectsOf(json.licenseAssignmentStates).map(assignmentOf),
  };
}

function signInsOf(json: Json | null): SignIns | null {
  if (json === null) return null;
  return {
    interactive: instantOf(json.lastSignInDateTime),
    nonInteractive: instantOf(json.lastNonInteractiveSignInDateTime),
    successful: instantOf(json.lastSuccessfulSignInDateTime),
  };
}

function assignmentOf(json: Json): Assignment {
  const state = textOf(json.state);
  return {
    skuId: idOf(json.skuId),
    assignedByGroup: textOf(json.assignedByGroup) || null,
    state: assignmentStates.includes(state as AssignmentState) ? (state as AssignmentState) : "Active",
    disabledPlans: Array.isArray(json.disabledPlans) ? json.disabledPlans.map(idOf) : [],
  };
}

/** Null for what is no date, and for the year 1, which Graph writes for none. */
export function instantOf(value: unknown): Instant | null {
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) || time < 0 ? null : toInstant(new Date(time));
}

export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function idOf(value: unknown): string {
  return textOf(value).toLowerCase();
}

export function objectOf(value: unknown): Json | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

export function objectsOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(objectOf).filter((item): item is Json => item !== null) : [];
}
