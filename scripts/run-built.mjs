import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./prepare.mjs";

/** Runs a script of the built server with what was typed behind it; ends with its exit code, or with `unable`. */
export function runBuilt(name, unable) {
  const script = join(root, "dist/server/scripts", `${name}.js`);
  if (!existsSync(script)) {
    process.stderr.write("Toolroll is not built yet. Run: npm ci && npm run build\n");
    process.exit(unable);
  }
  const args = [script, ...process.argv.slice(2)];
  process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status ?? unable);
}
