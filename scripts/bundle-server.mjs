import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "vite";
import { root } from "./prepare.mjs";

/* Makes `dist/server`: a few files in place of two thousand, which took most of a start to find and read. */

/** What holds native code, or is not needed before somebody connects it: it stays where it was installed. */
const leftOutside = [
  "better-sqlite3",
  "pg",
  "@azure/msal-node",
  "@microsoft/agents-activity",
  "@microsoft/agents-hosting",
  "@microsoft/microsoft-graph-client",
];

/** Files of other people's code. Each of a megabyte or two: what reading a larger one takes is never given back. */
const ofPackages = [
  { name: "typeorm", test: /[\\/]node_modules[\\/]typeorm[\\/]/ },
  { name: "packages", test: /[\\/]node_modules[\\/]/ },
];

/** Our own modules are strict, as all that import are; some of the packages were never written for it. */
function strictOurs({ name }) {
  return ofPackages.some((group) => group.name === name) ? "" : '"use strict";';
}

/** One letter beyond Latin-1 has V8 keep the whole file with two bytes a letter: six megabytes, once for all files. */
const inAscii = {
  name: "in-ascii",
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === "chunk") chunk.code = chunk.code.replace(/\\?[^\0-\x7f]|\\./g, inAsciiToo);
    }
  },
};

/** @param unit a letter, perhaps behind a backslash that it does not need; or any other pair with one, which stays */
function inAsciiToo(unit) {
  const code = unit.charCodeAt(unit.length - 1);
  return code < 0x80 ? unit : `\\u${code.toString(16).padStart(4, "0")}`;
}

/**
 * Bundles programs, each at its own path below `dist/server`, with what they share in `folder`, and there every thread
 * too: `startThread` looks beside the file that starts one.
 */
async function bundle(folder, programs, emptyOutDir) {
  const threads = filesOf("src", "-worker.ts").map((file) => [`${folder}/${basename(file, ".ts")}`, file]);
  await build({
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: "warn",
    plugins: [inAscii],
    ssr: { noExternal: true, external: leftOutside },
    build: {
      ssr: true,
      outDir: join(root, "dist", "server"),
      emptyOutDir,
      target: "node20",
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: {
          ...Object.fromEntries(programs.map((file) => [file.slice(0, -".ts".length), file])),
          ...Object.fromEntries(threads),
        },
        preserveEntrySignatures: "strict",
        output: {
          format: "cjs",
          banner: strictOurs,
          entryFileNames: "[name].js",
          chunkFileNames: `${folder}/[name].js`,
          codeSplitting: { groups: ofPackages },
          comments: false,
          // Migrations are known by the names of their classes.
          keepNames: true,
        },
      },
    },
  });
}

/** As paths below the root, written as on every system. */
function filesOf(folder, ending) {
  const files = readdirSync(join(root, folder), { recursive: true }).filter((file) => file.endsWith(ending));
  return files.map((file) => `${folder}/${file.replaceAll("\\", "/")}`);
}

const scripts = ["seed", "backup", "restore", "verify-audit"].map((name) => `scripts/${name}.ts`);
await bundle("src", ["src/main.ts", ...scripts], true);
// Apart, because what it shares with the server would be split off from that, into many files.
await bundle("soak", filesOf("soak/children", "-child.ts"), false);
