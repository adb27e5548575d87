import type { Reader } from "../database/gateway";
import { findDevice } from "../database/stores/device-store";
import type { KitDevice } from "../domain/kit";
import type { Caller } from "../domain/permission";
import type { SearchHit, SearchKind } from "../domain/search";
import { callerOf } from "./directory-service";
import { myKit } from "./my-service";
import { searchEverything } from "./search-service";
import type { ServiceContext } from "./service-context";

/** What can be shared from the compose box; people are nobody's to pass around. */
const sharedKinds = ["device", "application", "team"] as const satisfies readonly SearchKind[];
const mostOfKind = 8;

/**
 * What somebody finds from the compose box of any chat, no more than in the tab. Only what the directory says counts: no
 * role reaches a chat, so a manager finds what is of their teams, and everybody else their own.
 * @returns null for somebody who is not an active person of the directory
 */
export async function searchToShare(
  context: ServiceContext,
  personId: string,
  text: string,
): Promise<readonly SearchHit[] | null> {
  const caller = await callerOf(context, personId, []);
  if (caller === null) return null;
  if (text.trim() === "") return ownKit(context, personId);
  const groups = await searchEverything(context, caller, { text, kinds: sharedKinds, limit: mostOfKind });
  const hits = groups.flatMap((group) => group.hits);
  return context.gateway.read((reader) => Promise.all(hits.map((hit) => withoutHolder(reader, caller, hit))));
}

/** What the search says of a device may name its holder, which is nothing to share. */
async function withoutHolder(reader: Reader, { scope }: Caller, hit: SearchHit): Promise<SearchHit> {
  if (hit.kind !== "device") return hit;
  const device = await findDevice(reader, hit.id, scope);
  return { ...hit, subtitle: device === null ? null : modelOf(device) };
}

function modelOf({ manufacturer, model }: Pick<KitDevice, "manufacturer" | "model">): string | null {
  return [manufacturer, model].filter((part) => part !== null).join(" ") || null;
}

/** Before anything is typed: what the person holds. */
async function ownKit(context: ServiceContext, personId: string): Promise<SearchHit[]> {
  const devices = await myKit(context, personId);
  return devices.slice(0, mostOfKind).map((device) => {
    const { id, assetTag: title } = device;
    return { kind: "device", id, title, subtitle: modelOf(device), state: null, ownerId: null };
  });
}
