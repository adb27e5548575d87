import type { IncomingMessage } from "node:http";
import { finished } from "node:stream";

/** What is thrown away of an oversized body before the line is cut; a polite client reads our answer by then. */
const patienceBytes = 64 * 1024 * 1024;
/** Who says that more is to come and sends nothing for so long is not waited for; of a body that drips, see http-server. */
const longestSilenceMs = 20_000;

/** The sender stopped in the middle of a body; whether for good cannot be told. */
export class SilentSender extends Error {}

/** The sender hung up in the middle of a body; there is nobody to answer. */
export class SenderGone extends Error {}

/**
 * The first `most` bytes of a body. The rest is taken off the line and dropped, so that memory stays flat and the
 * sender, who reads no answer while sending, still gets one.
 * @throws SilentSender, SenderGone
 */
export function readUpTo(
  request: IncomingMessage,
  most: number,
  silenceMs: number = longestSilenceMs,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let [kept, seen] = [0, 0];
  return new Promise((resolve, reject) => {
    const silence = setTimeout(() => end(new SilentSender("the body stopped coming")), silenceMs);
    const take = (piece: Buffer) => {
      silence.refresh();
      seen += piece.length;
      if (seen > patienceBytes) return end(null, true);
      if (kept >= most) return;
      const wanted = piece.subarray(0, most - kept);
      pieces.push(wanted);
      kept += wanted.length;
    };
    // Also when it has been broken off, or read, before anybody listened.
    const forget = finished(request, { writable: false }, (fault) =>
      end(fault ? new SenderGone("the sender hung up", { cause: fault }) : null),
    );
    const end = (fault: Error | null, cut = false) => {
      clearTimeout(silence);
      forget();
      request.off("data", take);
      if (fault === null) resolve(Buffer.concat(pieces, kept));
      else reject(fault);
      if (cut) request.destroy();
    };
    request.on("data", take);
  });
}
