import { posix } from "node:path";
import { forbiddenFolders, longestFile, mayImport, mayUsePackage, packageOf, roomOf } from "./house";
import { type Reading, readSource } from "./source-reading";

/** Files by path from the root of the repository, with `/`. */
export type SourceFiles = ReadonlyMap<string, string>;

/** Everything in these files that breaks a rule of the house, one line each. */
export function checkHouse(files: SourceFiles): string[] {
  const readings = new Map([...files].map(([file, text]) => [file, readSource(file, text)] as const));
  const faults = [...readings].flatMap(([file, reading]) => [
    ...checkName(file),
    ...checkImports(file, reading, files),
    ...checkWriting(file, reading, files.get(file) ?? ""),
  ]);
  return [...faults, ...circles(readings, files)];
}

function checkName(file: string): string[] {
  const parts = file.split("/");
  const name = parts.at(-1) ?? "";
  const faults: string[] = [];
  if (/^index\.tsx?$/.test(name)) faults.push(`${file}: no index files`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|d|config))?\.tsx?$/.test(name))
    faults.push(`${file}: name is not kebab-case`);
  for (const folder of parts.slice(0, -1)) {
    if (forbiddenFolders.includes(folder)) faults.push(`${file}: no folder named ${folder}`);
  }
  if (isHoused(file) && roomOf(file) === null) faults.push(`${file}: stands in no room`);
  return faults;
}

function checkImports(file: string, reading: Reading, files: SourceFiles): string[] {
  const from = roomOf(file);
  if (from === null) return [];
  return reading.imports.flatMap((specifier) => {
    if (!specifier.startsWith(".")) {
      const name = packageOf(specifier);
      return mayUsePackage(from, name) ? [] : [`${file}: ${from} may not use the package ${name}`];
    }
    const target = resolveImport(file, specifier, files);
    if (target === null)
      return isAsset(specifier) ? [] : [`${file}: imports ${specifier}, which is not there`];
    const to = roomOf(target);
    if (to === "main") return [`${file}: nobody imports main`];
    if (to === null || !mayImport(from, to)) return [`${file}: ${from} may not import ${target}`];
    return [];
  });
}

function checkWriting(file: string, reading: Reading, text: string): string[] {
  const faults = reading.skippedTests.map((call) => `${file}: ${call} leaves a test out`);
  if (reading.hasAny) faults.push(`${file}: any`);
  if (!isHoused(file)) return faults;
  if (reading.hasNonNull) faults.push(`${file}: non-null assertion`);
  if (reading.hasDefaultExport) faults.push(`${file}: default export`);
  if (text.split("\n").length - 1 > longestFile) faults.push(`${file}: longer than ${longestFile} lines`);
  if (roomOf(file) === "domain") {
    faults.push(...reading.impurities.map((what) => `${file}: domain is pure, but this reads ${what}`));
  }
  return faults;
}

/** Product code, as opposed to tests, scripts and the configuration files of tools. */
function isHoused(file: string): boolean {
  return /^(src|bot|tab)\//.test(file) && !/\.(config|d)\.ts$/.test(file);
}

function isAsset(specifier: string): boolean {
  return /\.(css|svg|png|json)$/.test(specifier);
}

function resolveImport(file: string, specifier: string, files: SourceFiles): string | null {
  const base = posix.join(posix.dirname(file), specifier);
  return [`${base}.ts`, `${base}.tsx`, base, `${base}/index.ts`].find((path) => files.has(path)) ?? null;
}

function circles(readings: ReadonlyMap<string, Reading>, files: SourceFiles): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) found.push(`circle: ${[...trail.slice(start), file].join(" -> ")}`);
    if (start >= 0 || done.has(file)) return;
    for (const specifier of readings.get(file)?.imports ?? []) {
      const target = specifier.startsWith(".") ? resolveImport(file, specifier, files) : null;
      if (target !== null) visit(target, [...trail, file]);
    }
    done.add(file);
  };
  for (const file of readings.keys()) visit(file, []);
  return found;
}
