import { Router } from "express";
import { collectDefaultMetrics, Registry } from "prom-client";

/**
 * For whoever runs Toolroll. Alive never touches the database, so that a slow one does not get the process killed;
 * ready does.
 */
export function healthRoutes(isReady: () => Promise<boolean>): Router {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.json({ status: "ok" });
  });
  router.get("/readyz", async (_request, response) => {
    const ready = await isReady().catch(() => false);
    response.status(ready ? 200 : 503).json({ status: ready ? "ready" : "degraded" });
  });
  router.get("/metrics", async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}
