import { erasedAmong } from "../../database/stores/erasure-store";
import {
  clearGroups,
  groupsToRead,
  type StagedMember,
  type StagedMembership,
  stageGroups,
  stageMembers,
} from "../../database/stores/graph/group-store";
import { putInForce } from "../../database/stores/graph/part-store";
import { readLists } from "../../graph/graph-batch";
import type { Json } from "../../graph/graph-caller";
import {
  groupsPath,
  type MemberRole,
  memberIdOf,
  memberRoles,
  membersPath,
  readGroup,
} from "../../graph/graph-group";
import { readList } from "../../graph/graph-list";
import { progress, replacement, type SyncRound, settle, settleProblem, writePiece } from "./sync-round";

/** Groups by name, and the people of those that matter; each comes into force by itself. */
export async function readGroups(round: SyncRound): Promise<void> {
  if (!round.access.pulls.teams) {
    await settle(round, "groups", "off");
    return settle(round, "members", "off");
  }
  try {
    await stageAllGroups(round);
    await round.context.gateway.write((tx) => putInForce(tx, replacement(round, "groups")));
    await settle(round, "groups", "ok");
    await stageAllMembers(round, round.id);
    await round.context.gateway.write((tx) => putInForce(tx, replacement(round, "members")));
    await settle(round, "members", "ok");
  } catch (problem) {
    const readTo = round.results.has("groups") ? [] : (["groups"] as const);
    // Without a list of groups nobody knows whose people to ask for.
    for (const name of [...readTo, "members"] as const) await settleProblem(round, name, problem);
  }
}

async function stageAllGroups(round: SyncRound): Promise<void> {
  const { gateway } = round.context;
  let read = 0;
  await readList(round.graph, groupsPath, {
    async begin() {
      read = 0;
      await gateway.write((tx) => clearGroups(tx, round.id));
    },
    async page(items) {
      const groups = items.map(readGroup).filter((group) => group !== null);
      await writePiece(round, groups.length, (tx) => stageGroups(tx, round.id, groups));
      read += items.length;
      await progress(round, "groups", read);
    },
  });
}

/** So many members are written together. */
const writtenTogether = 2_000;

async function stageAllMembers(round: SyncRound, groupsFrom: string): Promise<void> {
  const { gateway } = round.context;
  const chosen = round.homeRule.groupIds;
  const groups = await gateway.read((reader) => groupsToRead(reader, groupsFrom, chosen));
  const lists = new Map(
    groups.flatMap(({ id, hidden }) =>
      memberRoles.map(
        (role) => [membersPath(id, role), { groupId: id, hidden: hidden === 1, role }] as const,
      ),
    ),
  );
  const found = new MemberBuffer(round);
  await readLists(round.graph, [...lists.keys()], async (path, items) => {
    const list = lists.get(path);
    if (items !== null && list !== undefined) await found.add(list, items);
  });
  await found.flush();
}

interface MemberList {
  readonly groupId: string;
  readonly hidden: boolean;
  readonly role: MemberRole;
}

/** Many short lists, written some at a time: a transaction for each would take longer than to read them. */
class MemberBuffer {
  #memberships: StagedMembership[] = [];
  #members: StagedMember[] = [];
  #count = 0;

  constructor(private readonly round: SyncRound) {}

  async add({ groupId, hidden, role }: MemberList, items: readonly Json[]): Promise<void> {
    const ids = new Set(items.map(memberIdOf).filter((id) => id !== null));
    for (const personId of ids) this.#members.push({ groupId, role, personId });
    if (role === "member") {
      this.#count += ids.size;
      const isUntold = hidden && items.length === 0;
      this.#memberships.push({ groupId, people: isUntold ? -1 : ids.size });
    }
    if (this.#members.length >= writtenTogether) await this.flush();
  }

  async flush(): Promise<void> {
    const { context, id } = this.round;
    const [memberships, members] = [this.#memberships, this.#members];
    [this.#memberships, this.#members] = [[], []];
    const people = [...new Set(members.map(({ personId }) => personId))];
    const erased = await context.gateway.read((reader) => erasedAmong(reader, people));
    const kept = members.filter(({ personId }) => !erased.has(personId));
    await writePiece(this.round, kept.length, (tx) => stageMembers(tx, id, memberships, kept));
    await progress(this.round, "members", this.#count);
  }
}
