import { runBuilt } from "./run-built.mjs";

/** `npm run backup -- --to <empty folder> [--env production]`: beside a server that is up. */
runBuilt("backup", 1);
