import { ensureBuilt, ensureInstalled, runTests, runTool, say } from "./prepare.mjs";

/** Types, lint, format and house rules, then every test. */
try {
  await ensureInstalled();
  say("Types ...");
  await runTool("typescript/bin/tsc", ["-b"]);
  say("Lint and format ...");
  await runTool("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", "."]);
  await ensureBuilt();
  say("Tests ...");
  await runTests(process.argv.slice(2));
} catch (fault) {
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
}
