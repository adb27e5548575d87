import type { IncomingMessage } from "node:http";
import { Refusal } from "../domain/refusal";

/** What is thrown away of an oversized body before the line is cut; a polite client reads our answer by then. */
const patienceBytes = 64 * 1024 * 1024;

/**
 * The first `most` bytes of a body. The rest is taken off the line and dropped, so that memory stays flat and the
 * sender, who reads no answer while sending, still gets one.
 */
export async function readUpTo(request: IncomingMessage, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let kept = 0;
  let seen = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    seen += piece.length;
    if (seen > patienceBytes) break;
    if (kept >= most) continue;
    const wanted = piece.subarray(0, most - kept);
    pieces.push(wanted);
    kept += wanted.length;
  }
  return Buffer.concat(pieces, kept);
}

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
