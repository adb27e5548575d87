import { join } from "node:path";
import compression from "compression";
import express, { Router } from "express";
import helmet from "helmet";

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
    express.static(join(folder, "assets"), { immutable: true, maxAge: "365d", fallthrough: false }),
  );
  router.use(express.static(folder, { index: false, redirect: false, maxAge: 0 }));
  router.get("/{*page}", (_request, response) => {
    response.setHeader("Cache-Control", "no-cache");
    response.sendFile(join(folder, "index.html"));
  });
  return router;
}

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
