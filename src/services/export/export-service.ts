import { applicationPage } from "../../database/stores/application-store";
import { contractPage } from "../../database/stores/contract-store";
import { devicePiece } from "../../database/stores/device-list";
import { peopleByIds, personPage } from "../../database/stores/person-store";
import { allTeams, teamPage } from "../../database/stores/team-store";
import type { ApplicationFilter, ApplicationSort } from "../../domain/application/application-query";
import type { DeviceFilter, DeviceSort } from "../../domain/device-query";
import {
  applicationColumns,
  contractColumns,
  deviceColumns,
  type ListedView,
  personColumns,
  teamColumns,
} from "../../domain/export/export-columns";
import type { PageRequest } from "../../domain/page";
import type { Caller } from "../../domain/permission";
import type { PersonFilter, PersonSort } from "../../domain/person";
import type { TeamFilter, WithBelow } from "../../domain/team";
import { namedTeams } from "../named-teams";
import type { ServiceContext } from "../service-context";
import { type ExportTable, pieceSize, tableFrom } from "./export-table";

type Order<Sort extends string> = Pick<PageRequest<Sort>, "sort" | "descending">;

/** The devices in the caller's scope that a filter asks for, in its order. */
export async function exportDevices(
  context: ServiceContext,
  caller: Caller,
  filter: WithBelow<DeviceFilter>,
  order: Order<DeviceSort>,
): Promise<ExportTable> {
  const wanted = await widened(context, filter);
  const now = context.clock.now();
  return tableFrom("devices", deviceColumns, async (after) => {
    const page = { ...order, limit: pieceSize, after };
    const piece = await context.gateway.read((reader) =>
      devicePiece(reader, caller.scope, wanted, page, now),
    );
    return { rows: JSON.parse(`[${piece.items}]`) as ListedView[], next: piece.next };
  });
}

/** The people in the caller's scope that a filter asks for, with the names of their teams. */
export async function exportPeople(
  context: ServiceContext,
  caller: Caller,
  filter: WithBelow<PersonFilter>,
  order: Order<PersonSort>,
): Promise<ExportTable> {
  const names = await teamNames(context);
  const wanted = await widened(context, filter);
  return tableFrom("people", personColumns, async (after) => {
    const page = { ...order, limit: pieceSize, after };
    const found = await context.gateway.read((reader) => personPage(reader, caller.scope, wanted, page));
    const rows = found.items.map((one) => ({ ...one, teamName: names.get(one.teamId ?? "") ?? null }));
    return { rows, next: found.next };
  });
}

/** The teams in the caller's scope that a filter asks for. Addresses of managers only for who may see everybody. */
export async function exportTeams(
  context: ServiceContext,
  caller: Caller,
  filter: TeamFilter,
  order: Order<"name">,
): Promise<ExportTable> {
  const names = await teamNames(context);
  const open = caller.scope.kind === "everything";
  return tableFrom("teams", teamColumns, async (after) => {
    const page = { ...order, limit: pieceSize, after };
    return context.gateway.read(async (reader) => {
      const found = await teamPage(reader, caller.scope, filter, page);
      const ids = open ? found.items.flatMap(({ managerIds }) => managerIds) : [];
      const managers = await peopleByIds(reader, ids);
      const rows = found.items.map((team) => ({
        ...team,
        parentName: names.get(team.parentId ?? "") ?? null,
        managers: team.managerIds.flatMap((id) => managers.get(id)?.email ?? []),
      }));
      return { rows, next: found.next };
    });
  });
}

/** The applications in the caller's scope that a filter asks for, in its order. */
export async function exportApplications(
  context: ServiceContext,
  caller: Caller,
  filter: WithBelow<ApplicationFilter>,
  order: Order<ApplicationSort>,
): Promise<ExportTable> {
  const wanted = await widened(context, filter);
  return tableFrom("applications", applicationColumns, async (after) => {
    const page = { ...order, limit: pieceSize, after };
    const found = await context.gateway.read((reader) => applicationPage(reader, caller.scope, wanted, page));
    return { rows: found.items, next: found.next };
  });
}

async function widened<Filter extends { readonly teamIds: readonly string[] | undefined }>(
  context: ServiceContext,
  filter: WithBelow<Filter>,
): Promise<Filter> {
  return { ...filter, teamIds: await context.gateway.read((reader) => namedTeams(reader, filter)) };
}

/** The contracts in the caller's scope that a filter asks for, in its order. */
export async function exportContracts(
  context: ServiceContext,
  caller: Caller,
  filter: { readonly noticeBefore?: string | undefined; readonly applicationId?: string | undefined },
  order: Order<"noticeDate" | "end">,
): Promise<ExportTable> {
  return tableFrom("contracts", contractColumns, async (after) => {
    const page = { ...order, limit: pieceSize, after };
    const found = await context.gateway.read((reader) => contractPage(reader, caller.scope, filter, page));
    return { rows: found.items, next: found.next };
  });
}

function teamNames(context: ServiceContext): Promise<ReadonlyMap<string, string>> {
  return context.gateway.read(
    async (reader) => new Map((await allTeams(reader)).map(({ id, name }) => [id, name])),
  );
}
