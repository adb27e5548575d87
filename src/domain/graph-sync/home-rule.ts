import { Refusal } from "../refusal";
import { departmentKey } from "./home-team";

/** From where a sync takes home teams: departments, chosen groups, or from nowhere because they are imported. */
export const homeRuleKinds = ["department", "group", "import"] as const;
export type HomeRuleKind = (typeof homeRuleKinds)[number];

export interface HomeRule {
  readonly by: HomeRuleKind;
  /** Which groups are teams, where `by` is `group`; who is in several belongs to the first of them. */
  readonly groupIds: readonly string[];
}

/** What holds until somebody decides. */
export const usualHomeRule: HomeRule = { by: "department", groupIds: [] };

export const mostHomeGroups = 500;

/**
 * A rule as it is kept: each group once, and groups only where they count.
 * @throws Refusal invalid `home-groups-missing` for a rule by groups that names none
 */
export function checkHomeRule({ by, groupIds }: HomeRule): HomeRule {
  if (by !== "group") return { by, groupIds: [] };
  if (groupIds.length === 0) throw new Refusal("invalid", "home-groups-missing");
  return { by, groupIds: [...new Set(groupIds)] };
}

/** Departments and groups under one kind of key; a person has one or none. */
const prefixes = { department: "department ", group: "group " } as const;

/**
 * Which part of the directory gives a person their home team; '' for none.
 * @param groups ids of the groups that the person is a member of
 */
export function homeKeyOf(
  rule: HomeRule,
  person: { readonly department: string; readonly groups: ReadonlySet<string> },
): string {
  switch (rule.by) {
    case "department": {
      const key = departmentKey(person.department);
      return key === null ? "" : prefixes.department + key;
    }
    case "group": {
      const first = rule.groupIds.find((id) => person.groups.has(id));
      return first === undefined ? "" : groupHomeKey(first);
    }
    case "import":
      return "";
  }
}

export function groupHomeKey(groupId: string): string {
  return prefixes.group + groupId;
}

/** The group behind a key, or null for one of a department. */
export function groupOfKey(homeKey: string): string | null {
  return homeKey.startsWith(prefixes.group) ? homeKey.slice(prefixes.group.length) : null;
}

/** The key of a department's spelling as `homeKeyOf` makes it; null for none. */
export function departmentHomeKey(department: string): string | null {
  const key = departmentKey(department);
  return key === null ? null : prefixes.department + key;
}

/**
 * Whether the directory may name a team's managers: as long as all it has came from the directory. Who was added by
 * hand or by an import makes the whole list theirs.
 * @param given whom the sync named last
 */
export function mayNameManagers(current: readonly string[], given: readonly string[]): boolean {
  return current.every((id) => given.includes(id));
}
