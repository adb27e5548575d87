import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleFiles } from "./example-files";

/** Writes docs/examples anew: `node --import tsx scripts/seed/write-examples.ts`, after a change to the council. */
for (const { name, text } of exampleFiles()) writeFileSync(join("docs", "examples", name), text);
