import type { Writer } from "../../database/gateway";
import { toDevice } from "../../database/stores/device-row";
import {
  deleteDevices,
  devicesByIds,
  refreshHolderNames,
  updateDevices,
} from "../../database/stores/device-store";
import { deletePeople, peopleByIds, updatePeople } from "../../database/stores/person-store";
import { allTeams, deleteTeams, updateTeam } from "../../database/stores/team-store";
import { changesBetween } from "../../domain/audit-event";
import { asBefore } from "../../domain/custody";
import { type Device, toldDeviceFields } from "../../domain/device";
import type { ImportKind } from "../../domain/import/import";
import type { Person } from "../../domain/person";
import { Refusal } from "../../domain/refusal";
import type { Team } from "../../domain/team";
import { inBatches } from "./in-batches";
import { undoableApplications } from "./undo-applications";
import { undoableContracts } from "./undo-contracts";
import { gone, type UndoableRecords, type UndoneRecord } from "./undoable";

export function recordsOf(kind: ImportKind): UndoableRecords {
  const found = records[kind];
  if (found === undefined) throw new Error(`Imports of ${kind} cannot be undone`);
  return found;
}

async function devicesNow(tx: Writer, ids: readonly string[]): Promise<Map<string, Device>> {
  const found = await devicesByIds(tx, ids, { kind: "everything" });
  return new Map(found.map((view) => [view.id, toDevice(view)]));
}

const devices: UndoableRecords = {
  async namesOf(tx, ids) {
    return new Map([...(await devicesNow(tx, ids))].map(([id, { assetTag }]) => [id, assetTag]));
  },
  async remove(tx, ids) {
    const now = await devicesNow(tx, ids);
    await deleteDevices(tx, [...now.values()]);
    return [...now.values()].map(({ id, assetTag }) => ({ id, changes: [gone("assetTag", assetTag)] }));
  },
  async restore(tx, changed) {
    const now = await devicesNow(
      tx,
      changed.map(({ subjectId }) => subjectId),
    );
    const befores = changed.map(({ before }) => before as Device);
    const holderIds = befores.flatMap(({ assigneeId }) => (assigneeId === null ? [] : [assigneeId]));
    const holders = await peopleByIds(tx, holderIds);
    const restored = await inBatches(befores, (wanted) => {
      const before = now.get(wanted.id);
      if (before === undefined) throw new Refusal("stale", "stale");
      return { before, after: asBefore(before, wanted, (personId) => holders.has(personId)) };
    });
    await updateDevices(tx, restored, holders);
    return inBatches(restored, ({ before, after }) => ({
      id: before.id,
      changes: changesBetween(before, after, [...toldDeviceFields, "lastSeenAt"]),
    }));
  },
};

const people: UndoableRecords = {
  async namesOf(tx, ids) {
    return new Map([...(await peopleByIds(tx, ids))].map(([id, { name }]) => [id, name]));
  },
  async remove(tx, ids) {
    const now = await peopleByIds(tx, ids);
    await deletePeople(tx, ids);
    return [...now.values()].map(({ id, name }) => ({ id, changes: [gone("name", name)] }));
  },
  async restore(tx, changed) {
    const befores = changed.map(({ before }) => before as Person);
    const now = await peopleByIds(
      tx,
      befores.map(({ id }) => id),
    );
    await updatePeople(tx, befores);
    await refreshHolderNames(
      tx,
      befores.filter(({ id, name }) => now.get(id)?.name !== name),
    );
    return befores.map((before) => ({
      id: before.id,
      changes: changesBetween(now.get(before.id) ?? null, before, ["name", "email", "teamId", "active"]),
    }));
  },
};

const teams: UndoableRecords = {
  async namesOf(tx, ids) {
    const wanted = new Set(ids);
    return new Map((await allTeams(tx)).filter(({ id }) => wanted.has(id)).map(({ id, name }) => [id, name]));
  },
  async remove(tx, ids) {
    const names = await teams.namesOf(tx, ids);
    await deleteTeams(tx, ids);
    return [...names].map(([id, name]) => ({ id, changes: [gone("name", name)] }));
  },
  async restore(tx, changed) {
    const now = new Map((await allTeams(tx)).map((team) => [team.id, team]));
    const undone: UndoneRecord[] = [];
    for (const { before } of changed) {
      const { id, name, parentId, managerIds } = before as Team;
      const current = now.get(id);
      const team = { id, name, parentId, managerIds };
      if (current === undefined || !(await updateTeam(tx, team, current.version))) {
        throw new Refusal("stale", "stale");
      }
      undone.push({ id, changes: changesBetween<Team>(current, team, ["name", "parentId", "managerIds"]) });
    }
    return undone;
  },
};

const records: Readonly<Partial<Record<ImportKind, UndoableRecords>>> = {
  devices,
  people,
  teams,
  applications: undoableApplications,
  contracts: undoableContracts,
};
