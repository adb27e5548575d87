import type { Gateway, Reader } from "../../src/database/gateway";
import { recordEvents } from "../../src/database/stores/audit-store";
import { keptTotal } from "../../src/database/stores/device-count-store";
import { insertDevices } from "../../src/database/stores/device-store";
import { insertPeople, personPage, setLocalRoles } from "../../src/database/stores/person-store";
import { allTeams, insertTeams } from "../../src/database/stores/team-store";
import type { Scope } from "../../src/domain/permission";
import type { Council } from "./council";

/** How far the writing is; called often. */
export type OnProgress = (written: { readonly done: number; readonly total: number }) => void;

/** Few enough that progress shows, many enough that the kept totals are not rewritten all the time. */
const sliceSize = 2_500;
const everything: Scope = { kind: "everything" };

export class NotEmptyError extends Error {}

export async function hasData(reader: Reader): Promise<boolean> {
  const page = { limit: 1, sort: "name", descending: false, after: null } as const;
  const { total } = await personPage(reader, everything, {}, page);
  if (total > 0 || (await allTeams(reader)).length > 0) return true;
  return (await keptTotal(reader, everything, {})) !== 0;
}

/**
 * Writes the whole council in one transaction: an interrupted seed leaves an empty database behind, not half a council.
 * @throws NotEmptyError and writes nothing when somebody is there already
 */
export function writeCouncil(gateway: Gateway, council: Council, onProgress: OnProgress): Promise<void> {
  const { teams, people, roles, devices, history } = council;
  const total = teams.length + people.length + devices.length + history.length;
  let done = 0;
  const advance = (by: number) => {
    done += by;
    onProgress({ done, total });
  };
  const holders = new Map(people.map((person) => [person.id, person]));
  return gateway.write(async (tx) => {
    if (await hasData(tx)) throw new NotEmptyError();
    await insertTeams(tx, teams);
    advance(teams.length);
    for (const slice of slices(people)) {
      await insertPeople(tx, slice);
      advance(slice.length);
    }
    await setLocalRoles(tx, roles);
    for (const slice of slices(devices)) {
      await insertDevices(tx, slice, holders);
      advance(slice.length);
    }
    for (const slice of slices(history)) {
      await recordEvents(tx, slice);
      advance(slice.length);
    }
  });
}

function slices<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / sliceSize);
  return Array.from({ length: count }, (_, at) => items.slice(at * sliceSize, (at + 1) * sliceSize));
}
