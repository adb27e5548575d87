import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { skusInForce } from "../../database/stores/graph/licence-store";
import { deletePrice, priceBook, savePrice } from "../../database/stores/graph/price-store";
import type { AuditEvent } from "../../domain/audit-event";
import { type Day, type Instant, toInstant } from "../../domain/instant";
import { checkPrice, isSamePrice, type Price } from "../../domain/licence/price";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import type { ServiceContext } from "../service-context";

/**
 * Notes what one seat costs from a day on; for a day that is noted already it corrects that.
 * @throws Refusal not-found; invalid `price-ends-before-start`
 */
export async function setPrice(context: ServiceContext, caller: Caller, wanted: Price): Promise<Price> {
  const price = checkPrice(wanted);
  await context.gateway.write(async (tx) => {
    if (!(await skusInForce(tx)).some((sku) => sku.skuId === price.skuId)) {
      throw new Refusal("not-found", "not-found");
    }
    await writePrices(context, tx, caller, [price]);
  });
  return price;
}

/** Takes a price out of the book that was entered by mistake. @throws Refusal not-found */
export async function removePrice(
  context: ServiceContext,
  caller: Caller,
  skuId: string,
  from: Day,
): Promise<void> {
  await context.gateway.write(async (tx) => {
    const before = (await priceBook(tx)).find((price) => price.skuId === skuId && price.from === from);
    if (before === undefined) throw new Refusal("not-found", "not-found");
    await deletePrice(tx, skuId, from);
    const event = eventOf(context, caller, toInstant(context.clock.now()), before, null, skuId);
    await recordEvents(tx, [event]);
  });
}

/** Writes prices with a line in the audit log for each that says something new. */
export async function writePrices(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  prices: readonly Price[],
): Promise<void> {
  const at = toInstant(context.clock.now());
  const book = await priceBook(tx);
  const events: AuditEvent[] = [];
  for (const price of prices) {
    const before = book.find(({ skuId, from }) => skuId === price.skuId && from === price.from) ?? null;
    if (before !== null && isSamePrice(before, price)) continue;
    await savePrice(tx, price, caller.person.id, at);
    events.push(eventOf(context, caller, at, before, price, price.skuId));
  }
  await recordEvents(tx, events);
}

function eventOf(
  context: ServiceContext,
  caller: Caller,
  at: Instant,
  before: Price | null,
  after: Price | null,
  skuId: string,
): AuditEvent {
  const action = after === null ? "licence.price-removed" : "licence.price-set";
  const changes = [{ field: "price", from: told(before), to: told(after) }];
  const head = { id: context.newId(), at, actorId: caller.person.id, door: "tab", reason: null } as const;
  return { ...head, action, subjectKind: "licence", subjectId: skuId, changes };
}

/** Part of the log, so it says no more than was entered. */
function told(price: Price | null) {
  if (price === null) return null;
  const { per, from, until = null } = price;
  return { ...price.price, per, from, ...(until !== null && { until }) };
}
