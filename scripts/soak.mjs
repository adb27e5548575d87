import { ensureBuilt, ensureInstalled, root, run } from "./prepare.mjs";

/** The long runs at full size: `npm run soak -- --only kills`. `npm test` holds a smaller sample of each. */
try {
  await ensureInstalled();
  await ensureBuilt();
  await run(process.execPath, ["--import", "tsx", "soak/soak.ts", ...process.argv.slice(2)], { cwd: root });
} catch (fault) {
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
}
