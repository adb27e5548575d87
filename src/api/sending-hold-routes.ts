import { getSendingHold, releaseSending } from "../contracts/sending-hold-contract";
import * as holds from "../services/sending-hold-service";
import type { ServiceContext } from "../services/service-context";
import { handle, type Route } from "./handle";

export function sendingHoldRoutes(context: ServiceContext): Route[] {
  return [
    handle(getSendingHold, "check-in.read", async () => ({ hold: await holds.getSendingHold(context) })),
    handle(releaseSending, "check-in.change", async ({ body: { messages, reason } }, { caller }) =>
      holds.releaseSending(context, caller.person.id, messages, reason ?? null),
    ),
  ];
}
