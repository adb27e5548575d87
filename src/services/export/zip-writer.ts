import { setImmediate as nextTurn } from "node:timers/promises";
import { Zip, ZipDeflate } from "fflate";

export interface ZipEntry {
  readonly path: string;
  readonly content: AsyncIterable<string>;
}

/** 1 January 1980: the format must have a date, and a real one would tell nothing. */
const noDate = new Date(1980, 0, 1);
/** Packed without a pause; other requests run in between. */
const chunk = 64 * 1024;

/** A zip archive, packed as its entries are made. */
export async function* zipOf(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const ready: Buffer[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error) fault = error;
    else ready.push(Buffer.from(piece));
  });
  for (const { path, content } of entries) {
    const file = new ZipDeflate(path);
    file.mtime = noDate;
    zip.add(file);
    for await (const text of content) {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; at += chunk) {
        file.push(bytes.subarray(at, at + chunk));
        yield* ready.splice(0);
        await nextTurn();
      }
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
  if (fault !== null) throw fault;
}
