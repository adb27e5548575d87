import { runBuilt } from "./run-built.mjs";

/** `npm run verify-audit -- [--env production] [--expect 1234:<hash>]`: 0 intact, 1 broken, 2 could not look. */
runBuilt("verify-audit", 2);
