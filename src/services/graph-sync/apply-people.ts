import { setImmediate as breathe } from "node:timers/promises";
import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { refreshHolderNames } from "../../database/stores/device-store";
import { accountsAfter, accountsByIds, type StagedAccount } from "../../database/stores/graph/stage-store";
import { originsBySubject } from "../../database/stores/origin-store";
import { insertPeople, peopleByIds, updatePerson } from "../../database/stores/person-store";
import { type AuditEvent, changesBetween } from "../../domain/audit-event";
import { departmentKey, homeTeam } from "../../domain/graph-sync/home-team";
import type { Person } from "../../domain/person";
import { rule } from "../../domain/provenance";

/** Who syncs; no person has this id. */
export const syncActor = "sync";

export type NewEvent = (
  event: Pick<AuditEvent, "action" | "subjectKind" | "subjectId" | "changes">,
) => AuditEvent;

interface Staged {
  readonly syncId: string;
  /** The sync whose people were in force before; null for the first. */
  readonly beforeId: string | null;
  /** Ids of home teams by the key of their department. */
  readonly teams: ReadonlyMap<string, string>;
  readonly newEvent: NewEvent;
}

const personFields = ["name", "email", "teamId", "active"] as const;
const pieceSize = 500;

export interface PeopleChanged {
  readonly created: number;
  readonly changed: number;
  readonly left: number;
}

/** Brings the register's people into line with a staged reading, inside the transaction that puts it in force. */
export async function applyPeople(tx: Writer, staged: Staged): Promise<PeopleChanged> {
  let [created, changed] = [0, 0];
  for (let after = ""; ; ) {
    const accounts = await accountsAfter(tx, staged.syncId, after, pieceSize);
    const done = await applyPiece(tx, accounts, staged);
    created += done.created;
    changed += done.changed;
    const last = accounts.at(-1);
    if (accounts.length < pieceSize || !last) break;
    after = last.personId;
    await breathe();
  }
  return { created, changed, left: await letLeave(tx, staged) };
}

/** Guests are no people of the council; an account that is disabled before anybody knew it is a mailbox or a room. */
async function applyPiece(tx: Writer, accounts: readonly StagedAccount[], staged: Staged) {
  const ids = accounts.map(({ personId }) => personId);
  const known = await peopleByIds(tx, ids);
  const origins = await originsBySubject(tx, "person", ids);
  const former = staged.beforeId === null ? new Map() : await accountsByIds(tx, staged.beforeId, ids);
  const created: Person[] = [];
  const changed: { before: Person; after: Person }[] = [];
  for (const account of accounts) {
    const before = known.get(account.personId) ?? null;
    if (before === null && (account.enabled === 0 || account.guest === 1)) continue;
    const wanted = personOf(account, before, former.get(account.personId)?.department ?? "", staged.teams);
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
  await writeChanged(tx, changed);
  const events = [...created.map((after) => ({ before: null, after })), ...changed];
  await recordEvents(
    tx,
    events.map((event) => eventOf(event, staged.newEvent)),
  );
  return { created: created.length, changed: changed.length };
}

function personOf(
  account: StagedAccount,
  before: Person | null,
  formerDepartment: string,
  teams: ReadonlyMap<string, string>,
): Person {
  const teamNamed = (department: string) => teams.get(departmentKey(department) ?? "") ?? null;
  return {
    id: account.personId,
    name: account.name,
    email: account.email,
    teamId: homeTeam(before?.teamId ?? null, teamNamed(formerDepartment), teamNamed(account.department)),
    active: account.enabled === 1,
  };
}

/** Whoever the sync before found and this one did not. */
async function letLeave(tx: Writer, { syncId, beforeId, newEvent }: Staged): Promise<number> {
  if (beforeId === null || beforeId === syncId) return 0;
  let left = 0;
  for (let after = ""; ; ) {
    const accounts = await accountsAfter(tx, beforeId, after, pieceSize);
    const ids = accounts.map(({ personId }) => personId);
    const found = await accountsByIds(tx, syncId, ids);
    left += await deactivate(
      tx,
      ids.filter((id) => !found.has(id)),
      newEvent,
    );
    const last = accounts.at(-1);
    if (accounts.length < pieceSize || !last) return left;
    after = last.personId;
  }
}

export async function deactivate(tx: Writer, ids: readonly string[], newEvent: NewEvent): Promise<number> {
  const people = [...(await peopleByIds(tx, ids)).values()].filter(({ active }) => active);
  const origins = await originsBySubject(tx, "person", ids);
  const changed = people
    .filter(({ id }) => origins.get(id)?.get("active") === undefined)
    .map((before) => ({ before, after: { ...before, active: false } }));
  await writeChanged(tx, changed);
  await recordEvents(
    tx,
    changed.map((event) => eventOf(event, newEvent)),
  );
  return changed.length;
}

async function writeChanged(
  tx: Writer,
  changed: readonly { before: Person; after: Person }[],
): Promise<void> {
  for (const { after } of changed) await updatePerson(tx, after);
  const renamed = changed.filter(({ before, after }) => before.name !== after.name);
  await refreshHolderNames(
    tx,
    renamed.map(({ after }) => after),
  );
}

function eventOf(
  { before, after }: { before: Person | null; after: Person },
  newEvent: NewEvent,
): AuditEvent {
  const changes = changesBetween(before, after, personFields);
  const action = before === null ? "person.created" : "person.changed";
  return newEvent({ action, subjectKind: "person", subjectId: after.id, changes });
}
