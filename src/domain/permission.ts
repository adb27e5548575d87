import type { Person } from "./person";

/** App roles of the Entra registration, without their `Toolroll.` prefix on the wire. */
export const roles = ["Toolroll.Administrator", "Toolroll.ItManager", "Toolroll.Auditor"] as const;
export type Role = (typeof roles)[number];

/** The authenticated person of a request. */
export interface Caller {
  readonly person: Person;
  readonly roles: readonly Role[];
  /** Teams that the directory names this person as manager of, without those below. */
  readonly managedTeamIds: readonly string[];
  readonly scope: Scope;
}

/** Which records a caller may see. Stores that read scoped data demand one, and only `scopeOf` makes it. */
export type Scope =
  | { readonly kind: "everything" }
  | { readonly kind: "teams"; readonly teamIds: readonly string[]; readonly personId: string }
  | { readonly kind: "self"; readonly personId: string };

const anyRole: readonly Role[] = roles;
const it: readonly Role[] = ["Toolroll.Administrator", "Toolroll.ItManager"];

interface Grant {
  readonly roles: readonly Role[];
  readonly managers?: boolean;
  readonly staff?: boolean;
}

/** One line per right: who holds it. Scope then limits which records it reaches. */
const grants = {
  "own.read": { roles: anyRole, managers: true, staff: true },
  "own.answer": { roles: anyRole, managers: true, staff: true },
  "device.read": { roles: anyRole, managers: true, staff: true },
  "device.change": { roles: it },
  "team.read": { roles: anyRole, managers: true, staff: true },
  "team.change": { roles: it },
  "person.read": { roles: anyRole, managers: true, staff: true },
  "search.read": { roles: anyRole, managers: true, staff: true },
  "application.read": { roles: anyRole, managers: true, staff: true },
  "application.change": { roles: it },
  "disclosure.make": { roles: it },
  "contract-calendar.keep": { roles: anyRole, managers: true, staff: true },
  "supplier.read": { roles: anyRole },
  "import.run": { roles: it },
  "check-in.read": { roles: anyRole },
  "check-in.change": { roles: it },
  "problem.read": { roles: anyRole, managers: true },
  "stock-take.read": { roles: anyRole, managers: true },
  "stock-take.history": { roles: anyRole },
  "stock-take.change": { roles: it },
  "survey.read": { roles: anyRole, managers: true },
  "survey.change": { roles: it },
  "rollout.read": { roles: anyRole, managers: true, staff: true },
  "rollout.review": { roles: anyRole, managers: true },
  "rollout.history": { roles: anyRole },
  "rollout.change": { roles: it },
  "vendor-change.read": { roles: anyRole },
  "course.read": { roles: anyRole, managers: true },
  "course.history": { roles: anyRole },
  "course.change": { roles: it },
  "training-request.read": { roles: anyRole },
  "survey.plan": { roles: anyRole },
  "licence.read": { roles: anyRole },
  "licence.change": { roles: it },
  "graph-sync.read": { roles: anyRole },
  "graph-sync.run": { roles: ["Toolroll.Administrator"] },
  "finding.read": { roles: anyRole, managers: true },
  "finding.change": { roles: it },
  "home-team.change": { roles: it },
  "audit.read": { roles: ["Toolroll.Administrator", "Toolroll.Auditor"] },
  "setting.read": { roles: anyRole },
  "setting.change": { roles: ["Toolroll.Administrator"] },
  "retention.read": { roles: ["Toolroll.Administrator", "Toolroll.Auditor"] },
  "retention.change": { roles: ["Toolroll.Administrator"] },
  "leaver.read": { roles: anyRole },
  "person.export": { roles: ["Toolroll.Administrator"] },
  "person.erase": { roles: ["Toolroll.Administrator"] },
} as const satisfies Record<string, Grant>;

export type Right = keyof typeof grants;
export const rights = Object.keys(grants) as Right[];

export function can(caller: Pick<Caller, "roles" | "managedTeamIds">, right: Right): boolean {
  const grant: Grant = grants[right];
  if (grant.staff) return true;
  if (grant.managers && caller.managedTeamIds.length > 0) return true;
  return caller.roles.some((role) => grant.roles.includes(role));
}

/** Roles see everything, a manager the managed teams and those below, everybody else their own. */
export function scopeOf(
  personId: string,
  callerRoles: readonly Role[],
  managedTeamsWithBelow: readonly string[],
): Scope {
  if (callerRoles.length > 0) return { kind: "everything" };
  if (managedTeamsWithBelow.length > 0) return { kind: "teams", teamIds: managedTeamsWithBelow, personId };
  return { kind: "self", personId };
}
