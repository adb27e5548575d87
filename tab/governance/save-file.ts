import type { AnyEndpoint, CallInput } from "../../src/contracts/endpoint";
import { addressOf } from "../call";
import { problemOf } from "../call-problem";
import { currentToken } from "../session/token";

/**
 * Fetches a file with the caller's token, which no link could carry, and hands it to the browser to keep.
 * @throws CallProblem what the server refused
 */
export async function saveFile<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E>,
  name: string,
): Promise<void> {
  const headers = {
    authorization: `Bearer ${await currentToken()}`,
    "accept-language": document.documentElement.lang,
  };
  const response = await fetch(addressOf(endpoint, input), { headers, credentials: "omit" });
  if (!response.ok) throw await problemOf(response);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by then; a URL that is kept keeps the file in memory.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
