import { type Host, within } from "./host";

/** A laptop that is just starting Teams may be slow; nobody but a host may frame the tab, so nobody waits in vain. */
const answerWithinMs = 5_000;

/** The host around this page, or null in a plain browser. A silent frame counts as none. */
export async function findHost(): Promise<Host | null> {
  if (window.parent === window) return null;
  try {
    const { connectTeams } = await import("./teams-host");
    return await within(answerWithinMs, connectTeams());
  } catch {
    return null;
  }
}
