import type { QueryClient } from "@tanstack/react-query";
import type { ApplicationDetailAnswer } from "../../src/contracts/application-contract";

export const applicationKeys = {
  all: ["applications"],
  lists: ["applications", "list"],
  every: ["applications", "every"],
  one: (id: string) => ["applications", "one", id],
  history: (id: string) => ["applications", "history", id],
  contracts: ["applications", "contracts"],
  integrations: ["applications", "integrations"],
} as const;

/** A changed application is shown at once; whatever else speaks of it is read again. */
export async function takeApplication(
  client: QueryClient,
  application: ApplicationDetailAnswer,
): Promise<void> {
  client.setQueryData(applicationKeys.one(application.id), application);
  await client.invalidateQueries({
    queryKey: applicationKeys.all,
    predicate: ({ queryKey }) => queryKey[1] !== "one" || queryKey[2] !== application.id,
  });
}

/** After a change whose answer is not the application itself. */
export async function readApplicationsAgain(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: applicationKeys.all });
}
