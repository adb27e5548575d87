import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the stand-in spoils the next calls. */
export type ConnectorFault =
  | { readonly kind: "status"; readonly status: number; readonly code?: string; readonly retryAfter?: string }
  /** Answers as it should, after a while. */
  | { readonly kind: "slow"; readonly ms: number }
  /** Takes the request and never answers. */
  | { readonly kind: "hang" }
  /** Takes the request and drops the connection. */
  | { readonly kind: "reset" }
  /** Sends the caller elsewhere. */
  | { readonly kind: "redirect"; readonly to: string };

export interface ReceivedCall {
  readonly method: string;
  /** As it came, still encoded. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly activity: Record<string, unknown>;
}

/** A real server on loopback that takes what a Bot Connector takes. */
export interface BotConnector {
  readonly serviceUrl: string;
  readonly calls: readonly ReceivedCall[];
  /** Spoils every call until it is set to null. */
  fault: ConnectorFault | null;
  close(): Promise<void>;
}

export async function startBotConnector(): Promise<BotConnector> {
  const calls: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    void receive(request).then((call) => {
      calls.push(call);
      answer(connector.fault, request, response, calls.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const connector: BotConnector = {
    serviceUrl: `http://127.0.0.1:${port}/teams/`,
    calls,
    fault: null,
    close: () => close(server),
  };
  return connector;
}

async function receive(request: IncomingMessage): Promise<ReceivedCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  return {
    method: request.method ?? "",
    path: request.url ?? "",
    authorization: request.headers.authorization,
    activity: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}

function answer(
  fault: ConnectorFault | null,
  request: IncomingMessage,
  response: ServerResponse,
  count: number,
): void {
  response.setHeader("content-type", "application/json");
  switch (fault?.kind) {
    case undefined:
      response.statusCode = request.method === "PUT" ? 200 : 201;
      response.end(JSON.stringify({ id: `activity-${count}` }));
      return;
    case "status":
      response.statusCode = fault.status;
      if (fault.retryAfter !== undefined) response.setHeader("retry-after", fault.retryAfter);
      response.end(JSON.stringify({ error: { code: fault.code ?? "Error", message: "spoilt" } }));
      return;
    case "redirect":
      response.writeHead(307, { location: fault.to }).end();
      return;
    case "reset":
      request.socket.destroy();
      return;
    case "slow":
      setTimeout(() => answer(null, request, response, count), fault.ms);
      return;
    case "hang":
      return;
  }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
