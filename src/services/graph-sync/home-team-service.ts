import type { Reader } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import {
  countGroups,
  type DirectoryGroup,
  groupPage,
  groupsByIds,
} from "../../database/stores/graph/group-store";
import {
  type DecidedHomeRule,
  decidedHomeRule,
  saveHomeRule,
} from "../../database/stores/graph/home-team-store";
import { peopleByIds } from "../../database/stores/person-store";
import { changesBetween } from "../../domain/audit-event";
import { checkHomeRule, type HomeRule, usualHomeRule } from "../../domain/graph-sync/home-rule";
import { type Instant, toInstant } from "../../domain/instant";
import type { Page, PageRequest } from "../../domain/page";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import type { ServiceContext } from "../service-context";

export interface HomeRuleView extends HomeRule {
  readonly own: boolean;
  readonly changedAt: Instant | null;
  readonly changedByName: string | null;
  /** The chosen ones, in their order; one that is gone from Microsoft 365 has its id for a name. */
  readonly groups: readonly DirectoryGroup[];
  /** How many groups there are to choose from; null while none were read. */
  readonly groupsKnown: number | null;
}

export function getHomeRule(context: ServiceContext): Promise<HomeRuleView> {
  return context.gateway.read(async (reader) => view(reader, await decidedHomeRule(reader)));
}

/** The groups of Microsoft 365 as they were read last, by name. */
export function listGroups(
  context: ServiceContext,
  search: string | undefined,
  page: PageRequest<"name">,
): Promise<Page<DirectoryGroup>> {
  return context.gateway.read((reader) => groupPage(reader, search, page));
}

/**
 * Decides from where home teams come; the next sync does it.
 * @throws Refusal invalid `home-groups-missing`, `home-group-unknown`
 */
export function changeHomeRule(
  context: ServiceContext,
  caller: Caller,
  wanted: HomeRule,
  reason: string | null,
): Promise<HomeRuleView> {
  const rule = checkHomeRule(wanted);
  return context.gateway.write(async (tx) => {
    const decided = await decidedHomeRule(tx);
    const changes = changesBetween<HomeRule>(decided ?? usualHomeRule, rule, ["by", "groupIds"]);
    if (changes.length === 0) return view(tx, decided);
    const added = rule.groupIds.filter((id) => !decided?.groupIds.includes(id));
    const known = await groupsByIds(tx, added);
    if (added.some((id) => !known.has(id))) throw new Refusal("invalid", "home-group-unknown");
    const at = toInstant(context.clock.now());
    const actorId = caller.person.id;
    const saved = { ...rule, changedAt: at, changedBy: actorId };
    await saveHomeRule(tx, saved);
    const subject = { subjectKind: "setting", subjectId: "home-team", action: "home-team.changed" };
    await recordEvents(tx, [{ id: context.newId(), at, actorId, door: "tab", ...subject, changes, reason }]);
    return view(tx, saved);
  });
}

async function view(reader: Reader, decided: DecidedHomeRule | null): Promise<HomeRuleView> {
  const { by, groupIds } = decided ?? usualHomeRule;
  const known = await groupsByIds(reader, groupIds);
  const changedBy = decided?.changedBy ?? "";
  return {
    ...{ by, groupIds, own: decided !== null, changedAt: decided?.changedAt ?? null },
    changedByName: (await peopleByIds(reader, [changedBy])).get(changedBy)?.name ?? null,
    groups: groupIds.map((id) => known.get(id) ?? { id, name: id, team: false, hidden: false, people: null }),
    groupsKnown: await countGroups(reader),
  };
}
