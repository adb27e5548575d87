import { type Logger, pino } from "pino";

export type Log = Logger;

/** JSON lines on standard output; secrets are cut out by path, and callers log ids, never names or answers. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: {
      paths: ["req.headers.authorization", "*.token", "*.secret", "*.password", "clientSecret"],
      censor: "[redacted]",
    },
  });
}
