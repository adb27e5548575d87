import { Refusal } from "../refusal";

export const integrationMethods = ["api", "file", "database", "message", "manual"] as const;
export type IntegrationMethod = (typeof integrationMethods)[number];

/** Data that goes from one application to another. */
export interface Integration {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  /** What goes over. */
  readonly data: string;
  readonly method: IntegrationMethod;
  readonly notes: string | null;
}

/** @throws Refusal invalid `integration-with-itself` */
export function integrate(integration: Integration): Integration {
  if (integration.fromId === integration.toId) throw new Refusal("invalid", "integration-with-itself");
  return integration;
}
