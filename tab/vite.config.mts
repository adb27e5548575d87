import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const server = "http://127.0.0.1:3978";

/** The tab reads answers by contract and never writes JSON Schema; leaving zod's writer out saves 5 KiB. */
const withoutSchemaWriter: Plugin = {
  name: "without-schema-writer",
  enforce: "pre",
  load(id) {
    if (!/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/.test(id)) return null;
    return this.fs.readFile(id, { encoding: "utf8" }).then((source) => {
      const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
      return names.map((name) => `export const ${name} = () => () => undefined;`).join("\n");
    });
  },
};

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/tab/",
  plugins: [react(), withoutSchemaWriter],
  build: {
    outDir: "../dist/tab",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { host: "127.0.0.1", proxy: { "/api": server, "/local": server } },
});
