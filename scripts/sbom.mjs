import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, say } from "./prepare.mjs";

/** `npm run sbom [-- file]`: what the product is made of, as CycloneDX, from the lockfile alone; needs no network. */
const target = join(root, process.argv[2] ?? "dist/sbom.cdx.json");
const npm = process.env.npm_execpath;
const args = ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--package-lock-only"];
const options = { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 };
const made = npm
  ? spawnSync(process.execPath, [npm, ...args], options)
  : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
if (made.status !== 0) {
  process.stderr.write(made.stderr || `${made.error?.message}\n`);
  process.exit(1);
}
const { components } = JSON.parse(made.stdout);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, made.stdout);
say(`${target}: ${components.length} components`);
