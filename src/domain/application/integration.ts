import { matchKey } from "../match-key";
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

/**
 * @param others what is recorded of the same applications
 * @throws Refusal invalid `integration-with-itself`; conflict `integration-exists` where the same data goes the same way
 */
export function integrate(integration: Integration, others: readonly Integration[]): Integration {
  if (integration.fromId === integration.toId) throw new Refusal("invalid", "integration-with-itself");
  if (others.some((other) => isSame(integration, other))) throw new Refusal("conflict", "integration-exists");
  return integration;
}

/** Whatever the notes say, and however the data is spelt. */
function isSame(one: Integration, other: Integration): boolean {
  const isSameWay = one.fromId === other.fromId && one.toId === other.toId && one.method === other.method;
  return isSameWay && matchKey(one.data) === matchKey(other.data);
}
