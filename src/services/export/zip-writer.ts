import { pipeline, Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

export interface ZipEntry {
  readonly path: string;
  readonly content: AsyncIterable<string>;
}

interface Measured {
  readonly path: Buffer;
  readonly offset: number;
  crc: number;
  size: number;
  packed: number;
}

/** Names in UTF-8; checksum and sizes behind the content, because nobody knows them before. */
const flags = 0x0808;
const deflated = 8;
/** 1 January 1980: the format must have a date, and a real one would tell nothing. */
const date = 0x0021;

/** A zip archive, packed as its entries are made (PKWARE APPNOTE 6.3, without ZIP64: an archive under 4 GB). */
export async function* zipOf(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const written: Measured[] = [];
  let offset = 0;
  for (const { path, content } of entries) {
    const entry: Measured = { path: Buffer.from(path), offset, crc: 0, size: 0, packed: 0 };
    const pieces = [localHeader(entry)];
    for await (const piece of packed(content, entry)) {
      entry.packed += piece.length;
      yield* pieces.splice(0);
      yield piece;
    }
    const last = descriptor(entry);
    yield* [...pieces, last];
    offset += 30 + entry.path.length + entry.packed + last.length;
    written.push(entry);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield Buffer.concat([directory, endOf(written.length, directory.length, offset)]);
}

function packed(content: AsyncIterable<string>, entry: Measured): AsyncIterable<Buffer> {
  async function* measured() {
    for await (const text of content) {
      const bytes = Buffer.from(text);
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      yield bytes;
    }
  }
  const deflate = createDeflateRaw();
  // A fault on the way in destroys the packer with it, and so ends the reading of it.
  pipeline(Readable.from(measured()), deflate, () => {});
  return deflate;
}

function localHeader({ path }: Measured): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(deflated, 8);
  header.writeUInt16LE(date, 12);
  header.writeUInt16LE(path.length, 26);
  return Buffer.concat([header, path]);
}

function descriptor({ crc, size, packed: packedSize }: Measured): Buffer {
  const end = Buffer.alloc(16);
  end.writeUInt32LE(0x08074b50, 0);
  end.writeUInt32LE(crc, 4);
  end.writeUInt32LE(packedSize, 8);
  end.writeUInt32LE(size, 12);
  return end;
}

function directoryEntry({ path, offset, crc, size, packed: packedSize }: Measured): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(deflated, 10);
  entry.writeUInt16LE(date, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packedSize, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(path.length, 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, path]);
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
