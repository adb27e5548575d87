import { createContext, useContext } from "react";
import type { LocalPersonAnswer } from "../../src/contracts/local-contract";
import type { MeAnswer } from "../../src/contracts/person-contract";
import { CallProblem } from "../call-problem";

export type Session =
  | { readonly state: "starting" }
  /** Local mode: nobody is chosen yet. */
  | { readonly state: "choosing" }
  | { readonly state: "signed-in"; readonly me: MeAnswer; readonly local: boolean }
  /** A plain browser with no local door: Toolroll cannot know who this is. */
  | { readonly state: "outside" }
  /** Entra ID wants the person, or an administrator, to agree first. */
  | { readonly state: "consent-needed" }
  | { readonly state: "failed"; readonly problem: unknown };

/** Microsoft knows the person, Toolroll's directory does not; only the sign-in itself can be refused like this. */
export function isNotAdmitted(session: Session): boolean {
  const { state } = session;
  return state === "failed" && session.problem instanceof CallProblem && session.problem.status === 403;
}

export interface SessionActions {
  readonly signInAs: (personId: LocalPersonAnswer["id"]) => Promise<void>;
  readonly chooseAgain: () => void;
  /** Opens the consent window and signs in after it. @throws ConsentRefused */
  readonly giveConsent: () => Promise<void>;
  /** Opens the same window for the person's own licences. @throws ConsentRefused */
  readonly agreeToLicences: () => Promise<void>;
  /** The host proves once more who this is, as conditional access wants. @throws when it does not */
  readonly signInAgain: (challenge: string | null) => Promise<void>;
}

/** Whether the caller may see more than their own: people with a role, and managers of teams. */
export function looksAfterOthers(me: Pick<MeAnswer, "roles" | "managedTeamIds">): boolean {
  return me.roles.length > 0 || me.managedTeamIds.length > 0;
}

export const SessionContext = createContext<{ session: Session; actions: SessionActions } | null>(null);

export function useSession(): { session: Session; actions: SessionActions } {
  const value = useContext(SessionContext);
  if (value === null) throw new Error("useSession outside of SessionProvider");
  return value;
}

/** The signed-in person, their roles and what they may do; pages are only shown to somebody. */
export function useMe(): MeAnswer {
  const { session } = useSession();
  if (session.state !== "signed-in") throw new Error("useMe before signing in");
  return session.me;
}
