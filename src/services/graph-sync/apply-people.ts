import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { inWrites } from "../../database/stores/chunks";
import {
  type ChangedAccount,
  changedAccounts,
  type Generations,
  leftInRange,
} from "../../database/stores/graph/changed-account-store";
import type { StagedAccount } from "../../database/stores/graph/stage-store";
import { inRanges } from "../../database/stores/graph/staged-range";
import { originsBySubject } from "../../database/stores/origin-store";
import { insertPeople, peopleByIds } from "../../database/stores/person-store";
import { type AuditEvent, changesBetween } from "../../domain/audit-event";
import { homeTeam } from "../../domain/graph-sync/home-team";
import type { Person } from "../../domain/person";
import { rule } from "../../domain/provenance";
import { writePeople } from "../write-people";

/** Who syncs; no person has this id. */
export const syncActor = "sync";

export type NewEvent = (
  event: Pick<AuditEvent, "action" | "subjectKind" | "subjectId" | "changes">,
) => AuditEvent;

export interface Staged extends Generations {
  /** Ids of home teams by the key of the department or group that they stand for. */
  readonly teams: ReadonlyMap<string, string>;
  readonly newEvent: NewEvent;
}

const personFields = ["name", "email", "teamId", "active"] as const;

export interface PeopleChanged {
  readonly created: number;
  readonly changed: number;
  readonly left: number;
}

interface Changed {
  readonly before: Person;
  readonly after: Person;
}

/**
 * Brings the register's people into line with a staged reading, inside the transaction that puts it in force. Engines
 * compare; only who would change comes here.
 */
export async function applyPeople(tx: Writer, staged: Staged): Promise<PeopleChanged> {
  let [created, changed, left] = [0, 0, 0];
  await inRanges(tx, staged.syncId, async (range) => {
    await inWrites(await changedAccounts(tx, staged, range), async (accounts) => {
      const done = await applyPiece(tx, accounts, staged);
      created += done.created;
      changed += done.changed;
    });
  });
  if (staged.beforeId === null || staged.beforeId === staged.syncId) return { created, changed, left };
  await inRanges(tx, staged.beforeId, async (range) => {
    await inWrites(await leftInRange(tx, staged, range), async (ids) => {
      left += await deactivate(tx, ids, staged.newEvent);
    });
  });
  return { created, changed, left };
}

async function applyPiece(tx: Writer, accounts: readonly ChangedAccount[], staged: Staged) {
  const ids = accounts.map(({ personId }) => personId);
  const known = await peopleByIds(tx, ids);
  const origins = await originsBySubject(tx, "person", ids);
  const created: Person[] = [];
  const changed: Changed[] = [];
  for (const account of accounts) {
    const before = known.get(account.personId) ?? null;
    const wanted = personOf(account, before, staged.teams);
    if (before === null) created.push(wanted);
    else {
      const changes = changesBetween(before, wanted, personFields);
      const { contested, declined } = rule(changes, origins.get(before.id) ?? new Map(), null);
      const kept = Object.fromEntries([...contested, ...declined].map(({ field, from }) => [field, from]));
      const after = { ...wanted, ...kept };
      if (changesBetween(before, after, personFields).length > 0) changed.push({ before, after });
    }
  }
  await insertPeople(tx, created);
  await writePeople(tx, changed);
  const events = [...created.map((after) => ({ before: null, after })), ...changed];
  await recordEvents(
    tx,
    events.map((event) => eventOf(event, staged.newEvent)),
  );
  return { created: created.length, changed: changed.length };
}

function personOf(
  account: StagedAccount & Pick<ChangedAccount, "formerKey">,
  before: Person | null,
  teams: ReadonlyMap<string, string>,
): Person {
  const teamOf = (key: string) => teams.get(key) ?? null;
  return {
    id: account.personId,
    name: account.name,
    email: account.email,
    teamId: homeTeam(before?.teamId ?? null, teamOf(account.formerKey), teamOf(account.homeKey)),
    active: account.enabled === 1,
  };
}

async function deactivate(tx: Writer, ids: readonly string[], newEvent: NewEvent): Promise<number> {
  const people = [...(await peopleByIds(tx, ids)).values()].filter(({ active }) => active);
  const origins = await originsBySubject(tx, "person", ids);
  const changed = people
    .filter(({ id }) => origins.get(id)?.get("active") === undefined)
    .map((before) => ({ before, after: { ...before, active: false } }));
  await writePeople(tx, changed);
  await recordEvents(
    tx,
    changed.map((event) => eventOf(event, newEvent)),
  );
  return changed.length;
}

function eventOf(
  { before, after }: { before: Person | null; after: Person },
  newEvent: NewEvent,
): AuditEvent {
  const changes = changesBetween(before, after, personFields);
  const action = before === null ? "person.created" : "person.changed";
  return newEvent({ action, subjectKind: "person", subjectId: after.id, changes });
}
