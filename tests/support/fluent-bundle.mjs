/**
 * Fluent as one file for the tests of the tab. Jest reads every module anew for every test file, and Fluent is two
 * thousand of them: two seconds each time, which are a quarter of one as one file. It is made once for a lockfile.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const packages = join(root, "node_modules");

/** What others than Fluent read too stays outside, because there must be one of it: React, the styles, the icons. */
const shared = /^(react|react-dom|scheduler|tslib|@swc\/helpers|@griffel\/\w+|@fluentui\/react-icons)(\/|$)/;

/** Where the file lies; made when it is not there. */
export async function fluentBundle() {
  const maker = fileURLToPath(import.meta.url);
  const hash = createHash("sha256");
  for (const file of [join(root, "package-lock.json"), maker]) hash.update(readFileSync(file));
  const home = join(packages, ".cache", `toolroll-fluent-${hash.digest("hex").slice(0, 16)}`);
  const file = join(home, "fluent.cjs");
  if (!existsSync(file)) await make(home);
  return file;
}

async function make(home) {
  // A name of our own keeps two runs that start at once from one half-written file.
  const mine = `${home}.${process.pid}`;
  mkdirSync(mine, { recursive: true });
  const { build } = await import("vite");
  await build({
    root: mine,
    configFile: false,
    logLevel: "error",
    build: {
      outDir: mine,
      emptyOutDir: false,
      minify: false,
      target: "es2022",
      lib: {
        entry: join(packages, "@fluentui", "react-components", "lib", "index.js"),
        formats: ["cjs"],
        fileName: () => "fluent.cjs",
      },
      rolldownOptions: { external: shared },
    },
  });
  try {
    renameSync(mine, home);
  } catch (error) {
    rmSync(mine, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}
