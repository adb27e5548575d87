import { recordEvents } from "../database/stores/audit-store";
import { countPastTime, decidedRetention, saveRetention } from "../database/stores/retention-store";
import { toInstant } from "../domain/instant";
import type { Caller } from "../domain/permission";
import {
  decideRetention,
  endOfRetention,
  type Retention,
  type RetentionDays,
  type RetentionKind,
  retentionTable,
} from "../domain/retention";
import type { ServiceContext } from "./service-context";

/** How long each kind of data is kept. */
export async function getRetention(context: ServiceContext): Promise<Retention[]> {
  return retentionTable(await context.gateway.read(decidedRetention));
}

/** @throws Refusal invalid `retention-out-of-range` */
export function changeRetention(
  context: ServiceContext,
  caller: Caller,
  wanted: RetentionDays,
  reason: string | null,
): Promise<Retention[]> {
  return context.gateway.write(async (tx) => {
    const decided = await decidedRetention(tx);
    const after = decideRetention(decided, wanted);
    const before = new Map(retentionTable(decided).map(({ kind, days }) => [kind, days]));
    const changes = [...wanted].flatMap(([field, to]) => {
      const from = before.get(field) ?? null;
      return from === to ? [] : [{ field, from, to }];
    });
    if (changes.length > 0) {
      await saveRetention(tx, wanted);
      const subject = { subjectKind: "retention", subjectId: "retention", action: "retention.changed" };
      const head = { id: context.newId(), at: toInstant(context.clock.now()), actorId: caller.person.id };
      await recordEvents(tx, [{ ...head, ...subject, door: "tab", changes, reason }]);
    }
    return retentionTable(after);
  });
}

export interface WouldGo {
  readonly kind: RetentionKind;
  readonly days: number;
  readonly count: number;
}

/**
 * What the next night would take with these times; nothing is changed.
 * @throws Refusal invalid `retention-out-of-range`
 */
export function tryRetention(context: ServiceContext, wanted: RetentionDays): Promise<WouldGo[]> {
  return context.gateway.read(async (reader) => {
    const table = retentionTable(decideRetention(await decidedRetention(reader), wanted));
    const found: WouldGo[] = [];
    for (const { kind, days } of table) {
      const before = endOfRetention(context.clock.now(), days);
      found.push({ kind, days, count: await countPastTime(reader, kind, before) });
    }
    return found;
  });
}
