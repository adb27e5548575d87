import type { Device } from "../../src/domain/device";
import type { Role } from "../../src/domain/permission";
import type { Person } from "../../src/domain/person";
import type { Team } from "../../src/domain/team";
import { councilDevices } from "./council-devices";
import { councilPeople, withManagers } from "./council-people";
import { councilTeams } from "./council-teams";
import { fixedPeople } from "./fixed-people";

export interface CouncilSize {
  readonly people: number;
  readonly devices: number;
  readonly seed: number;
  /** The day that all dates are relative to. */
  readonly now: Date;
}

export interface Council {
  readonly teams: readonly Team[];
  readonly people: readonly Person[];
  readonly roles: readonly { readonly personId: string; readonly role: Role }[];
  readonly devices: readonly Device[];
}

/** The fictional Llanfair Council. The same size, seed and day give the same council to the last id. */
export function buildCouncil({ people: peopleCount, devices, seed, now }: CouncilSize): Council {
  const bareTeams = councilTeams(peopleCount, seed);
  const people = councilPeople(peopleCount, bareTeams, seed);
  const teams = withManagers(bareTeams, people);
  return {
    teams,
    people,
    roles: fixedPeople.flatMap(({ id, role }) => (role ? [{ personId: id, role }] : [])),
    devices: councilDevices(devices, people, teams, seed, now),
  };
}
