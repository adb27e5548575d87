import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { exceptions, mayImport, type RoomName, roomNames, roomOf } from "./support/house";
import { checkHouse } from "./support/house-check";
import { linterOverrides } from "./support/house-linter";

const root = join(__dirname, "..");

function sourceFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const folder of ["src", "bot", "tab", "tests", "scripts", "bench", "soak"]) {
    for (const path of typeScriptBelow(join(root, folder))) {
      files.set(relative(root, path).split(sep).join("/"), readFileSync(path, "utf8"));
    }
  }
  return files;
}

function typeScriptBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** A house of two files with one fault in it. */
function planted(file: string, text: string, others: Readonly<Record<string, string>> = {}): string[] {
  return checkHouse(new Map(Object.entries({ ...others, [file]: text })));
}

describe("the house", () => {
  const files = sourceFiles();

  it("keeps every rule in every file", () => {
    expect(checkHouse(files)).toEqual([]);
  });

  it("was looked at on every floor", () => {
    const seen = new Set([...files.keys()].map(roomOf));
    const floors: RoomName[] = ["domain", "platform", "contracts"];
    for (const room of floors) expect(seen).toContain(room);
    expect(files.size).toBeGreaterThan(40);
  });

  it("makes no exceptions", () => {
    expect(exceptions).toEqual([]);
  });

  it("never lets one door import another", () => {
    const doors: RoomName[] = ["api", "bot", "jobs"];
    const pairs = doors.flatMap((from) => doors.filter((to) => to !== from).map((to) => mayImport(from, to)));
    expect(pairs).not.toContain(true);
  });

  it("has stairs that only go down", () => {
    const climbs = (from: RoomName, to: RoomName): boolean =>
      roomNames.some((next) => next !== from && mayImport(from, next) && (next === to || climbs(next, to)));
    expect(roomNames.filter((room) => climbs(room, room))).toEqual([]);
  });

  it("holds the linter to the same table", () => {
    const config = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
    const restrictions = config.overrides.filter((override: object) =>
      JSON.stringify(override).includes("noRestrictedImports"),
    );
    expect(restrictions).toEqual(linterOverrides());
  });
});

describe("the checker of the house", () => {
  const store = { "src/database/stores/device-store.ts": "export const store = 1;" };

  it.each([
    ["a forbidden room", 'import { store } from "../database/stores/device-store";', store],
    ["a forbidden room by type", 'import type { store } from "../database/stores/device-store";', store],
    ["a forbidden room by re-export", 'export * from "../database/stores/device-store";', store],
    ["a forbidden room by import()", 'export const s = import("../database/stores/device-store");', store],
    ["a forbidden room by require", 'const s = require("../database/stores/device-store");', store],
    ["a forbidden room by import type", 'type S = import("../database/stores/device-store").S;', store],
    ["main", 'import { start } from "../main";', { "src/main.ts": "export const start = 1;" }],
    ["a file that is not there", 'import { a } from "./gone";', {}],
    ["a package", 'import { z } from "zod";', {}],
    ["a module of Node", 'import { join } from "node:path";', {}],
    ["the clock", "export const now = () => new Date();", {}],
    ["the clock in milliseconds", "export const now = () => Date.now();", {}],
    ["chance", "export const chance = () => Math.random();", {}],
    ["the environment", "export const port = process.env.PORT;", {}],
    ["any", "export const a = (b: any) => b;", {}],
    ["a cast to any", "export const a = 1 as any;", {}],
    ["a non-null assertion", "export const a = (b?: string) => b!.length;", {}],
    ["a default export", "export default 1;", {}],
    ["a named default export", "const a = 1; export { a as default };", {}],
    ["an endless file", "\n".repeat(251), {}],
  ])("finds %s in the domain", (_what, text, others) => {
    expect(planted("src/domain/planted.ts", text, others)).toHaveLength(1);
  });

  it.each([
    "src/domain/index.ts",
    "src/domain/helpers/text.ts",
    "tests/utils/text.ts",
    "src/domain/deviceRules.ts",
    "src/DeviceRules.ts",
    "src/homeless.ts",
    "src/misc/thing.ts",
  ])("finds the misplaced name %s", (file) => {
    expect(planted(file, "export const a = 1;").length).toBeGreaterThan(0);
  });

  it.each([
    ["src/api/device-routes.ts", "../../bot/greeting", "bot/greeting.ts"],
    ["src/services/device-service.ts", "../contracts/wire", "src/contracts/wire.ts"],
    ["src/jobs/send-job.ts", "../database/gateway", "src/database/gateway.ts"],
    ["tab/device/device-page.tsx", "../../src/services/device-service", "src/services/device-service.ts"],
  ])("does not let %s import %s", (file, specifier, target) => {
    expect(
      planted(file, `import { a } from "${specifier}";`, { [target]: "export const a = 1;" }),
    ).toHaveLength(1);
  });

  it.each(["src/services/raw-query.ts", "src/api/raw-query.ts"])(
    "keeps the database driver out of %s",
    (file) => {
      expect(planted(file, 'import { Client } from "pg";')).toHaveLength(1);
      expect(planted(file, 'import { DataSource } from "typeorm/browser";')).toHaveLength(1);
    },
  );

  it("finds a circle of files", () => {
    const faults = planted("src/domain/one.ts", 'import { two } from "./two";', {
      "src/domain/two.ts": 'import { three } from "./three";',
      "src/domain/three.ts": 'import type { one } from "./one";',
    });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^circle: .*one\.ts.*two\.ts|circle: /);
  });

  it.each(["it.skip", "it.only", "test.todo", "describe.only", "it.skip.each([1])", "xit", "fdescribe"])(
    "finds a test left out by %s",
    (call) => {
      expect(planted("tests/some.test.ts", `${call}("does something", () => undefined);`)).toHaveLength(1);
    },
  );

  it("is content with honest files", () => {
    expect(
      planted("src/services/device-service.ts", 'import { store } from "../database/stores/device-store";', {
        ...store,
        "src/domain/planted.ts": "export const day = (ms: number) => new Date(ms).toISOString();",
        "tab/theme.tsx": 'import "./theme.css"; import { useState } from "react"; export const a = useState;',
      }),
    ).toEqual([]);
  });
});
