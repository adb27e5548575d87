import type { Device, DeviceType } from "../device";
import { addDays, type Day, toInstant } from "../instant";
import { type RecognisedOs, recogniseOs } from "./os-recognise";
import type { OsRelease, OsTable } from "./os-release";

/** `none` is for things that run no operating system, such as monitors. */
export const osSupports = ["supported", "ending", "ended", "unknown", "none"] as const;
export type OsSupport = (typeof osSupports)[number];

/** So many days before an end it is worth planning for: six months. */
export const endingDays = 183;

/** Between which days support ends: one day twice, unless the edition that decides is not recorded. */
export interface SupportEnd {
  readonly first: Day;
  readonly last: Day;
}

/** Nothing to support, or nothing known. */
export type SupportOf = SupportEnd | "none" | null;

type Running = Pick<Device, "type" | "os" | "osVersion">;

const typesWithoutSystem: readonly DeviceType[] = ["monitor", "dock", "printer"];

/** A monitor that names no system has none; a laptop that names none is one of which nobody knows. */
export function runsNoSystem({ type, os, osVersion }: Running): boolean {
  return os === null && osVersion === null && typesWithoutSystem.includes(type);
}

/**
 * When the publisher stops supporting what a device runs. The texts are as people and other systems write them
 * ("Windows 11 Enterprise" with "23H2", "Windows" with "10.0.22631.4317"); what the table does not know is null, never
 * supported.
 */
export function supportOf(table: OsTable, device: Running): SupportOf {
  if (runsNoSystem(device)) return "none";
  const told = JSON.stringify([device.os, device.osVersion]);
  const known = worked.get(table) ?? new Map<string, SupportEnd | null>();
  const kept = known.get(told);
  if (kept !== undefined) return kept;
  const support = lookedUp(table, device);
  if (known.size >= mostKept) known.clear();
  worked.set(table, known.set(told, support));
  return support;
}

/** A register has thousands of devices and some dozen systems: each is looked up in a table once. */
const worked = new WeakMap<OsTable, Map<string, SupportEnd | null>>();
const mostKept = 1_000;

function lookedUp(table: OsTable, { os, osVersion }: Running): SupportEnd | null {
  const found = recogniseOs(os, osVersion);
  if (found === null) return null;
  const ends = table.releases
    .filter((release) => isRelease(release, found))
    .map(({ end }) => end)
    .sort();
  const [first] = ends;
  const last = ends.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}

function isRelease(release: OsRelease, found: RecognisedOs): boolean {
  if (release.system !== found.system) return false;
  if (found.product !== null && release.product !== found.product) return false;
  if (release.edition !== "any" && found.edition !== null && release.edition !== found.edition) return false;
  return release.versions.some((version) => isVersion(version.toLowerCase(), found));
}

function isVersion(version: string, { system, build, text, version: stated }: RecognisedOs): boolean {
  if (system === "windows" || system === "windows-server") {
    // Beside a build other numbers are revisions, and 2004 would be taken for a version.
    if (build !== null && build.length === 5) return version === build;
    return version === build || hasWord(text, version);
  }
  return stated === version || stated?.startsWith(`${version}.`) === true;
}

/** `2012` is not in `2012 R2`: that is another release. */
function hasWord(text: string, word: string): boolean {
  const joined = (words: string) => words.replace(/[^a-z0-9.]+/g, " ").replace(/ r2\b/g, "-r2");
  return ` ${joined(text)} `.includes(` ${joined(word)} `);
}

/** On the last day it is still supported. Between the two days nobody can tell. */
export function osSupportState(support: SupportOf, now: Date): OsSupport {
  if (support === "none") return "none";
  const { today, soon } = supportDays(now);
  if (support === null) return "unknown";
  if (support.last < today) return "ended";
  if (support.first < today) return "unknown";
  return support.first < soon ? "ending" : "supported";
}

/** What the states are measured by. */
export function supportDays(now: Date): { readonly today: Day; readonly soon: Day } {
  return { today: dayOf(now), soon: dayOf(addDays(now, endingDays)) };
}

function dayOf(date: Date): Day {
  return toInstant(date).slice(0, 10);
}
