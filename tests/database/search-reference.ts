import type { Application } from "../../src/domain/application/application";
import type { Contract } from "../../src/domain/application/contract";
import type { Device } from "../../src/domain/device";
import { matchKey, serialKey } from "../../src/domain/match-key";
import type { Scope } from "../../src/domain/permission";
import type { Person } from "../../src/domain/person";
import { readSearch, type SearchKind, searchKey } from "../../src/domain/search";
import type { Team } from "../../src/domain/team";

/** A register in memory, for saying without SQL what a search has to find. */
export interface Register {
  readonly teams: Map<string, Team>;
  readonly people: Map<string, Person>;
  readonly devices: Map<string, Device>;
  readonly applications: Map<string, Application>;
  /** By contract: the application's contract and its reference. */
  readonly contracts: Map<string, Contract>;
  /** By application: the teams that use it. */
  readonly users: Map<string, readonly string[]>;
}

interface Entry {
  readonly id: string;
  readonly teamId: string | null;
  readonly personId: string | null;
  /** Teams that use it, of an application or contract. */
  readonly usedBy?: readonly string[];
  readonly titleKey: string;
  readonly keys: readonly string[];
  readonly text: string;
}

/** Ids of everything of the kind in scope that holds the text, best first. */
export function expectedHits(register: Register, kind: SearchKind, scope: Scope, typed: string): string[] {
  const text = readSearch(typed);
  if (text === null) return [];
  const key = kind === "device" ? text.key : text.folded;
  const standing = ({ titleKey, keys }: Entry) =>
    [titleKey, ...keys].includes(key) ? 0 : titleKey.startsWith(key) ? 1 : 2;
  return entriesOf(register, kind)
    .filter((entry) => inScope(register, kind, scope, entry))
    .filter((entry) =>
      text.short
        ? [entry.titleKey, ...entry.keys].some((each) => each.startsWith(key))
        : entry.text.includes(text.folded),
    )
    .sort((a, b) => standing(a) - standing(b) || order(a.titleKey, b.titleKey) || order(a.id, b.id))
    .map(({ id }) => id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function entriesOf(register: Register, kind: SearchKind): Entry[] {
  const { teams, people, devices, applications, contracts, users } = register;
  if (kind === "application") {
    return [...applications.values()].map(({ id, name, purpose }) => {
      const titleKey = searchKey(name);
      const text = [titleKey, searchKey(purpose ?? "")].filter((part) => part !== "").join(" ");
      return { id, teamId: null, personId: null, usedBy: users.get(id) ?? [], titleKey, keys: [""], text };
    });
  }
  if (kind === "contract") {
    return [...contracts.values()].map(({ id, applicationId, reference }) => {
      const [titleKey, exact] = [
        searchKey(applications.get(applicationId)?.name ?? ""),
        searchKey(reference ?? ""),
      ];
      const usedBy = users.get(applicationId) ?? [];
      const text = [titleKey, exact].filter((part) => part !== "").join(" ");
      return { id, teamId: null, personId: null, usedBy, titleKey, keys: [exact], text };
    });
  }
  if (kind === "team") {
    return [...teams.values()].map(({ id, name }) => {
      const titleKey = searchKey(name);
      return { id, teamId: id, personId: null, titleKey, keys: [], text: titleKey };
    });
  }
  if (kind === "person") {
    return [...people.values()].map(({ id, name, email, teamId }) => {
      const [titleKey, exact] = [searchKey(name), searchKey(email)];
      return { id, teamId, personId: id, titleKey, keys: [exact], text: `${titleKey} ${exact}` };
    });
  }
  return [...devices.values()].map((device) => ({
    id: device.id,
    teamId: device.teamId,
    personId: device.assigneeId,
    titleKey: matchKey(device.assetTag),
    keys: [serialKey(device.serial) ?? ""],
    text: deviceText(device, people.get(device.assigneeId ?? "")?.name ?? ""),
  }));
}

function deviceText({ assetTag, serial, manufacturer, model }: Device, holder: string): string {
  const parts = [assetTag, serial ?? "", manufacturer ?? "", model ?? "", holder];
  return searchKey(parts.filter((part) => part !== "").join(" "));
}

function inScope({ people }: Register, kind: SearchKind, scope: Scope, entry: Entry): boolean {
  if (scope.kind === "everything") return true;
  if (entry.usedBy) {
    const home = people.get(scope.personId)?.teamId;
    return entry.usedBy.some(
      (team) => team === home || (scope.kind === "teams" && scope.teamIds.includes(team)),
    );
  }
  const own =
    kind === "team" ? entry.id === people.get(scope.personId)?.teamId : entry.personId === scope.personId;
  return own || (scope.kind === "teams" && entry.teamId !== null && scope.teamIds.includes(entry.teamId));
}
