import { ensureBuilt, ensureInstalled, runTests } from "./prepare.mjs";

/** Every test: `npm test -- tests/domain` runs a part. */
try {
  await ensureInstalled();
  await ensureBuilt();
  await runTests(process.argv.slice(2));
} catch (fault) {
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
}
