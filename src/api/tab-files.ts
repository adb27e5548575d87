import { join } from "node:path";
import compression from "compression";
import express, { type ErrorRequestHandler, Router } from "express";
import helmet from "helmet";
import { Refusal } from "../domain/refusal";

/** Where Teams and Microsoft 365 frame the tab from. */
const hosts = [
  "'self'",
  "https://teams.microsoft.com",
  "https://*.teams.microsoft.com",
  "https://*.cloud.microsoft",
  "https://*.microsoft365.com",
  "https://*.office.com",
  "https://outlook.office.com",
  "https://outlook.office365.com",
];

/** Fluent inserts empty style elements and fills them through the DOM; this is the hash of nothing. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The built tab with its own policy. Hashed files never change; the page itself is asked for each time. */
export function tabFiles(folder: string, secure: boolean): Router {
  const router = Router();
  router.use(pageHeaders(secure), compression({ threshold: 1024 }));
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { ...whole, immutable: true, maxAge: "365d", fallthrough: false }),
  );
  router.use(express.static(folder, { ...whole, index: false, redirect: false, maxAge: 0 }));
  router.get("/{*page}", (_request, response) => {
    response.setHeader("Cache-Control", "no-cache");
    response.sendFile(join(folder, "index.html"), whole);
  });
  router.use(notGiven);
  return router;
}

/** Nothing here is large enough to be asked for in parts. */
const whole = { acceptRanges: false } as const;

/** What the reader of files does not give out is the asker's mistake, not a fault: a file of an earlier build, a wrong path. */
const notGiven: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : null;
  const isMissing = request.path.startsWith("/assets") && (status === 404 || status === 403);
  if (!isMissing && status !== 400 && status !== 412) return next(error);
  response.setHeader("Cache-Control", "no-store");
  next(isMissing ? new Refusal("not-found", "not-found") : new Refusal("invalid", "request-invalid"));
};

function pageHeaders(secure: boolean) {
  return helmet({
    frameguard: false,
    hsts: secure,
    crossOriginOpenerPolicy: false,
    crossOriginEmbedderPolicy: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'", emptyStyle],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'", "https://res.cdn.office.net"],
        "frame-ancestors": hosts,
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "object-src": ["'none'"],
      },
    },
  });
}
