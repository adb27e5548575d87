import type { QueryClient } from "@tanstack/react-query";
import { readApplicationsAgain } from "../applications/application-cache";
import { startListsAgain } from "../inventory/device-cache";

/** An import, and taking one back, may have changed anything of the register. */
export async function readRegisterAgain(client: QueryClient): Promise<void> {
  const others = ["imports", "teams", "people"].map((key) => client.invalidateQueries({ queryKey: [key] }));
  await Promise.all([startListsAgain(client), readApplicationsAgain(client), ...others]);
}
