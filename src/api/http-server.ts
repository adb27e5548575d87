import { createServer, IncomingMessage, type Server, ServerResponse } from "node:http";
import type { Express } from "express";

/** In milliseconds. */
interface Patience {
  /** Until the headers are all there. */
  readonly headersTimeout: number;
  /** Until the whole request is there, body and all. */
  readonly requestTimeout: number;
  /** How long a connection waits for its next request. */
  readonly keepAliveTimeout: number;
  /** How often connections are looked at. */
  readonly connectionsCheckingInterval: number;
}

/**
 * A sender that drips is cut off: 5 MB come in two minutes over any line that Teams works on. A connection stays open
 * longer than the minute after which proxies let go of it, so that none of them sends a request into one just closed.
 */
const usualPatience: Patience = {
  headersTimeout: 20_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 10_000,
};

/**
 * A server whose requests and responses are Express's own kind from the start. Express otherwise gives each of them
 * another prototype when it comes, which makes the engine forget how they are laid out: less than half of the requests
 * a second were left.
 */
export function httpServer(app: Express, patience: Patience = usualPatience): Server {
  class ExpressRequest extends IncomingMessage {}
  class ExpressResponse extends ServerResponse {}
  Object.setPrototypeOf(ExpressRequest.prototype, app.request);
  Object.setPrototypeOf(ExpressResponse.prototype, app.response);
  Object.assign(app, { request: ExpressRequest.prototype, response: ExpressResponse.prototype });
  const server = createServer(
    // Without a host the app refuses it, and says why.
    {
      ...patience,
      requireHostHeader: false,
      IncomingMessage: ExpressRequest,
      ServerResponse: ExpressResponse,
    },
    app,
  );
  // What else a client expects than to be told to go on is not known here, and no reason to refuse it.
  server.on("checkExpectation", app);
  return server;
}
