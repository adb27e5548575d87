import { putInForce } from "../../database/stores/graph/part-store";
import { lockVendorChanges, saveVendorChanges } from "../../database/stores/rollout/vendor-change-store";
import { toInstant } from "../../domain/instant";
import { seenAgain, type VendorMessage } from "../../domain/rollout/vendor-change";
import { readList } from "../../graph/graph-list";
import { readServiceMessage, serviceMessagesPath } from "../../graph/graph-service-message";
import { progress, replacement, type SyncRound, settle, settleProblem, writePiece } from "./sync-round";

/** What Microsoft announces; a few hundred messages. Those that it no longer lists stay until their time is over. */
export async function readServiceMessages(round: SyncRound): Promise<void> {
  const messages = new Map<string, VendorMessage>();
  try {
    await readList(round.graph, serviceMessagesPath, {
      begin: async () => messages.clear(),
      page: async (items) => {
        for (const message of items.map(readServiceMessage)) {
          if (message !== null) messages.set(message.id, message);
        }
        await progress(round, "service-messages", messages.size);
      },
    });
  } catch (problem) {
    return settleProblem(round, "service-messages", problem);
  }
  const at = toInstant(round.context.clock.now());
  await writePiece(round, messages.size, async (tx) => {
    const known = await lockVendorChanges(tx, [...messages.keys()]);
    const after = [...messages.values()].map((message) =>
      seenAgain(known.get(message.id) ?? null, message, at),
    );
    await saveVendorChanges(tx, after);
    await putInForce(tx, replacement(round, "service-messages"));
  });
  await progress(round, "service-messages", messages.size);
  await settle(round, "service-messages", "ok");
}
