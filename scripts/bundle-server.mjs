import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "vite";
import { root } from "./prepare.mjs";

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

/** What is started by its path; the soak's processes run what is built too. */
function programs() {
  const children = readdirSync(join(root, "soak", "children")).filter((file) => file.endsWith("-child.ts"));
  const scripts = ["seed", "backup", "restore", "verify-audit"].map((name) => `scripts/${name}.ts`);
  const files = ["src/main.ts", ...scripts, ...children.map((file) => `soak/children/${file}`)];
  return Object.fromEntries(files.map((file) => [file.slice(0, -".ts".length), file]));
}

/** Each beside the file that starts it, where `startThread` looks for it. */
function threads() {
  const files = readdirSync(join(root, "src"), { recursive: true }).filter((file) =>
    file.endsWith("-worker.ts"),
  );
  return Object.fromEntries(files.map((file) => [`src/${basename(file, ".ts")}`, join("src", file)]));
}

/** Our own modules are strict, as all that import are; some of the packages were never written for it. */
function strictOurs({ name }) {
  return ofPackages.some((group) => group.name === name) ? "" : '"use strict";';
}

/** One letter beyond Latin-1 has V8 keep the whole file with two bytes a letter: six megabytes, once for all files. */
const inAscii = {
  name: "in-ascii",
  renderChunk: (code) => ({
    code: code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
    map: null,
  }),
};

/** Makes `dist/server`: a few files in place of two thousand, which took most of a start to find and read. */
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
    emptyOutDir: true,
    target: "node20",
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { ...programs(), ...threads() },
      preserveEntrySignatures: "strict",
      output: {
        format: "cjs",
        banner: strictOurs,
        entryFileNames: "[name].js",
        chunkFileNames: "src/[name].js",
        codeSplitting: { groups: ofPackages },
        comments: false,
        // Migrations are known by the names of their classes.
        keepNames: true,
      },
    },
  },
});
