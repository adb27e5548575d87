import { type Leaver, leaverPage } from "../database/stores/leaver-store";
import { decidedRetention } from "../database/stores/retention-store";
import { addDays, type Instant, toInstant } from "../domain/instant";
import type { Page, PageRequest } from "../domain/page";
import { retentionTable } from "../domain/retention";
import type { ServiceContext } from "./service-context";

export interface LeaverView extends Leaver {
  /** When their name goes; null while they still hold kit, because somebody has to ask for it. */
  readonly pseudonymisedFrom: Instant | null;
}

/** Who has left: what they have to hand back, and how long they are still known by name. */
export function listLeavers(
  context: ServiceContext,
  filter: { readonly holding?: boolean | undefined; readonly search?: string | undefined },
  page: PageRequest<"name">,
): Promise<Page<LeaverView>> {
  return context.gateway.read(async (reader) => {
    const table = retentionTable(await decidedRetention(reader));
    const days = table.find(({ kind }) => kind === "leavers")?.days ?? 0;
    const found = await leaverPage(reader, filter, page, toInstant(context.clock.now()));
    const items = found.items.map((leaver) => ({
      ...leaver,
      pseudonymisedFrom: leaver.devices.length > 0 ? null : toInstant(addDays(new Date(leaver.since), days)),
    }));
    return { ...found, items };
  });
}
