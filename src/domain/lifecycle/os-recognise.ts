import type { OsEdition, OsSystem } from "./os-release";

/** What the two free texts of a device say about its operating system. */
export interface RecognisedOs {
  readonly system: OsSystem;
  /** Of Windows: `11`, `10`, `8.1`; null when the texts do not say. */
  readonly product: string | null;
  /** Null when the texts do not say. */
  readonly edition: OsEdition | "other" | null;
  /** The Windows build; it says more than any name beside it. */
  readonly build: string | null;
  /** Both texts, folded, for the versions that stand in them. */
  readonly text: string;
  /** The first dotted number of the version, else of the name. */
  readonly version: string | null;
}

const systems: readonly (readonly [RegExp, OsSystem])[] = [
  [/windows server|\bserver 20\d\d\b/, "windows-server"],
  [/windows|^win ?\d/, "windows"],
  [/mac ?os|\bos x\b/, "macos"],
  [/ipad ?os/, "ipados"],
  [/\bios\b|iphone/, "ios"],
  [/android/, "android"],
  [/chrome ?os/, "chromeos"],
];

/** Builds from here on are Windows 11, whatever the registry's product name says (it stayed "Windows 10"). */
const firstBuildOf11 = 22_000;

/** Null when the texts name no system that the table could know. */
export function recogniseOs(os: string | null, osVersion: string | null): RecognisedOs | null {
  const name = fold(os);
  const text = `${name} ${fold(osVersion)}`.trim();
  const system = systems.find(([pattern]) => pattern.test(text))?.[1];
  if (system === undefined || /windows (phone|mobile)/.test(text)) return null;
  const windows = system === "windows" || system === "windows-server";
  const build = windows ? (/(?:^|[^\d])(\d{5})(?=$|[^\d])/.exec(text)?.[1] ?? oldBuild(text)) : null;
  return {
    system,
    product: system === "windows" ? productOf(text, build) : null,
    edition: windows ? editionOf(text) : null,
    build,
    text,
    version: versionOf(fold(osVersion)) ?? versionOf(name),
  };
}

function oldBuild(text: string): string | null {
  return /\b6\.[0-3]\.(\d{4})\b/.exec(text)?.[1] ?? null;
}

function productOf(text: string, build: string | null): string | null {
  if (build !== null && build.length === 5) return Number(build) >= firstBuildOf11 ? "11" : "10";
  const named = /win(?:dows)? ?(11|10|8\.1|8|7|vista|xp)\b/.exec(text)?.[1];
  if (named !== undefined) return named;
  const kernel = /\b6\.([123])\b/.exec(text)?.[1];
  return kernel === undefined ? null : ({ "1": "7", "2": "8", "3": "8.1" }[kernel] ?? null);
}

function editionOf(text: string): RecognisedOs["edition"] {
  const longTerm = /lts[bc]|enterprise ?s\b/.test(text);
  if (/\biot\b/.test(text) && longTerm) return "other";
  if (longTerm) return "ltsc";
  if (/\b(pro|professional|home|core)\b/.test(text)) return "home-pro";
  return /\b(enterprise|education|ent|edu)\b/.test(text) ? "enterprise" : null;
}

function versionOf(text: string): string | null {
  return /\d+(?:\.\d+)*/.exec(text)?.[0] ?? null;
}

function fold(text: string | null): string {
  return (text ?? "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .replace(/microsoft|[®™]/g, "")
    .trim();
}
