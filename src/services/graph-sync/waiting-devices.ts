import type { Reader } from "../../database/gateway";
import { toDevice } from "../../database/stores/device-row";
import { devicesByIds } from "../../database/stores/device-store";
import { registerIndex } from "../../database/stores/graph/device-identity-store";
import {
  countStandings,
  devicePage,
  devicesReadAt,
  type SeenDevice,
} from "../../database/stores/graph/managed-device-store";
import { namesOf } from "../../database/stores/name-store";
import { originsBySubject } from "../../database/stores/origin-store";
import { type FieldChange, idsIn } from "../../domain/audit-event";
import type { DeviceView } from "../../domain/device-view";
import { sight, type WaitingStanding, waitingStandings } from "../../domain/graph-sync/device-sighting";
import { matchManagedDevice } from "../../domain/graph-sync/managed-device";
import type { Instant } from "../../domain/instant";
import type { Page, PageRequest } from "../../domain/page";
import type { Scope } from "../../domain/permission";
import type { ServiceContext } from "../service-context";
import { managedOf, peopleOf, sightingOf } from "./sightings";

/** A device of Intune that waits for somebody's word. */
export interface WaitingDevice {
  readonly seen: SeenDevice;
  readonly personName: string | null;
  /** What it is in the register, or could be. */
  readonly candidates: readonly DeviceView[];
  /** What it would change there of what somebody set by hand. */
  readonly contested: readonly FieldChange[];
}

export interface WaitingDevices extends Page<WaitingDevice> {
  readonly counts: Readonly<Record<WaitingStanding, number>>;
  /** When devices were read; null for never. */
  readonly asOf: Instant | null;
  /** Of people and teams that the changes point at, by id. */
  readonly names: ReadonlyMap<string, string>;
}

const everything: Scope = { kind: "everything" };

export function listWaitingDevices(
  context: ServiceContext,
  standing: WaitingStanding,
  page: PageRequest<"name">,
): Promise<WaitingDevices> {
  return context.gateway.read(async (reader) => {
    const { items, ...rest } = await devicePage(reader, [standing], page);
    const found = await withCandidates(reader, items);
    const ids = idsIn(found.flatMap(({ contested }) => contested));
    const counted = await countStandings(reader);
    const counts = waitingStandings.map((name) => [name, counted.get(name) ?? 0] as const);
    return {
      ...rest,
      items: found,
      counts: Object.fromEntries(counts) as WaitingDevices["counts"],
      asOf: await devicesReadAt(reader),
      names: await namesOf(reader, everything, ids),
    };
  });
}

async function withCandidates(reader: Reader, seen: readonly SeenDevice[]): Promise<WaitingDevice[]> {
  const ids = await candidateIds(reader, seen);
  const views = await devicesByIds(reader, [...ids.values()].flat(), everything);
  const byId = new Map(views.map((view) => [view.id, view]));
  const people = await peopleOf(reader, seen, views.map(toDevice));
  const origins = await originsBySubject(reader, "device", [...byId.keys()]);
  return seen.map((each) => {
    const candidates = (ids.get(each.intuneId) ?? []).flatMap((id) => byId.get(id) ?? []);
    const [only] = candidates;
    const ruling =
      each.standing === "contested" && only !== undefined
        ? sight(toDevice(only), sightingOf(each, people), origins.get(only.id) ?? new Map(), null).ruling
        : null;
    return {
      seen: each,
      personName: people.get(each.personId)?.name ?? null,
      candidates,
      contested: ruling?.contested ?? [],
    };
  });
}

/** Which devices of the register each could be, by the rule of matching. */
export async function candidateIds(
  reader: Reader,
  seen: readonly SeenDevice[],
): Promise<Map<string, readonly string[]>> {
  const register = await registerIndex(reader, {
    serialKeys: seen.map(({ serialKey }) => serialKey),
    entraKeys: seen.map(({ entraKey }) => entraKey),
    intuneIds: seen.map(({ intuneId }) => intuneId),
  });
  return new Map(
    seen.map((each) => {
      if (each.deviceId !== "") return [each.intuneId, [each.deviceId]];
      const match = matchManagedDevice(managedOf(each), register);
      const ids = match.kind === "conflict" ? match.deviceIds : match.kind === "one" ? [match.deviceId] : [];
      return [each.intuneId, ids];
    }),
  );
}
