import { startEntra, tabClientId, tabSecret, tenantId } from "../entra";
import { startGraph } from "./graph-server";

/**
 * Stand-ins of Entra ID and Microsoft Graph as a process of their own: `serve-graph.ts <people>`. Whoever started it is
 * told the settings of a server that reads them, and, for any part of a path, how often that was asked.
 */
async function serve(people: number): Promise<void> {
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

void serve(Number(process.argv[2] ?? 300));
