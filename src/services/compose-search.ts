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
  return groups.flatMap(({ hits }) => hits);
}

/** Before anything is typed: what the person holds. */
async function ownKit(context: ServiceContext, personId: string): Promise<SearchHit[]> {
  const devices = await myKit(context, personId);
  return devices.slice(0, mostOfKind).map(({ id, assetTag, manufacturer, model }) => {
    const subtitle = [manufacturer, model].filter((part) => part !== null).join(" ");
    return { kind: "device", id, title: assetTag, subtitle: subtitle || null, state: null, ownerId: null };
  });
}
