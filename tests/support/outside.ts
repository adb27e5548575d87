import { once } from "node:events";
import { type RequestListener, request } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { selfSigned } from "./certificate";
import { keyPair } from "./token-maker";

/** The rest of the world as a browser of the tests sees it: one server of ours under every name that is not loopback's. */
export interface Outside {
  /** What leads a Chromium to it. */
  readonly flags: readonly string[];
  /** Lets something stand at all addresses that begin so, in place of what stood there. */
  put(start: string, answer: RequestListener): void;
  /** Whether anything stands there; whoever asks elsewhere is told that there is nothing. */
  has(address: string): boolean;
  close(): void;
}

/** TeamsJS asks Microsoft's CDN which hosts are genuine. */
const genuineHosts = "https://res.cdn.office.net/teams-js/validDomains/json/validDomains.json";

/**
 * Really served, and not intercepted: a browser of which one request is intercepted asks about all of them, keeps
 * nothing that it was sent, and takes three times as long to open the tab.
 */
export async function startOutside(): Promise<Outside> {
  const pair = keyPair("outside");
  const key = pair.privateKey.export({ type: "pkcs8", format: "pem" });
  const standing = new Map<string, RequestListener>();
  const at = (address: string) => [...standing].find(([start]) => address.startsWith(start))?.[1];
  const server = createServer({ key, cert: selfSigned(pair) }, (request, response) => {
    const answer = at(`https://${request.headers.host}${request.url}`);
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const outside: Outside = {
    flags: [`--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1, EXCLUDE localhost`],
    put: (start, answer) => void standing.set(start, answer),
    has: (address) => at(address) !== undefined,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  outside.put(genuineHosts, (_, response) => {
    const headers = { "content-type": "application/json", "access-control-allow-origin": "*" };
    response.writeHead(200, headers).end(JSON.stringify({ validOrigins: ["teams.microsoft.com"] }));
  });
  return outside;
}

/** A page as it stands in the answers of `put`. */
export function html(text: string): RequestListener {
  return (_, response) => void response.writeHead(200, { "content-type": "text/html" }).end(text);
}

/** A server of ours under a name of its own, as behind a proxy. */
export function passedOnTo(url: string): RequestListener {
  return (asked, response) => {
    const { method, headers } = asked;
    const onward = request(url + asked.url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    asked.pipe(onward);
  };
}
