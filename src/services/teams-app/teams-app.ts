import type { GraphConnection } from "../../graph/graph-caller";
import type { Environment } from "../../platform/environment";
import type { GraphAccess } from "../graph-sync/graph-access";

/** What Graph may do for this deployment's app in Teams. */
export interface TeamsApp {
  readonly connection: Omit<GraphConnection, "rest">;
  /** `id` of the manifest. */
  readonly manifestId: string;
  /** Whether it is installed for people whose questions wait for it. */
  readonly installs: boolean;
  /** Whether a line in the activity feed goes with each question. */
  readonly notifies: boolean;
}

/** Null where nothing of it is wanted, or Graph is not set up. */
export function teamsAppOf(
  { TEAMS_APP_ID: manifestId, TEAMS_INSTALL, TEAMS_ACTIVITY_FEED }: Environment,
  { connection }: Pick<GraphAccess, "connection">,
): TeamsApp | null {
  const [installs, notifies] = [TEAMS_INSTALL === "on", TEAMS_ACTIVITY_FEED === "on"];
  if (connection === null || manifestId === undefined || !(installs || notifies)) return null;
  return { connection, manifestId, installs, notifies };
}
