const swc = (tsx) => [
  "@swc/jest",
  {
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript", tsx },
      transform: { react: { runtime: "automatic" } },
    },
    module: { type: "commonjs" },
  },
];

/** Packages published as ES modules only; Jest runs CommonJS, so they are transformed too. */
const esmOnly = (...names) => [`/node_modules/(?!(${names.join("|")})/)`];

/**
 * Jest runs tests in a sandbox of Node, where to look up a global takes long: once for a byte of a CSV file, or for every
 * column of every table. These come as arguments, but for those that tests replace and that packages call their own.
 */
const quickGlobals = [
  ...["Array", "Boolean", "Error", "JSON", "Map", "Math", "Number", "Object", "Promise", "Reflect", "RegExp"],
  ...["Set", "String", "Symbol", "Uint8Array", "WeakMap", "WeakSet"],
];

/** Of a module that Jest's own reading of this file cannot import. */
const fluentBundle = async () => (await import("./tests/support/fluent-bundle.mjs")).fluentBundle();

/** @returns {Promise<import("jest").Config>} */
module.exports = async () => ({
  testTimeout: 60_000,
  // Left alone, Jest keeps one core free, which on two cores means one file after the other.
  maxWorkers: "100%",
  // What a file leaves in its worker slows down the collection of garbage of all that follow; a new one compiles anew.
  workerIdleMemoryLimit: "1000MB",
  testSequencer: "<rootDir>/tests/support/long-first.js",
  reporters: ["default", "<rootDir>/tests/support/summary-reporter.js"],
  projects: [
    {
      displayName: "server",
      sandboxInjectedGlobals: quickGlobals,
      globalSetup: "<rootDir>/tests/support/begin-run.js",
      globalTeardown: "<rootDir>/tests/support/end-run.js",
      testEnvironment: "<rootDir>/tests/support/quick-node.js",
      testMatch: ["<rootDir>/tests/**/*.test.ts"],
      testPathIgnorePatterns: ["<rootDir>/tests/tab/", "<rootDir>/dist/"],
      modulePathIgnorePatterns: ["<rootDir>/dist/"],
      transform: { "\\.[cm]?[jt]sx?$": swc(false) },
      transformIgnorePatterns: esmOnly("jose", "uuid", "sql-template-tag", "strip-bom"),
    },
    {
      displayName: "tab",
      sandboxInjectedGlobals: quickGlobals,
      testEnvironment: "<rootDir>/tests/support/quick-jsdom.js",
      testMatch: ["<rootDir>/tests/tab/**/*.test.ts", "<rootDir>/tests/tab/**/*.test.tsx"],
      modulePathIgnorePatterns: ["<rootDir>/dist/"],
      setupFiles: ["<rootDir>/tests/tab/setup.ts"],
      transform: { "\\.[cm]?[jt]sx?$": swc(true) },
      transformIgnorePatterns: esmOnly("d3-[^/]+", "internmap", "delaunator", "robust-predicates"),
      moduleNameMapper: {
        "\\.css$": "<rootDir>/tests/tab/empty-css.ts",
        "^@fluentui/react-components$": await fluentBundle(),
        "^@fluentui/react-icons$": "<rootDir>/tests/tab/drawn-icons.js",
      },
    },
  ],
});
