import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import JSZip from "jszip";
import { type Manifest, type PackageFiles, packageProblems } from "./package-check";
import { fillIn, packageVariables, type Variables } from "./package-variables";

export interface PackageWish {
  readonly root: string;
  readonly envName: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the zip goes; `appPackage/build` unless said. */
  readonly folder?: string;
}

export interface PackageDone {
  readonly path: string;
  /** What the package says it is, to be read by whoever built it. */
  readonly facts: readonly string[];
}

/** All that keeps a package from being built, one line each. */
export class PackageProblems extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The app package was not built:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.name = "PackageProblems";
  }
}

/** Texts that go into the package filled in, pictures that go in as they are. */
const texts = ["manifest.json", "cy.json"];
const pictures = ["color.png", "outline.png"];

/**
 * Builds `appPackage.<env>.zip`; a package with any fault is not written.
 * @throws PackageProblems what is missing or wrong
 */
export async function packageApp(wish: PackageWish): Promise<PackageDone> {
  const files = readFiles(wish.root, variablesOf(wish));
  const manifest: Manifest = JSON.parse(String(files.get("manifest.json")));
  const problems = await packageProblems(manifest, files, wish.envName === "local");
  if (problems.length > 0) throw new PackageProblems(problems);
  const path = join(wish.folder ?? join(wish.root, "appPackage", "build"), `appPackage.${wish.envName}.zip`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await zipped(files));
  return { path: relative(wish.root, path), facts: factsOf(manifest) };
}

function variablesOf(wish: PackageWish): Variables {
  try {
    return packageVariables(wish);
  } catch (error) {
    throw new PackageProblems([error instanceof Error ? error.message : String(error)]);
  }
}

function readFiles(root: string, variables: Variables): PackageFiles {
  const files = new Map<string, Buffer>();
  const missing = new Set<string>();
  for (const name of texts) {
    const read = fillIn(readFileSync(join(root, "appPackage", name), "utf8"), variables);
    for (const variable of read.missing) missing.add(variable);
    files.set(name, Buffer.from(read.filled));
  }
  if (missing.size > 0) {
    throw new PackageProblems(
      [...missing].map((name) => `${name} has no value in the env file or the environment`),
    );
  }
  for (const name of pictures) files.set(name, readFileSync(join(root, "appPackage", name)));
  return files;
}

/** With one fixed date inside, so that the same sources make the same bytes. */
async function zipped(files: PackageFiles): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, bytes] of files) zip.file(name, bytes, { date: new Date(Date.UTC(2000, 0, 1)) });
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

function factsOf(manifest: Manifest): string[] {
  const example = manifest.validDomains?.some((domain) => domain.endsWith("example.org"));
  return [
    `${manifest.name.short} ${manifest.version}, app ${manifest.id}, bot ${manifest.bots?.[0]?.botId}`,
    `served from ${manifest.validDomains?.join(", ")}`,
    ...(example ? ["These are the made-up values of the template: replace them before you upload it."] : []),
  ];
}
