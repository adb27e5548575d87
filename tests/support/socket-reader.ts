import { randomBytes } from "node:crypto";
import { request } from "node:http";
import type { Duplex } from "node:stream";

export interface SocketReader {
  close(): void;
}

/** Listens to a WebSocket (RFC 6455) that only ever sends text; Node 20 has no client of its own. */
export function readSocket(
  port: number,
  path: string,
  onText: (text: string) => void,
): Promise<SocketReader> {
  return new Promise((resolve, reject) => {
    const headers = {
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": randomBytes(16).toString("base64"),
    };
    const asked = request({ host: "127.0.0.1", port, path, headers });
    asked.on("error", reject);
    asked.on("response", (response) => reject(new Error(`No WebSocket at ${path}: ${response.statusCode}`)));
    asked.on("upgrade", (_response, socket: Duplex, head: Buffer) => {
      const take = frames(onText);
      take(head);
      socket.on("data", take);
      socket.on("error", () => socket.destroy());
      resolve({ close: () => socket.destroy() });
    });
    asked.end();
  });
}

const finalBit = 0x80;
const textOpcode = 1;
const continuationOpcode = 0;

/** Cuts a stream of unmasked server frames into texts. */
function frames(onText: (text: string) => void): (chunk: Buffer) => void {
  let waiting: Buffer = Buffer.alloc(0);
  let begun: Buffer[] = [];
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (let frame = nextFrame(waiting); frame !== null; frame = nextFrame(waiting)) {
      waiting = waiting.subarray(frame.end);
      const opcode = frame.first & 0x0f;
      if (opcode !== textOpcode && opcode !== continuationOpcode) continue;
      begun.push(frame.payload);
      if ((frame.first & finalBit) === 0) continue;
      onText(Buffer.concat(begun).toString("utf8"));
      begun = [];
    }
  };
}

function nextFrame(bytes: Buffer): { first: number; payload: Buffer; end: number } | null {
  if (bytes.length < 2) return null;
  const short = bytes.readUInt8(1) & 0x7f;
  const start = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < start) return null;
  const length =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (bytes.length < start + length) return null;
  return { first: bytes.readUInt8(0), payload: bytes.subarray(start, start + length), end: start + length };
}
