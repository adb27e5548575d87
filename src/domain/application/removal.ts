import { Refusal } from "../refusal";

/** What hangs on an application. */
export interface Hanging {
  readonly contracts: number;
  readonly integrations: number;
}

export function canRemove({ contracts, integrations }: Hanging): boolean {
  return contracts === 0 && integrations === 0;
}

/**
 * An application is removed when it was entered by mistake; one that is paid for, or that others exchange data with, was
 * no mistake and is retired instead.
 * @throws Refusal conflict `application-has-contracts`, `application-has-integrations`
 */
export function refuseRemoval({ contracts, integrations }: Hanging): void {
  if (contracts > 0) throw new Refusal("conflict", "application-has-contracts", { count: contracts });
  if (integrations > 0)
    throw new Refusal("conflict", "application-has-integrations", { count: integrations });
}
