import { extendZodWithOpenApi, OpenAPIRegistry, OpenApiGeneratorV31 } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import type { AnyEndpoint } from "../contracts/endpoint";
import { problemAnswer } from "../contracts/problem-contract";

extendZodWithOpenApi(z);

/** The OpenAPI 3.1 document of the contracts: the full reference of the API. */
export function openApiDocument(endpoints: readonly AnyEndpoint[], publicUrl: string) {
  const registry = new OpenAPIRegistry();
  // A schema made before the extension lacks its methods; a copy made now has them.
  const problem = registry.register("Problem", problemAnswer.clone());
  const bearer = registry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
  });
  for (const endpoint of endpoints) registry.registerPath(pathOf(endpoint, problem, bearer.name));
  for (const [method, path, summary] of otherPaths) {
    const responses = { 200: { description: summary } };
    registry.registerPath({ method, path, summary, security: [], responses });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: { title: "Toolroll", version: "1" },
    servers: [{ url: publicUrl }],
  });
}

/** Answered outside the contracts: for probes, browsers and the Bot Connector. */
const otherPaths = [
  ["get", "/healthz", "Alive"],
  ["get", "/readyz", "Ready or degraded: the database answers and tokens can be checked; 503 otherwise"],
  ["get", "/metrics", "Figures in Prometheus text"],
  ["get", "/tab", "The tab's files"],
  ["get", "/api/openapi.json", "This document"],
  ["post", "/api/messages", "The bot: a Bot Framework activity"],
] as const;

function pathOf(
  endpoint: AnyEndpoint,
  problem: typeof problemAnswer,
  bearer: string,
): Parameters<OpenAPIRegistry["registerPath"]>[0] {
  const { method, path, summary, params, query, body, response, status, ifMatch, open, media } = endpoint;
  const content =
    body === "csv"
      ? { "text/csv": { schema: z.string() } }
      : body instanceof z.ZodUndefined
        ? undefined
        : { "application/json": { schema: body } };
  return {
    method: method.toLowerCase() as Lowercase<typeof method>,
    path,
    summary,
    security: open ? [] : [{ [bearer]: [] }],
    request: {
      params: params as z.ZodObject,
      query: query as z.ZodObject,
      ...(content && { body: { content } }),
      ...(ifMatch && { headers: z.object({ "If-Match": z.string() }) }),
    },
    responses: {
      [status]: {
        description: summary,
        ...(status !== 204 && { content: { [media]: { schema: response } } }),
      },
      default: {
        description: "A problem (RFC 9457)",
        content: { "application/problem+json": { schema: problem } },
      },
    },
  };
}
