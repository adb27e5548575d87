import { AppManifestUtils, type TeamsManifestV1D25 } from "@microsoft/app-manifest";
import { readPng } from "./png-picture";

export type Manifest = TeamsManifestV1D25.TeamsManifestV1D25;
/** Files of the package by name, as they go into the zip. */
export type PackageFiles = ReadonlyMap<string, Buffer>;

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const nobodysGuid = /^0{8}-0{4}-0{4}-0{4}-0{12}$/;

/**
 * Everything wrong with the package: Microsoft's schemas from the npm package (offline), and what they let through but
 * Teams does not.
 * @param loopback whether plain http to this computer is fine, as in local mode
 */
export async function packageProblems(
  manifest: Manifest,
  files: PackageFiles,
  loopback: boolean,
): Promise<string[]> {
  return [
    ...(await AppManifestUtils.validateAgainstSchema(manifest)).map((problem) => `manifest.json: ${problem}`),
    ...idProblems(manifest),
    ...addressProblems(manifest, loopback),
    ...iconProblems(files, manifest.icons.color, 192, false),
    ...iconProblems(files, manifest.icons.outline, 32, true),
    ...(await languageProblems(manifest, files)),
  ];
}

function idProblems(manifest: Manifest): string[] {
  const [bot, tab] = [manifest.bots?.[0]?.botId ?? "", manifest.webApplicationInfo?.id ?? ""];
  const ids = { TEAMS_APP_ID: manifest.id, BOT_CLIENT_ID: bot, TAB_CLIENT_ID: tab };
  const problems = Object.entries(ids)
    .filter(([, id]) => !guid.test(id) || nobodysGuid.test(id))
    .map(([name, id]) => `${name} is not a GUID: ${id}`);
  // One registration for both would make a person's tab token a bot token.
  if (bot === tab) problems.push("BOT_CLIENT_ID and TAB_CLIENT_ID must differ");
  const version = manifest.version.split(".");
  if (version.length !== 3 || !version.every((part) => /^(0|[1-9]\d*)$/.test(part))) {
    problems.push(`version is not three numbers: ${manifest.version}`);
  }
  return problems;
}

function addressProblems(manifest: Manifest, loopback: boolean): string[] {
  const tabs = (manifest.staticTabs ?? []).flatMap((tab) => [tab.contentUrl, tab.websiteUrl]);
  const configured = (manifest.configurableTabs ?? []).map((tab) => tab.configurationUrl);
  const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer;
  const addresses = [...tabs, ...configured].filter((address) => address !== undefined);
  const insecure = [...addresses, websiteUrl, privacyUrl, termsOfUseUrl]
    .filter((address) => !isSecure(address) && !(loopback && isLoopback(address)))
    .map((address) => `not an https address: ${address}`);
  const foreign = addresses
    .filter((address) => URL.canParse(address) && !manifest.validDomains?.includes(new URL(address).host))
    .map((address) => `not in validDomains: ${address}`);
  return [...new Set([...insecure, ...foreign])];
}

function isSecure(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === "https:";
}

function isLoopback(address: string): boolean {
  return URL.canParse(address) && ["127.0.0.1", "localhost", "[::1]"].includes(new URL(address).hostname);
}

/** Microsoft's rules: colour 192 x 192; outline 32 x 32, white alone on transparent. */
function iconProblems(files: PackageFiles, name: string, size: number, outline: boolean): string[] {
  const bytes = files.get(name);
  if (bytes === undefined) return [`${name} is missing`];
  try {
    const { width, height, pixels } = readPng(bytes);
    if (width !== size || height !== size) return [`${name} is ${width} x ${height}, not ${size} x ${size}`];
    if (!outline)
      return pixels.every(([, , , alpha]) => alpha === 255) ? [] : [`${name} is transparent in places`];
    const seen = pixels.filter(([, , , alpha]) => alpha > 0);
    if (seen.length === 0 || seen.length === pixels.length)
      return [`${name} is not an outline on transparent`];
    return seen.every(([r, g, b]) => r === 255 && g === 255 && b === 255)
      ? []
      : [`${name} is not white alone`];
  } catch (error) {
    return [`${name} ${error instanceof Error ? error.message : String(error)}`];
  }
}

async function languageProblems(manifest: Manifest, files: PackageFiles): Promise<string[]> {
  const problems: string[] = [];
  const expected = translatable(manifest);
  for (const { file } of manifest.localizationInfo?.additionalLanguages ?? []) {
    const bytes = files.get(file);
    if (bytes === undefined) {
      problems.push(`${file} is missing`);
      continue;
    }
    const texts: Record<string, string> = JSON.parse(bytes.toString("utf8"));
    const faults = await languageFaults(texts);
    const keys = Object.keys(texts).filter((key) => key !== "$schema");
    problems.push(
      ...faults.map((fault) => `${file}: ${fault}`),
      ...expected.filter((key) => !texts[key]?.trim()).map((key) => `${file} has no ${key}`),
      ...keys
        .filter((key) => !expected.includes(key))
        .map((key) => `${file}: nothing in manifest.json is ${key}`),
    );
  }
  return problems;
}

/**
 * Microsoft's schema 1.25 holds patterns that are no regular expressions: those of activities have a bracket that is not
 * escaped, the others concern Outlook add-ins and are left out.
 */
async function languageFaults(texts: Readonly<Record<string, string>>): Promise<string[]> {
  const schema = await AppManifestUtils.fetchSchema(texts.$schema ?? "");
  const patterns = Object.entries<unknown>(schema.patternProperties ?? {})
    .map(([pattern, rule]) => [pattern.replaceAll("\\b]", "\\b\\]"), rule] as const)
    .filter(([pattern]) => isPattern(pattern));
  const usable = { ...schema, patternProperties: Object.fromEntries(patterns) };
  return AppManifestUtils.validateAgainstSchema(texts as never, usable as typeof schema);
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u") !== null;
  } catch {
    return false;
  }
}

/** Paths of the texts that Teams shows, as localisation files name them. */
function translatable(manifest: Manifest): string[] {
  const tabs = (manifest.staticTabs ?? []).flatMap((tab, index) =>
    tab.name === undefined ? [] : [`staticTabs[${index}].name`],
  );
  const commands = (manifest.bots?.[0]?.commandLists ?? []).flatMap((list, at) =>
    list.commands.flatMap((_, index) =>
      ["title", "description"].map((part) => `bots[0].commandLists[${at}].commands[${index}].${part}`),
    ),
  );
  const searches = (manifest.composeExtensions ?? []).flatMap((extension, at) =>
    (extension.commands ?? []).flatMap(({ parameters = [] }, index) => {
      const command = `composeExtensions[${at}].commands[${index}]`;
      const named = parameters.map((_, place) => `${command}.parameters[${place}]`);
      return [command, ...named].flatMap((path) => [`${path}.title`, `${path}.description`]);
    }),
  );
  const activities = (manifest.activities?.activityTypes ?? []).flatMap((_, index) =>
    ["description", "templateText"].map((part) => `activities.activityTypes[${index}].${part}`),
  );
  const about = ["name.short", "name.full", "description.short", "description.full"];
  return [...about, ...tabs, ...commands, ...searches, ...activities];
}
