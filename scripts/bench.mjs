import { ensureBuilt, ensureInstalled, root, run } from "./prepare.mjs";

/** The built server against the limit of its database and of Node: `npm run bench -- --rows 10000 --only page`. */
try {
  await ensureInstalled();
  await ensureBuilt();
  await run(process.execPath, ["--import", "tsx", "bench/bench.ts", ...process.argv.slice(2)], { cwd: root });
} catch (fault) {
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
}
