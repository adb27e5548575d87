import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerGet, linkTo, problem } from "./graph-answers";
import { type GraphFault, GraphFaults } from "./graph-faults";
import { type GraphAnswer, GraphTenant } from "./graph-tenant";
import { answerMe } from "./own-profile";

export interface GraphCall {
  readonly method: string;
  /** Path and query, decoded. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly inBatch: boolean;
  status: number;
}

/** Microsoft Graph for one made-up council, on loopback, at the real paths. */
export interface GraphServer {
  readonly origin: string;
  readonly tenant: GraphTenant;
  readonly faults: GraphFaults;
  /** Every call, also those inside batches. */
  readonly calls: GraphCall[];
  /** How many calls had this in path or query. */
  asked(part: string): number;
  close(): Promise<void>;
}

/** @param people how many the council has, or who they are */
export async function startGraph(people: ConstructorParameters<typeof GraphTenant>[0]): Promise<GraphServer> {
  const tenant = new GraphTenant(people);
  const faults = new GraphFaults();
  const calls: GraphCall[] = [];
  const refused = new Set<string>();
  const http = createServer((request, response) => {
    void receive(request).then((body) => {
      const world = { tenant, faults, calls, refused, origin: graph.origin };
      respond(world, { request, response, body });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  const graph: GraphServer = {
    origin: `http://127.0.0.1:${port}`,
    tenant,
    faults,
    calls,
    asked: (part) => calls.filter(({ path }) => path.includes(part)).length,
    close: () => {
      http.closeAllConnections();
      return new Promise((resolve) => http.close(() => resolve()));
    },
  };
  return graph;
}

interface World extends Pick<GraphServer, "origin" | "tenant" | "faults" | "calls"> {
  readonly refused: Set<string>;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: string;
}

async function receive(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function respond(world: World, { request, response, body }: Exchange): void {
  const { method = "", headers } = request;
  const url = new URL(request.url ?? "", world.origin);
  const call: GraphCall = {
    method,
    path: decodeURIComponent(url.pathname + url.search),
    authorization: headers.authorization,
    inBatch: false,
    status: 0,
  };
  world.calls.push(call);
  const fault = world.faults.take(call.path);
  if (fault?.kind === "reset") {
    request.socket.destroy();
    return;
  }
  const own = method === "GET" ? answerMe(world.tenant, url, headers.authorization) : null;
  const answer =
    authorised(world, call, fault) ?? spoilt(world, url, fault, own ?? healthy(world, method, url, body));
  call.status = answer.status;
  send(response, answer, fault?.kind === "truncated");
}

/** Downloads of reports need no token, and should not be given one. */
function authorised({ refused }: World, { path, authorization }: GraphCall, fault: GraphFault | null) {
  if (path.startsWith("/reports/download")) return null;
  if (fault?.kind === "token-expired" && authorization !== undefined) refused.add(authorization);
  const known =
    authorization !== undefined && /^Bearer \S+$/.test(authorization) && !refused.has(authorization);
  return known ? null : problem(401, "InvalidAuthenticationToken");
}

function healthy(world: World, method: string, url: URL, body: string): GraphAnswer {
  if (method === "POST" && url.pathname === "/v1.0/$batch") return batch(world, body);
  const answer = method === "GET" ? answerGet(world.tenant, url) : null;
  return answer ?? problem(404, "Request_ResourceNotFound");
}

interface BatchRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
}

/** Answers out of order, as the real one does. */
function batch(world: World, body: string): GraphAnswer {
  const { requests } = JSON.parse(body) as { requests: readonly BatchRequest[] };
  if (requests.length > 20) return problem(400, "BadRequest");
  const responses = requests.map(({ id, method, url: path }) => {
    const url = new URL(`/v1.0${path}`, world.origin);
    const call = {
      method,
      path: decodeURIComponent(url.pathname + url.search),
      authorization: undefined,
      inBatch: true,
    };
    const answer = spoilt(world, url, world.faults.take(call.path), healthy(world, method, url, ""));
    world.calls.push({ ...call, status: answer.status });
    return { id, ...answer };
  });
  return { status: 200, body: { responses: responses.reverse() } };
}

function spoilt(world: World, url: URL, fault: GraphFault | null, good: GraphAnswer): GraphAnswer {
  const skip = Number(url.searchParams.get("$skiptoken") ?? 0);
  const again = Number(url.searchParams.get("again") ?? 0) + 1;
  const value = (good.body as { value?: readonly unknown[] }).value ?? [];
  const withLink = (items: readonly unknown[], link: string): GraphAnswer => ({
    status: 200,
    body: { value: items, "@odata.nextLink": link },
  });
  switch (fault?.kind) {
    case "throttled": {
      const headers = fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter };
      return problem(429, "TooManyRequests", headers);
    }
    case "failing":
      return problem(fault.status, fault.code ?? "serviceNotAvailable");
    case "html":
      return {
        status: fault.status,
        headers: { "content-type": "text/html" },
        body: "<html>Bad gateway</html>",
      };
    case "place-lost":
      return problem(fault.status, fault.status === 410 ? "resyncRequired" : "Directory_ExpiredPageToken");
    case "empty-page":
      return withLink([], linkTo(world.tenant, url, skip, again));
    case "repeated-page":
      return withLink(value, linkTo(world.tenant, url, skip, again));
    case "circle":
      return withLink(value, linkTo(world.tenant, url, skip, again - 1));
    case "foreign-link":
      return withLink(value, fault.link);
    default:
      return good;
  }
}

function send(response: ServerResponse, { status, headers, body }: GraphAnswer, cut: boolean): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const type = typeof body === "string" ? "application/octet-stream" : "application/json";
  const bytes = Buffer.from(text);
  response.writeHead(status, { "content-type": type, "content-length": bytes.length, ...headers });
  if (!cut) {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}
