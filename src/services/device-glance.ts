import { type AlikeDevices, alikeDevices } from "../database/stores/device-glance-store";
import { type DeviceStatus, deviceStatuses } from "../domain/device";
import { type AgeBand, ageBands } from "../domain/lifecycle/device-age";
import { type OsSupport, osSupports } from "../domain/lifecycle/os-support";
import { type Replacement, replacements } from "../domain/lifecycle/replacement";
import type { Caller } from "../domain/permission";
import type { WithBelow } from "../domain/team";
import { namedTeams } from "./named-teams";
import type { ServiceContext } from "./service-context";

interface Counted<V> {
  readonly value: V;
  readonly count: number;
}

export interface DeviceGlance {
  readonly total: number;
  /** Of these the other three speak. */
  readonly inUse: number;
  readonly byStatus: readonly Counted<DeviceStatus>[];
  readonly byAge: readonly Counted<AgeBand>[];
  readonly byOsSupport: readonly Counted<OsSupport>[];
  readonly byReplacement: readonly Counted<Replacement>[];
}

/** How many devices the caller sees of each status, and of those that are not archived of each age and state. */
export function glanceAtDevices(
  { gateway, clock }: ServiceContext,
  caller: Caller,
  filter: WithBelow<{ readonly teamIds: readonly string[] | undefined }>,
): Promise<DeviceGlance> {
  return gateway.read(async (reader) => {
    const teamIds = await namedTeams(reader, filter);
    const all = await alikeDevices(reader, caller.scope, teamIds, clock.now());
    const inUse = all.filter(({ status }) => status !== "archived");
    const sum = (rows: readonly AlikeDevices[]) => rows.reduce((total, { count }) => total + count, 0);
    const by = <V>(rows: readonly AlikeDevices[], values: readonly V[], of: (row: AlikeDevices) => V) =>
      values.map((value) => ({ value, count: sum(rows.filter((row) => of(row) === value)) }));
    return {
      total: sum(all),
      inUse: sum(inUse),
      byStatus: by(all, deviceStatuses, ({ status }) => status),
      byAge: by(inUse, ageBands, ({ age }) => age),
      byOsSupport: by(inUse, osSupports, ({ osSupport }) => osSupport),
      byReplacement: by(inUse, replacements, ({ replacement }) => replacement),
    };
  });
}
