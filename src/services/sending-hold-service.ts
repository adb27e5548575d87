import type { Reader, Writer } from "../database/gateway";
import { recordEvents } from "../database/stores/audit-store";
import {
  countDoubtful,
  endSendingHold,
  findSendingHold,
  keepSendingHold,
  leaveDoubtful,
} from "../database/stores/sending-hold-store";
import type { FieldChange } from "../domain/audit-event";
import { toInstant } from "../domain/instant";
import { Refusal } from "../domain/refusal";
import type { HoldDecision, SendingHold } from "../domain/sending-hold";
import type { ServiceContext } from "./service-context";

export interface SendingHoldView extends SendingHold {
  /** Messages that wait and may have gone out before the restore. */
  readonly doubtful: number;
}

/** Who restores types a command on the server, and is no person of the directory. */
const operator = "operator";
const subject = { subjectKind: "sending", subjectId: "outbox" };

/** Null unless a back-up was restored and nobody has decided yet what becomes of its messages. */
export function getSendingHold(context: ServiceContext): Promise<SendingHoldView | null> {
  return context.gateway.read(async (reader) => {
    const hold = await findSendingHold(reader);
    return hold === null ? null : view(reader, hold);
  });
}

async function view(reader: Reader, hold: SendingHold): Promise<SendingHoldView> {
  return { ...hold, doubtful: await countDoubtful(reader, hold) };
}

/** The last thing that a restore does: from now on nothing is sent until somebody decides. */
export async function holdSending(
  tx: Writer,
  { now, newId }: { readonly now: Date; readonly newId: () => string },
  backupAt: string,
): Promise<void> {
  const at = toInstant(now);
  await keepSendingHold(tx, { since: at, backupAt });
  const changes = [{ field: "backupMadeAt", from: null, to: backupAt }];
  const head = { id: newId(), at, actorId: operator, door: "clock" as const, ...subject };
  await recordEvents(tx, [{ ...head, action: "sending.held", changes, reason: null }]);
}

/**
 * Ends the hold; what was queued after the restore goes out in any case.
 * @returns how many messages that may have gone out already are left unsent, or go out again
 * @throws Refusal conflict `sending-not-held`
 */
export function releaseSending(
  context: ServiceContext,
  actorId: string,
  decision: HoldDecision,
  reason: string | null,
): Promise<{ left: number; sent: number }> {
  return context.gateway.write(async (tx) => {
    const hold = await findSendingHold(tx);
    if (hold === null || !(await endSendingHold(tx))) throw new Refusal("conflict", "sending-not-held");
    const doubtful = await countDoubtful(tx, hold);
    if (decision === "leave") await leaveDoubtful(tx, hold);
    const changes: FieldChange[] = [
      { field: "decision", from: null, to: decision },
      { field: "messages", from: null, to: doubtful },
    ];
    const head = { id: context.newId(), at: toInstant(context.clock.now()), actorId, door: "tab" as const };
    await recordEvents(tx, [{ ...head, ...subject, action: "sending.released", changes, reason }]);
    return decision === "leave" ? { left: doubtful, sent: 0 } : { left: 0, sent: doubtful };
  });
}
