import { claimInstalls, noteInstall } from "../../database/stores/install-store";
import type { DeliveryReason } from "../../domain/delivery";
import { toInstant } from "../../domain/instant";
import type { GraphConnection } from "../../graph/graph-caller";
import { GraphFailed, GraphNotPermitted } from "../../graph/graph-problem";
import { catalogueIdOf, installForPerson } from "../../graph/graph-teams-app";
import type { ServiceContext } from "../service-context";

/** So few that Graph is not asked for much at once, and a restart leaves few half done. */
const atOnce = 20;

export interface InstallRound {
  readonly asked: number;
  /** Why nobody was asked, where Graph is in the way of all of them. */
  readonly held: "not-in-catalogue" | "not-permitted" | "failed" | null;
}

/**
 * Installs the app for people whose questions wait because they do not have it. What Teams says of the install then sends
 * the questions. Whoever cannot be helped is told apart from whoever was not tried.
 * @param manifestId `id` of the manifest
 */
export async function installDue(
  context: ServiceContext,
  graph: GraphConnection,
  manifestId: string,
): Promise<InstallRound> {
  const personIds = await context.gateway.write((tx) =>
    claimInstalls(tx, atOnce, toInstant(context.clock.now())),
  );
  if (personIds.length === 0) return { asked: 0, held: null };
  let open = [...personIds];
  try {
    const catalogueId = await catalogueIdOf(graph, manifestId);
    if (catalogueId === null) return { asked: 0, held: "not-in-catalogue" };
    for (const personId of personIds) {
      const installed = await installForPerson(graph, personId, catalogueId);
      open = open.filter((id) => id !== personId);
      if (installed === "refused") await note(context, [personId], "install-refused");
    }
    return { asked: personIds.length, held: null };
  } catch (error) {
    if (error instanceof GraphNotPermitted) return { asked: 0, held: "not-permitted" };
    if (error instanceof GraphFailed) return { asked: personIds.length - open.length, held: "failed" };
    throw error;
  } finally {
    // Nobody said anything of these: they wait as before.
    await note(context, open, "not-installed");
  }
}

function note(context: ServiceContext, personIds: readonly string[], reason: DeliveryReason): Promise<void> {
  return context.gateway.write((tx) => noteInstall(tx, personIds, reason));
}
