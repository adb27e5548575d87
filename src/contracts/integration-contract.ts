import { z } from "zod";
import { integrationMethods } from "../domain/application/integration";
import { endpoint, idParams } from "./endpoint";
import { id, line, optionalLine } from "./wire";

/** Data that goes from one application to another, as answers carry it. */
export const integration = z.object({
  id,
  fromId: id,
  fromName: z.string(),
  toId: id,
  toName: z.string(),
  data: z.string(),
  method: z.enum(integrationMethods),
  notes: z.string().nullable(),
});
export type IntegrationAnswer = z.output<typeof integration>;

export const listIntegrations = endpoint({
  method: "GET",
  path: "/api/integrations",
  summary: "What goes from which application to which, among those in the caller's scope",
  response: z.object({
    items: z.array(integration),
    total: z.number().int(),
    nextCursor: z.null(),
  }),
});

export const getIntegration = endpoint({
  method: "GET",
  path: "/api/integrations/{id}",
  summary: "What goes from one application to another",
  params: idParams,
  response: integration,
});

export const createIntegration = endpoint({
  method: "POST",
  path: "/api/integrations",
  summary: "Say that data goes from one application to another",
  body: z.strictObject({
    fromId: id,
    toId: id,
    data: line(500),
    method: z.enum(integrationMethods),
    notes: optionalLine(2000),
  }),
  response: integration,
  status: 201,
});

export const deleteIntegration = endpoint({
  method: "DELETE",
  path: "/api/integrations/{id}",
  summary: "Say that it does not any more",
  params: idParams,
  response: z.undefined(),
  status: 204,
});
