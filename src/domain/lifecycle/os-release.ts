import type { FieldChange } from "../audit-event";
import { type Day, isDay } from "../instant";
import { type FieldProblem, Refusal } from "../refusal";

export const osSystems = [
  "windows",
  "windows-server",
  "macos",
  "ios",
  "ipados",
  "android",
  "chromeos",
] as const;
export type OsSystem = (typeof osSystems)[number];

/**
 * `home-pro` are Home, Pro, Pro Education and Pro for Workstations; `enterprise` are Enterprise and Education;
 * `ltsc` is the long-term channel. Publishers who make no difference have `any`.
 */
export const osEditions = ["home-pro", "enterprise", "ltsc", "any"] as const;
export type OsEdition = (typeof osEditions)[number];

/** A release of an operating system, and the last day of its security updates. */
export interface OsRelease {
  readonly system: OsSystem;
  /** The product among those of the system, such as `11` of Windows; null where the version says it all. */
  readonly product: string | null;
  readonly edition: OsEdition;
  /** What devices call it, each alone enough to know it by: `23H2`, the build `22631`, or the version `14`. */
  readonly versions: readonly string[];
  readonly end: Day;
  /** The publisher's page that states the day. */
  readonly source: string;
  /** When that page, or a copy of it, was read; null when nobody wrote it down. */
  readonly readOn: Day | null;
}

/** A system whose publisher states no days, so that its devices stay unknown. */
export interface WithoutDates {
  readonly system: OsSystem;
  readonly source: string;
}

export interface OsTable {
  readonly releases: readonly OsRelease[];
  readonly withoutDates: readonly WithoutDates[];
}

/**
 * Holds a table that somebody made to what the rules need.
 * @throws Refusal invalid `os-table-invalid` naming each line
 */
export function checkTable(table: OsTable): OsTable {
  const problems = table.releases.flatMap((release, at) => problemsOf(release, at));
  problems.push(...twice(table.releases));
  if (problems.length > 0) throw new Refusal("invalid", "os-table-invalid", {}, problems.slice(0, 50));
  return table;
}

function problemsOf(release: OsRelease, at: number): FieldProblem[] {
  const wrong: [string, string][] = [];
  if (!isDay(release.end)) wrong.push(["end", "must be a day that exists"]);
  if (!/^https:\/\/\S+$/.test(release.source)) wrong.push(["source", "must be an https address"]);
  if (release.versions.length === 0) wrong.push(["versions", "must name at least one"]);
  if (release.system === "windows" && release.product === null) {
    wrong.push(["product", "must say which Windows it is"]);
  }
  return wrong.map(([field, message]) => ({ path: `releases.${at}.${field}`, message }));
}

/** Two days for the same release would make the answer depend on the order of the lines. */
function twice(releases: readonly OsRelease[]): FieldProblem[] {
  const seen = new Set<string>();
  return releases.flatMap(({ system, product, edition, versions }, at) =>
    versions.flatMap((version) => {
      const key = JSON.stringify([system, product, edition, version.toLowerCase()]);
      if (!seen.has(key)) return seen.add(key) && [];
      return [{ path: `releases.${at}.versions`, message: `${version} is there twice` }];
    }),
  );
}

/** For the history: the lines that one table has and the other has not, so that the one before could be written again. */
export function tableChange(before: OsTable, after: OsTable): FieldChange {
  const [from, to] = [linesOf(before), linesOf(after)];
  const [there, then] = [new Set(to), new Set(from)];
  const only = (lines: readonly string[], others: ReadonlySet<string>) =>
    lines.filter((line) => !others.has(line));
  return { field: "releases", from: only(from, there), to: only(to, then) };
}

function linesOf({ releases, withoutDates }: OsTable): string[] {
  const dated = releases.map(({ system, product, edition, versions, end, source, readOn }) =>
    [system, product, edition, versions.join("/"), end, source, readOn].filter((part) => part !== null),
  );
  return [...dated, ...withoutDates.map(({ system, source }) => [system, source])].map((parts) =>
    parts.join(" "),
  );
}
