import type { Writer } from "../../database/gateway";
import { lockCheckIn } from "../../database/stores/check-in-store";
import { canPause, pause, resume } from "../../domain/check-in";
import { type Decide, stepWithin } from "../check-in-service";
import type { ServiceContext } from "../service-context";

/** Stops its sending inside a transaction that does more; one that does not run stays as it is. */
export async function pauseWithin(
  context: ServiceContext,
  tx: Writer,
  actorId: string,
  id: string,
): Promise<void> {
  const checkIn = await lockCheckIn(tx, id);
  if (checkIn === null || !canPause(checkIn)) return;
  const decide: Decide = async (each) => pause(each);
  await stepWithin(context, tx, actorId, { id, action: "check-in.paused", decide, door: "tab" });
}

/** Goes on sending inside a transaction that does more; one that is not paused stays as it is. */
export async function resumeWithin(
  context: ServiceContext,
  tx: Writer,
  actorId: string,
  id: string,
): Promise<void> {
  const checkIn = await lockCheckIn(tx, id);
  if (checkIn?.state !== "paused") return;
  const decide: Decide = async (each) => resume(each);
  await stepWithin(context, tx, actorId, { id, action: "check-in.resumed", decide, door: "tab" });
}
