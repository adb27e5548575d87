import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { startServerProcess } from "../support/server-process";
import { statements } from "../support/survey/survey-world";
import { openProcessWorld } from "./process-world";

const root = join(__dirname, "..", "..");
const built = join(root, "dist", "server");

const filesBelow = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));

test("every thread of the sources is built, beside the file that starts it", () => {
  const started = filesBelow(built, ".js").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/startThread\)?\(\s*__filename,\s*"([\w-]+)"/g)].map(([, name]) =>
      join(dirname(file), `${name}.js`),
    ),
  );
  const threads = filesBelow(join(root, "src"), "-worker.ts").map((file) => basename(file, ".ts"));
  expect(threads.length).toBeGreaterThan(0);
  expect([...new Set(started.map((file) => basename(file, ".js")))].sort()).toEqual(threads.sort());
  expect(started.filter((file) => !existsSync(file))).toEqual([]);
});

test("no letter of the server's files makes V8 keep one of them with two bytes a letter", () => {
  const wide = filesBelow(built, ".js").filter((file) => /[^\0-\x7f]/.test(readFileSync(file, "utf8")));
  expect(wide).toEqual([]);
});

/** Says at the end which files were loaded. */
const tellLoaded = `data:text/javascript,${encodeURIComponent(`
  import { createRequire } from "node:module";
  const { cache } = createRequire(${JSON.stringify(join(root, "package.json"))});
  process.on("exit", () => console.log("loaded " + JSON.stringify(Object.keys(cache))));`)}`;

test("a start loads a few files, and nothing of Teams, Graph or the other database before they are needed", async () => {
  const settings = {
    AUTH: "local",
    HOST: "127.0.0.1",
    PORT: "0",
    PUBLIC_URL: "http://127.0.0.1:3978",
    DATABASE_URL: "sqlite::memory:",
    TIME_ZONE: "Europe/London",
    LOG_LEVEL: "error",
  };
  const server = await startServerProcess(settings, { nodeOptions: ["--import", tellLoaded] });
  expect((await fetch(`${server.url}/tab/`)).status).toBe(200);
  expect((await server.end()).code).toBe(0);
  const loaded: string[] = JSON.parse(/^loaded (.*)$/m.exec(server.output())?.[1] ?? "[]");
  expect(loaded).toContain(join(built, "src", "main.js"));
  const unneeded = /node_modules\/(@microsoft|@azure|pg)\//;
  expect(loaded.filter((file) => unneeded.test(file.replaceAll("\\", "/")))).toEqual([]);
  expect(loaded.length).toBeLessThan(60);
});

test("a survey is closed and a long file imported by threads of the built server", async () => {
  const world = await openProcessWorld(12, { LOG_LEVEL: "error" });
  try {
    const audience = { teamIds: ["team-housing"] };
    const drafted = await world.call("POST", "/api/surveys", {
      title: "Autumn",
      items: statements,
      audience,
    });
    const { id } = (await drafted.json()) as { id: string };
    expect((await world.call("POST", `/api/surveys/${id}/open`)).status).toBe(200);
    const closed = await world.call("POST", `/api/surveys/${id}/close`);
    expect([closed.status, await closed.json()]).toMatchObject([200, { state: "closed" }]);
    const rows = Array.from({ length: 2_500 }, (_, at) => `LONG-${at},laptop`);
    const imported = await fetch(`${world.server.url}/api/imports?kind=devices&mode=apply`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${world.entra.userToken(world.people[0] ?? "", { roles: ["Toolroll.ItManager"] })}`,
        "content-type": "text/csv",
      },
      body: ["Asset tag,Type", ...rows].join("\n"),
    });
    expect(await imported.json()).toMatchObject({ applied: true, rows: { create: 2_500 } });
  } finally {
    await world.close();
  }
});
