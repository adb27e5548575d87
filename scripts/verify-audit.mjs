import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./prepare.mjs";

/** `npm run verify-audit -- [--env production] [--expect 1234:<hash>]`: 0 intact, 1 broken, 2 could not look. */
const script = join(root, "dist/server/scripts/verify-audit.js");
if (!existsSync(script)) {
  process.stderr.write("Toolroll is not built yet. Run: npm ci && npm run build\n");
  process.exit(2);
}
const args = [script, ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status ?? 2);
