import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** `npm run seed -- --people 20000 --devices 25000 --seed 1` */
const root = fileURLToPath(new URL("..", import.meta.url));
if (!existsSync(new URL("../node_modules/tsx", import.meta.url))) {
  process.stderr.write("Run npm ci first: the packages that write the database are not installed.\n");
  process.exit(1);
}
const args = ["--import", "tsx", "scripts/seed.ts", ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status ?? 1);
