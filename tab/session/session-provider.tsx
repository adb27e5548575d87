import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import type { Host } from "./host";
import { isNotAdmitted, type Session, SessionContext } from "./session";
import { openSession, renewByHost, signInLocally } from "./sign-in";
import { takeTokensFrom } from "./token";

/** States with a page of their own; of a failure Teams shows its own page. */
const shown: readonly Session["state"][] = ["signed-in", "choosing", "consent-needed"];

interface Props {
  readonly host: Host | null;
  readonly children: ReactNode;
}

/** Finds out who the caller is, once, and holds the answer for every page. */
export function SessionProvider({ host, children }: Props) {
  const [session, setSession] = useState<Session>({ state: "starting" });
  useEffect(() => {
    let current = true;
    void openSession(host)
      .catch((problem: unknown): Session => ({ state: "failed", problem }))
      .then((opened) => {
        if (current) setSession(opened);
      });
    return () => {
      current = false;
    };
  }, [host]);
  useEffect(() => {
    if (shown.includes(session.state) || isNotAdmitted(session)) host?.tellReady();
    else if (session.state === "failed") host?.tellFailed(String(session.problem));
  }, [host, session]);
  const signInAs = useCallback(async (personId: string) => {
    const opened = await signInLocally(personId);
    putInAddress(personId);
    setSession(opened);
  }, []);
  const chooseAgain = useCallback(() => {
    takeTokensFrom(null);
    putInAddress(null);
    setSession({ state: "choosing" });
  }, []);
  const giveConsent = useCallback(async () => {
    await host?.askConsent("sign-in");
    setSession(await openSession(host));
  }, [host]);
  const agreeToLicences = useCallback(async () => host?.askConsent("licences"), [host]);
  const signInAgain = useCallback(
    async (challenge: string | null) => {
      if (host !== null) await renewByHost(host, challenge);
    },
    [host],
  );
  const value = useMemo(
    () => ({ session, actions: { signInAs, chooseAgain, giveConsent, agreeToLicences, signInAgain } }),
    [session, signInAs, chooseAgain, giveConsent, agreeToLicences, signInAgain],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}

function putInAddress(personId: string | null): void {
  const address = new URL(window.location.href);
  if (personId === null) address.searchParams.delete("as");
  else address.searchParams.set("as", personId);
  window.history.replaceState(window.history.state, "", address);
}
