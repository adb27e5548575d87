import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How a stand-in of Microsoft's services misbehaves until it is told otherwise. */
export type StandInFault = "down" | "slow" | "error" | "garbage" | "empty" | "redirect";

export interface StandInAnswer {
  readonly status: number;
  readonly body: unknown;
  /** A page for people, in place of JSON. */
  readonly page?: string;
}

export interface StandInCall {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** A loopback server with real paths. */
export interface StandIn {
  readonly origin: string;
  readonly calls: StandInCall[];
  fault: StandInFault | null;
  /** How often something below this path was asked for. */
  asked(pathPart: string): number;
  close(): Promise<void>;
}

/** @param answer null for a path that the real service does not have either */
export async function startStandIn(answer: (call: StandInCall) => StandInAnswer | null): Promise<StandIn> {
  const calls: StandInCall[] = [];
  const server = createServer((request, response) => {
    void read(request).then((call) => {
      calls.push(call);
      if (standIn.fault === null) return send(response, answer(call) ?? { status: 404, body: {} });
      misbehave(standIn.fault, request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const standIn: StandIn = {
    origin: `http://127.0.0.1:${port}`,
    calls,
    fault: null,
    asked: (pathPart) => calls.filter(({ path }) => path.includes(pathPart)).length,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return standIn;
}

async function read(request: IncomingMessage): Promise<StandInCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = "", url = "" } = request;
  return { method, path: url, body: Buffer.concat(chunks).toString("utf8") };
}

function send(response: ServerResponse, { status, body, page }: StandInAnswer): void {
  response.writeHead(status, { "content-type": page === undefined ? "application/json" : "text/html" });
  response.end(page ?? JSON.stringify(body));
}

function misbehave(fault: StandInFault, request: IncomingMessage, response: ServerResponse): void {
  switch (fault) {
    case "down":
      request.socket.destroy();
      return;
    case "slow":
      return;
    case "error":
      response.writeHead(503).end("<html>Service Unavailable</html>");
      return;
    case "garbage":
      response.writeHead(200, { "content-type": "application/json" }).end('{"keys": [{"kty": "RSA", ');
      return;
    case "empty":
      send(response, { status: 200, body: { keys: [] } });
      return;
    case "redirect":
      response.writeHead(302, { location: "http://127.0.0.1:9/keys" }).end();
      return;
  }
}
