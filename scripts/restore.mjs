import { runBuilt } from "./run-built.mjs";

/** `npm run restore -- --from <folder> [--env production]`: into an empty database, with no server on it. */
runBuilt("restore", 1);
