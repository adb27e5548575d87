import { matchKey } from "../match-key";
import { compareTexts } from "../text-order";

/** How often a person is named as manager by people of a department. */
export interface NamedManager {
  readonly department: string;
  readonly managerId: string;
  readonly n: number;
}

/** The key under which spellings of one department are one team; null for none. */
export function departmentKey(department: string): string | null {
  return matchKey(department) || null;
}

/**
 * A person's home team after the directory's department. Where an import or a person put them elsewhere, they stay:
 * only who has no team, or has the one of their former department, moves along.
 */
export function homeTeam(current: string | null, former: string | null, named: string | null): string | null {
  return current === null || current === former ? (named ?? current) : current;
}

/** The one whom most people of each department name, by department; of equals the lower id. */
export function leadersOf(named: readonly NamedManager[]): Map<string, string> {
  const byKey = new Map<string, Map<string, number>>();
  for (const { department, managerId, n } of named) {
    const key = departmentKey(department);
    if (key === null || managerId === "") continue;
    const counts = byKey.get(key) ?? new Map<string, number>();
    counts.set(managerId, (counts.get(managerId) ?? 0) + n);
    byKey.set(key, counts);
  }
  const first = (counts: Map<string, number>) =>
    [...counts].sort(([a, n], [b, m]) => m - n || compareTexts(a, b))[0]?.[0] ?? "";
  return new Map([...byKey].map(([key, counts]) => [key, first(counts)]));
}

/** Of the spellings of one department the one that most people have; of equals the one that is not shouted. */
export function departmentNames(named: readonly NamedManager[]): Map<string, string> {
  const byKey = new Map<string, Map<string, number>>();
  for (const { department, n } of named) {
    const key = departmentKey(department);
    if (key === null) continue;
    const counts = byKey.get(key) ?? new Map<string, number>();
    counts.set(department, (counts.get(department) ?? 0) + n);
    byKey.set(key, counts);
  }
  const best = (counts: Map<string, number>) =>
    [...counts].sort(([a, n], [b, m]) => m - n || compareTexts(b, a))[0]?.[0] ?? "";
  return new Map([...byKey].map(([key, counts]) => [key, best(counts)]));
}
