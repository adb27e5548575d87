import type { IncomingMessage } from "node:http";
import { Refusal } from "../domain/refusal";
import { readUpTo } from "../platform/read-body";

/**
 * The JSON of a body; undefined for an empty one.
 * @throws Refusal invalid `body-too-large`, `body-not-json`
 */
export async function readJson(request: IncomingMessage, longest: number): Promise<unknown> {
  const bytes = await readUpTo(request, longest + 1);
  if (bytes.length > longest) {
    throw new Refusal("invalid", "body-too-large", { limit: `${Math.floor(longest / 1024)} KB` });
  }
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal("invalid", "body-not-json");
  }
}
