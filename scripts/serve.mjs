import { runServer } from "./run-server.mjs";

/** Production start: serves what was built; nothing is installed, built, seeded or assumed. */
runServer("production");
