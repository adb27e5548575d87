import { join } from "node:path";
import { parseEnvironment } from "../src/platform/environment";
import { readSettings } from "../src/platform/environment-file";
import { runSeed } from "./seed/run-seed";
import { readOptions, SeedOptionError, usage } from "./seed/seed-options";

/** `npm run seed`, and what `npm start` runs with `--if-empty`; the working directory is the project's. */
async function seed(): Promise<void> {
  const options = readOptions(process.argv.slice(2), new Date());
  const settings = readSettings(join(process.cwd(), "env"), "local", process.env);
  await runSeed(parseEnvironment(settings).DATABASE_URL, options, process.stdout);
}

seed().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  if (fault instanceof SeedOptionError) process.stderr.write(`${usage}\n`);
  process.exitCode = 1;
});
