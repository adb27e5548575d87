/** The floors of the house as data: what each room may import. Checker and linter are both made from this table. */

export const roomNames = [
  "domain",
  "platform",
  "contracts",
  "database",
  "graph",
  "services",
  "api",
  "jobs",
  "bot",
  "tab",
  "main",
] as const;
export type RoomName = (typeof roomNames)[number];

export interface Room {
  /** A folder, or a file without its extension. */
  readonly path: string;
  readonly imports: readonly RoomName[];
  /** Packages it may use (`node:*` stands for Node's own modules); null where only `packageOwners` limits it. */
  readonly packages: readonly string[] | null;
}

export const rooms: Readonly<Record<RoomName, Room>> = {
  domain: { path: "src/domain", imports: [], packages: [] },
  platform: { path: "src/platform", imports: [], packages: ["zod", "pino", "node:*"] },
  contracts: { path: "src/contracts", imports: ["domain"], packages: ["zod"] },
  database: { path: "src/database", imports: ["domain", "platform"], packages: null },
  graph: { path: "src/graph", imports: ["domain", "platform"], packages: null },
  services: { path: "src/services", imports: ["domain", "database", "graph", "platform"], packages: null },
  api: { path: "src/api", imports: ["services", "contracts", "domain", "platform"], packages: null },
  jobs: { path: "src/jobs", imports: ["services", "platform"], packages: null },
  bot: { path: "bot", imports: ["services", "contracts", "domain", "platform"], packages: null },
  tab: { path: "tab", imports: ["contracts", "domain"], packages: null },
  main: {
    path: "src/main",
    imports: roomNames.filter((name) => name !== "tab" && name !== "main"),
    packages: null,
  },
};

/** Packages that belong to one floor: a second place to talk to the database or to Teams is a leak. */
export const packageOwners: Readonly<Record<string, readonly RoomName[]>> = {
  typeorm: ["database"],
  pg: ["database"],
  "better-sqlite3": ["database"],
  "sql-template-tag": ["database"],
  "@microsoft/microsoft-graph-client": ["graph"],
  "@microsoft/agents-hosting": ["bot"],
  "@microsoft/agents-activity": ["bot"],
  express: ["api", "bot", "main"],
  react: ["tab"],
  "react-dom": ["tab"],
  "@fluentui/react-components": ["tab"],
  "@microsoft/teams-js": ["tab"],
};

export const forbiddenFolders: readonly string[] = ["utils", "helpers", "common", "types", "constants"];

/** Past this a file is asking to be two. */
export const longestFile = 250;

/** Nobody. A rule that needs an exception is the wrong rule. */
export const exceptions: readonly string[] = [];

/** The room a source file stands in, or null for a file without a home. */
export function roomOf(file: string): RoomName | null {
  const stem = file.replace(/\.tsx?$/, "");
  return (
    roomNames.find((name) => stem === rooms[name].path || stem.startsWith(`${rooms[name].path}/`)) ?? null
  );
}

/** `@scope/name/deep` and `name/deep` to the package; Node's own modules to `node:*`. */
export function packageOf(specifier: string): string {
  if (specifier.startsWith("node:")) return "node:*";
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

export function mayUsePackage(room: RoomName, packageName: string): boolean {
  const { packages } = rooms[room];
  if (packages !== null) return packages.includes(packageName);
  return packageOwners[packageName]?.includes(room) ?? true;
}

export function mayImport(from: RoomName, to: RoomName): boolean {
  return from === to || rooms[from].imports.includes(to);
}
