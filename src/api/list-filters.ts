import type { z } from "zod";
import type { listApplications } from "../contracts/application-contract";
import type { listDevices } from "../contracts/device-contract";
import type { listDeviceProblems } from "../contracts/device-problem-contract";
import type { listPeople, listTeams } from "../contracts/person-contract";
import type { ApplicationFilter } from "../domain/application/application-query";
import type { ProblemFilter } from "../domain/device-problem";
import type { DeviceFilter } from "../domain/device-query";
import type { PersonFilter } from "../domain/person";
import type { TeamFilter, WithBelow } from "../domain/team";

/** What a list and its export are both asked for. */
type Asked<List extends { readonly query: z.ZodType }> = Omit<
  z.output<List["query"]>,
  "limit" | "cursor" | "sort"
>;

export function deviceFilter(query: Asked<typeof listDevices>): WithBelow<DeviceFilter> {
  return {
    teamIds: only(query.team),
    below: query.below,
    status: query.status,
    type: query.type,
    label: query.label,
    assigneeId: query.assignee,
    acceptance: query.acceptance,
    disposalMethod: query.disposal,
    assetTag: query.assetTag,
    serial: query.serial,
    warrantyBefore: query.warrantyBefore,
    archived: query.archived,
    osSupport: query.osSupport,
    replacement: query.replacement,
    search: query.q || undefined,
  };
}

export function applicationFilter(query: Asked<typeof listApplications>): WithBelow<ApplicationFilter> {
  return {
    kind: query.kind,
    teamIds: only(query.team),
    below: query.below,
    lifecycle: query.lifecycle,
    ownerId: query.owner,
    supplier: query.supplier,
    disposition: query.disposition,
    contractEndsBefore: query.contractEndsBefore,
    search: query.q || undefined,
  };
}

export function problemFilter(query: Asked<typeof listDeviceProblems>): WithBelow<ProblemFilter> {
  return {
    deviceId: query.device,
    open: query.open,
    kind: query.kind,
    state: query.state,
    ownerId: query.owner,
    personId: undefined,
    teamIds: only(query.team),
    below: query.below,
    search: query.q || undefined,
  };
}

export function personFilter({ team, below, active, q }: Asked<typeof listPeople>): WithBelow<PersonFilter> {
  return { teamIds: only(team), below, active, search: q || undefined };
}

export function teamFilter({ parent, q }: Asked<typeof listTeams>): TeamFilter {
  return { parentId: parent, search: q || undefined };
}

function only(id: string | undefined): readonly string[] | undefined {
  return id === undefined ? undefined : [id];
}
