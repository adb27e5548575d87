import type { GraphConnection } from "../../src/graph/graph-caller";
import { graphTokens } from "../../src/graph/graph-tokens";
import { graphTransport } from "../../src/graph/graph-transport";
import { parseEnvironment } from "../../src/platform/environment";
import { type Entra, startEntra } from "../support/entra";
import { entraSettings } from "../support/entra-server";
import { type GraphServer, startGraph } from "../support/graph/graph-server";

export interface GraphWorld extends GraphConnection {
  readonly graph: GraphServer;
  readonly entra: Entra;
  /** How long it would have rested, in milliseconds; nobody does. */
  readonly rests: number[];
  stop(): Promise<void>;
}

export const worldClock = { now: () => new Date("2026-11-20T06:00:00.000Z") };

/** The client of Graph against stand-ins of Graph and Entra ID. */
export async function graphWorld(people: number, more: Record<string, string> = {}): Promise<GraphWorld> {
  const entra = await startEntra();
  const graph = await startGraph(people);
  const settings = { ...entraSettings(entra, entra.origin, "sqlite::memory:"), ...more };
  const tokens = graphTokens(parseEnvironment(settings));
  if (tokens === null) throw new Error("no tokens without an app registration");
  const rests: number[] = [];
  return {
    graph,
    entra,
    rests,
    tokens,
    transport: graphTransport(graph.origin, tokens),
    clock: worldClock,
    rest: async (ms) => {
      rests.push(ms);
    },
    async stop() {
      await Promise.all([graph.close(), entra.close()]);
    },
  };
}
