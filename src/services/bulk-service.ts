import { setImmediate as breathe } from "node:timers/promises";
import type { Reader } from "../database/gateway";
import { deviceLabels } from "../database/stores/device-label-store";
import { toDevice } from "../database/stores/device-row";
import { devicesByIds } from "../database/stores/device-store";
import { deviceTerms } from "../database/stores/device-terms-store";
import { namesOf } from "../database/stores/name-store";
import { peopleByIds } from "../database/stores/person-store";
import { idsIn } from "../domain/audit-event";
import { type Judged, judgeChange } from "../domain/bulk-change";
import type { Device, DeviceChange } from "../domain/device";
import type { LabelTable } from "../domain/device-label";
import type { Caller } from "../domain/permission";
import { Refusal } from "../domain/refusal";
import { holderOf, knownTeam } from "./device-service";
import { saveDevice } from "./device-write";
import type { ServiceContext } from "./service-context";

export interface BulkInput {
  readonly ids: readonly string[];
  readonly wanted: DeviceChange;
  readonly reason: string | null;
}

export interface BulkPreview {
  readonly items: readonly { readonly device: Device; readonly judged: Judged }[];
  /** Of the people and teams that the changes point at. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * What the change would do to each of the devices, in the order they were named; nothing is written.
 * @throws Refusal not-found when one is missing; invalid `team-unknown`, `person-unknown`; conflict `person-left`
 */
export function previewChange(
  { gateway }: ServiceContext,
  caller: Caller,
  input: Pick<BulkInput, "ids" | "wanted">,
): Promise<BulkPreview> {
  return gateway.read(async (reader) => {
    const items = await judged(reader, caller, input, await deviceLabels(reader));
    const changes = items.flatMap(({ judged: one }) => (one.verdict === "change" ? one.changes : []));
    return { items, names: await namesOf(reader, caller.scope, idsIn(changes)) };
  });
}

/**
 * The same change to several devices: all of them or none. What would stay as it is is not written.
 * @returns how many devices are other than before
 * @throws Refusal as `previewChange`, and the first by which a device is refused
 */
export function changeDevices(context: ServiceContext, caller: Caller, input: BulkInput): Promise<number> {
  const { reason } = input;
  return context.gateway.write(async (tx) => {
    const items = await judged(tx, caller, input, (await deviceTerms(tx)).labels);
    const refused = items.find((item) => item.judged.verdict === "refused");
    if (refused?.judged.verdict === "refused") throw refused.judged.refusal;
    const holderIds = items.flatMap(({ judged: one }) =>
      one.verdict === "change" ? (one.after.assigneeId ?? []) : [],
    );
    const holders = await peopleByIds(tx, [...new Set(holderIds)]);
    let count = 0;
    for (const { device: before, judged: one } of items) {
      if (one.verdict !== "change") continue;
      const { after } = one;
      const holder = holders.get(after.assigneeId ?? "") ?? null;
      await saveDevice(context, tx, caller, { before, after, action: "device.changed", reason, holder });
      count += 1;
      if (count % 100 === 0) await breathe();
    }
    return count;
  });
}

async function judged(
  reader: Reader,
  caller: Caller,
  { ids, wanted }: Pick<BulkInput, "ids" | "wanted">,
  labels: LabelTable,
) {
  const asked = [...new Set(ids)];
  const found = await devicesByIds(reader, asked, caller.scope);
  if (found.length !== asked.length) throw new Refusal("not-found", "not-found");
  const named = await holderOf(reader, wanted.assigneeId);
  await knownTeam(reader, wanted.teamId);
  const byId = new Map(found.map((view) => [view.id, toDevice(view)]));
  return asked.flatMap((id) => {
    const device = byId.get(id);
    return device === undefined ? [] : [{ device, judged: judgeChange(device, wanted, named, labels) }];
  });
}
