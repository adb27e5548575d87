import type { IncomingMessage } from "node:http";

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
