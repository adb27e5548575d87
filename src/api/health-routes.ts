import { Router } from "express";
import { collectDefaultMetrics, Registry } from "prom-client";
import type { KeyState, SigningKeys } from "../platform/signing-keys";

export interface HealthParts {
  /** Throws when the database does not answer. */
  readonly database: () => Promise<void>;
  /** Since when nothing is sent to anybody; null while sending goes on. */
  readonly sendingPausedSince: () => Promise<string | null>;
  /** Since when nothing is sent because a back-up was restored; null while sending goes on. */
  readonly sendingHeldSince: () => Promise<string | null>;
  /** By door; none with `AUTH=local`. */
  readonly keys: Readonly<Record<string, SigningKeys>>;
}

/**
 * For whoever runs Toolroll. Alive never touches the database, so that a slow one does not get the process killed;
 * ready does. Degraded means serving, with something for somebody to do: the Bot Connector refuses the bot, or
 * a back-up was restored and nobody has decided about its messages. With keys that can no longer be read it is degraded but goes on serving, so it answers 200: taking every
 * replica off the line would be the outage. When no door has any, it can let nobody in, which is 503.
 */
export function healthRoutes(parts: HealthParts): Router {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.json({ status: "ok" });
  });
  router.get("/readyz", async (_request, response) => {
    const { serving, degraded, ...states } = await readiness(parts);
    response
      .status(serving ? 200 : 503)
      .set("Cache-Control", "no-store")
      .json({ status: serving && !degraded ? "ready" : "degraded", ...states });
  });
  router.get("/metrics", async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}

async function readiness({ database, keys, ...parts }: HealthParts) {
  const reachable = await database().then(
    () => true,
    () => false,
  );
  const states = await Promise.all(
    Object.entries(keys).map(async ([door, ring]): Promise<[string, KeyState]> => [door, await ring.state()]),
  );
  const sending = await sendingState(parts, reachable);
  return {
    database: reachable ? "ok" : "unreachable",
    keys: Object.fromEntries(states),
    ...sending,
    serving: reachable && (states.length === 0 || states.some(([, state]) => state !== "none")),
    degraded: sending.sending !== "ok" || states.some(([, state]) => state !== "fresh"),
  };
}

async function sendingState(
  { sendingHeldSince, sendingPausedSince }: Pick<HealthParts, "sendingHeldSince" | "sendingPausedSince">,
  reachable: boolean,
) {
  const ask = async (since: () => Promise<string | null>) => (reachable ? since().catch(() => null) : null);
  const [held, paused] = [await ask(sendingHeldSince), await ask(sendingPausedSince)];
  return {
    sending: held !== null ? "held" : paused !== null ? "paused" : "ok",
    ...(held !== null && { sendingHeldSince: held }),
    ...(paused !== null && { sendingPausedSince: paused }),
  };
}
