import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Response } from "express";

/** An answer that is a file: sent piece by piece, no faster than it is taken, so that memory stays flat. */
export class FileAnswer {
  /** @param mediaType with its character set */
  constructor(
    readonly mediaType: string,
    readonly fileName: string,
    readonly content: Iterable<string> | AsyncIterable<string | Uint8Array>,
  ) {}
}

/** Without a name for a browser to guess a type by, and never shown inside the product's own origin. */
export async function sendFile(response: Response, file: FileAnswer): Promise<void> {
  response.setHeader("Content-Type", file.mediaType);
  response.setHeader("Content-Disposition", `attachment; filename="${file.fileName}"`);
  try {
    await pipeline(Readable.from(file.content), response);
  } catch (fault) {
    // Who hangs up ends the making of the file, and that is no fault.
    const code = fault instanceof Error && "code" in fault ? fault.code : null;
    if (code !== "ERR_STREAM_PREMATURE_CLOSE") throw fault;
  }
}
