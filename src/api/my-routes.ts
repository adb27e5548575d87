import { answerMyCheckIn, getMyKit, listMyCheckIns } from "../contracts/my-contract";
import type { Log } from "../platform/log";
import { showAnswered } from "../services/answered-card";
import type { Messenger } from "../services/messenger";
import * as my from "../services/my-service";
import type { ServiceContext } from "../services/service-context";
import { handle, type Route } from "./handle";

export function myRoutes(context: ServiceContext, messenger: Messenger, log: Log): Route[] {
  return [
    handle(getMyKit, "own.read", async (_, { caller }) => ({
      devices: [...(await my.myKit(context, caller.person.id))],
    })),
    handle(listMyCheckIns, "own.read", async (_, { caller }) => {
      const items = await my.myCheckIns(context, caller.person.id);
      return { items: items.map((item) => ({ ...item, devices: [...item.devices] })) };
    }),
    handle(answerMyCheckIn, "own.answer", async ({ params, body }, { caller }) => {
      const { deliveryId } = params;
      const report = { answers: body.answers, unlisted: body.unlisted ?? null };
      const personId = caller.person.id;
      const taken = await my.answerKit(context, { deliveryId, personId, report, door: "tab" });
      // Nobody waits in the tab for Teams to redraw a card.
      void showAnswered(context, messenger, deliveryId).catch((fault: unknown) => {
        log.warn({ err: fault, deliveryId }, "The card in Teams still shows the question");
      });
      return taken;
    }),
  ];
}
