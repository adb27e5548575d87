import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import { Refusal } from "../domain/refusal";
import type { Log } from "../platform/log";
import { answerHeaders } from "./answer-headers";
import { errorResponse } from "./error-response";
import { type DispatchOptions, dispatch, type Route } from "./handle";
import { openApiDocument } from "./openapi";
import { requestId } from "./request-id";

export interface WebParts extends DispatchOptions {
  readonly routes: readonly Route[];
  readonly bot: RequestHandler;
  readonly health: RequestHandler;
  readonly tab: RequestHandler;
  /** Where people are sent to consent; absent in local mode. */
  readonly consent?: RequestHandler;
  readonly log: Log;
  readonly publicUrl: string;
  /** HSTS and the like make sense over https only. */
  readonly secure: boolean;
}

/** The Express app: every door to the web and nothing else. */
export function createApp(parts: WebParts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("query parser", "simple");
  app.use(requestId(parts.log));
  // Before the tab, which puts a policy of its own over these.
  app.use(headers(parts.secure));
  // First of all the doors, because most comes through it.
  app.use(dispatch(parts.routes, parts));
  app.get("/api/openapi.json", compression({ threshold: 1024 }), openApi(parts));
  if (parts.consent) app.get("/tab/consent", parts.consent);
  app.use("/tab", withoutStore, parts.tab);
  app.use(parts.health);
  app.get("/", (_request, response) => response.redirect("/tab/"));
  app.use(parts.bot);
  app.use(() => {
    throw new Refusal("not-found", "not-found");
  });
  app.use(errorResponse(parts.translate, parts.log));
  return app;
}

/** Written when it is first asked for: that takes longer than all the rest of a start. */
function openApi({ routes, publicUrl }: WebParts): RequestHandler {
  let document: string | null = null;
  return (_request, response) => {
    document ??= JSON.stringify(
      openApiDocument(
        routes.map(({ endpoint }) => endpoint),
        publicUrl,
      ),
    );
    response.setHeader("Content-Type", "application/json; charset=utf-8");
    response.end(document);
  };
}

/** The tab's files say themselves how long they keep. */
const withoutStore: RequestHandler = (_request, response, next) => {
  response.removeHeader("Cache-Control");
  next();
};

function headers(secure: boolean): RequestHandler {
  const always = answerHeaders(secure);
  return (request, response, next) => {
    for (const [name, value] of always) response.setHeader(name, value);
    // Node would refuse it by itself, and say nothing.
    if (request.headers.host === undefined && request.httpVersion === "1.1") {
      throw new Refusal("invalid", "request-unreadable");
    }
    next();
  };
}
