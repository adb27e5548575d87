import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Takes messages and remembers them. */
export interface CountingServer {
  readonly address: string;
  /** How often each delivery arrived. */
  readonly received: ReadonlyMap<string, number>;
  /** When, in milliseconds. */
  readonly times: readonly number[];
  close(): void;
}

export async function startCountingServer(): Promise<CountingServer> {
  const received = new Map<string, number>();
  const times: number[] = [];
  const server = createServer((request, response) => {
    const id = request.url?.slice(1) ?? "";
    received.set(id, (received.get(id) ?? 0) + 1);
    times.push(performance.now());
    response.end(`activity-${id}`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, received, times, close: () => void server.close() };
}
