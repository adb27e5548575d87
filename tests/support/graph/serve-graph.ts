import { buildCouncil } from "../../../scripts/seed/council";
import { readOptions } from "../../../scripts/seed/seed-options";
import { startEntra, tabClientId, tabSecret, tenantId } from "../entra";
import type { KnownPerson } from "./council";
import { startGraph } from "./graph-server";

/**
 * Stand-ins of Entra ID and Microsoft Graph as a process of their own: `serve-graph.ts <number of people>`, or
 * `serve-graph.ts council` for the people of the demonstration. Whoever started it is told the settings of a server that
 * reads them, and, for any part of a path, how often that was asked.
 */
async function serve(who: string): Promise<void> {
  const people = who === "council" ? demonstration() : Number(who);
  const [entra, graph] = await Promise.all([startEntra(), startGraph(people)]);
  process.on("message", (part) => process.send?.(graph.asked(String(part))));
  process.on("disconnect", () => process.exit(0));
  process.send?.({
    ENTRA_TENANT_ID: tenantId,
    TAB_CLIENT_ID: tabClientId,
    TAB_CLIENT_SECRET: tabSecret,
    DEV_LOOPBACK_ENTRA_URL: entra.origin,
    DEV_LOOPBACK_GRAPH_URL: graph.origin,
    SYNC_SIGNIN: "on",
    SYNC_REPORTS: "on",
    SYNC_DEVICES: "on",
    SYNC_TEAMS: "on",
  });
}

/** Those that a seed without options writes, in departments called like their teams. */
function demonstration(): KnownPerson[] {
  const { people, teams } = buildCouncil(readOptions([], new Date()));
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  return people.map(({ id, name, email, teamId, active }) => {
    return { id, name, email, department: names.get(teamId ?? "") ?? null, active };
  });
}

void serve(process.argv[2] ?? "council");
