import { ensureBuilt, ensureInstalled, runTool, say } from "./prepare.mjs";

/** Types, lint, format and house rules, then every test. */
try {
  await ensureInstalled();
  say("Types ...");
  await runTool("typescript/bin/tsc", ["-b"]);
  say("Lint and format ...");
  await runTool("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", "."]);
  await ensureBuilt();
  say("Tests ...");
  await runTool("jest/bin/jest.js", process.argv.slice(2));
} catch (fault) {
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
}
