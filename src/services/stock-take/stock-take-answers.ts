import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { lockItemsOfDevices, updateItem } from "../../database/stores/stock-take-item-store";
import { openStockTakesWith } from "../../database/stores/stock-take-store";
import type { AuditEvent } from "../../domain/audit-event";
import type { KitReport } from "../../domain/kit-answer";
import { recordAnswer } from "../../domain/stock-take/stock-take-item";
import type { ServiceContext } from "../service-context";
import { itemEvent } from "./stock-take-tell";

interface Answered {
  readonly personId: string;
  readonly report: KitReport;
  readonly answeredAt: string;
  readonly door: "tab" | "bot";
}

/** Whatever holders answer about their kit, asked by a stock-take or not, fills the stock-takes that are open. */
export async function fillStockTakes(context: ServiceContext, tx: Writer, said: Answered): Promise<void> {
  const { personId: by, answeredAt: at, door } = said;
  const deviceIds = Object.keys(said.report.answers);
  const open = await openStockTakesWith(tx, deviceIds);
  const events: AuditEvent[] = [];
  for (const item of await lockItemsOfDevices(tx, open, deviceIds)) {
    const answer = said.report.answers[item.deviceId ?? ""];
    const after = answer === undefined ? null : recordAnswer(item, answer, { by, at });
    if (after === null) continue;
    await updateItem(tx, after);
    events.push(itemEvent(context, { actorId: by, at, door }, item, after));
  }
  if (events.length > 0) await recordEvents(tx, events);
}
