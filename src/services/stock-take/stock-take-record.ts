import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { confirmDevices } from "../../database/stores/device-confirmation";
import { lockConfirmation, registeredAs } from "../../database/stores/registered-store";
import {
  deleteItem,
  type ItemView,
  insertOnce,
  listedDevices,
  lockItem,
  updateItem,
} from "../../database/stores/stock-take-item-store";
import { lockStockTake } from "../../database/stores/stock-take-store";
import { allTeams } from "../../database/stores/team-store";
import type { AuditEvent } from "../../domain/audit-event";
import { toInstant } from "../../domain/instant";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import { refuseClosed } from "../../domain/stock-take/stock-take";
import {
  type ItemState,
  type Registered,
  recordByHand,
  type StockTakeItem,
  turnedUp,
} from "../../domain/stock-take/stock-take-item";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";
import { itemWithin } from "./stock-take-overview";
import { deviceEvent, itemEvent } from "./stock-take-tell";

/*
 * Who writes takes the device first, then the stock-take, then the item, as an answer of a holder does: two who come
 * upon the same thing wait for each other, and never in a circle.
 */

/** @throws Refusal not-found; stale; conflict `stock-take-closed`, `stock-take-item-unexpected` */
export function markItem(
  context: ServiceContext,
  caller: Caller,
  input: {
    readonly stockTakeId: string;
    readonly id: string;
    readonly version: number;
    readonly state: Exclude<ItemState, "unexpected">;
    readonly note: string | null;
  },
): Promise<ItemView> {
  const { stockTakeId, id, version, ...said } = input;
  return context.gateway.write(async (tx) => {
    const seen = await itemWithin(tx, caller, stockTakeId, id);
    const device = seen.deviceId === null ? null : await lockConfirmation(tx, seen.deviceId);
    await openStockTake(tx, stockTakeId);
    const before = await present(lockItem(tx, stockTakeId, { id }));
    if (before.version !== version) throw new Refusal("stale", "stale");
    const at = toInstant(context.clock.now());
    const after = recordByHand(before, said, { by: caller.person.id, at });
    if (!(await updateItem(tx, after))) throw new Refusal("stale", "stale");
    await tell(context, tx, caller, { before, after, found: after.state === "found" ? device : null });
    return itemWithin(tx, caller, stockTakeId, id);
  });
}

export interface Scanned {
  readonly outcome: "found" | "unexpected" | "already";
  readonly item: ItemView;
}

/**
 * What was read off a thing: an asset tag or a serial. Read twice, by one or by two, it is once.
 * @throws Refusal not-found; conflict `stock-take-closed`; invalid `team-unknown`
 */
export function scan(
  context: ServiceContext,
  caller: Caller,
  input: {
    readonly stockTakeId: string;
    readonly code: string;
    readonly teamId: string | null;
    readonly note: string | null;
  },
): Promise<Scanned> {
  const { stockTakeId, code, teamId, note } = input;
  return context.gateway.write(async (tx) => {
    const thing = await thingOf(tx, stockTakeId, code);
    const device = typeof thing === "string" ? null : await lockConfirmation(tx, thing.id);
    await openStockTake(tx, stockTakeId);
    if (teamId !== null) await refuseUnknownTeam(tx, teamId);
    const key = typeof thing === "string" ? { code: thing } : { deviceId: thing.id };
    const now = { by: caller.person.id, at: toInstant(context.clock.now()) };
    const before = await lockItem(tx, stockTakeId, key);
    if (before !== null && (before.state === "found" || before.state === "unexpected")) {
      return { outcome: "already", item: await itemWithin(tx, caller, stockTakeId, before.id) };
    }
    const after =
      before === null
        ? turnedUp(thing, { id: context.newId(), stockTakeId, teamId, note }, now)
        : recordByHand(before, { state: "found", note: note ?? before.note }, now);
    const first = before === null ? await insertOnce(tx, after) : await updateItem(tx, after);
    if (!first) {
      const other = await present(lockItem(tx, stockTakeId, key));
      return { outcome: "already", item: await itemWithin(tx, caller, stockTakeId, other.id) };
    }
    await tell(context, tx, caller, { before, after, found: device });
    const item = await itemWithin(tx, caller, stockTakeId, after.id);
    return { outcome: before === null ? "unexpected" : "found", item };
  });
}

/** Takes away what was entered by mistake. @throws Refusal not-found; conflict `stock-take-closed`, `stock-take-item-expected` */
export function removeItem(
  context: ServiceContext,
  caller: Caller,
  { stockTakeId, id }: { readonly stockTakeId: string; readonly id: string },
): Promise<void> {
  return context.gateway.write(async (tx) => {
    await openStockTake(tx, stockTakeId);
    const item = await itemWithin(tx, caller, stockTakeId, id);
    if (item.state !== "unexpected") throw new Refusal("conflict", "stock-take-item-expected");
    await deleteItem(tx, id);
    await tell(context, tx, caller, { before: item, after: null, found: null });
  });
}

/** @throws Refusal not-found; conflict `stock-take-closed` */
async function openStockTake(tx: Writer, id: string): Promise<void> {
  refuseClosed(await present(lockStockTake(tx, id, false)));
}

async function refuseUnknownTeam(tx: Writer, teamId: string): Promise<void> {
  if (!(await allTeams(tx)).some(({ id }) => id === teamId)) throw new Refusal("invalid", "team-unknown");
}

/** The device of that code, of several with one serial the one on the list; else the code as it was read. */
async function thingOf(tx: Writer, stockTakeId: string, code: string): Promise<Registered | string> {
  const devices = await registeredAs(tx, code);
  const listed = await listedDevices(
    tx,
    stockTakeId,
    devices.map(({ id }) => id),
  );
  const device = devices.find(({ id }) => listed.has(id)) ?? devices[0];
  return device ?? code.trim();
}

interface Change {
  readonly before: StockTakeItem | null;
  readonly after: StockTakeItem | null;
  /** When the device that was seen had been confirmed before; null when no device was. */
  readonly found: { readonly lastConfirmedAt: string | null } | null;
}

async function tell(context: ServiceContext, tx: Writer, caller: Caller, change: Change): Promise<void> {
  const { before, after, found } = change;
  const at = toInstant(context.clock.now());
  const told = { actorId: caller.person.id, at, door: "tab" as const };
  const events: AuditEvent[] = [itemEvent(context, told, before, after)];
  const deviceId = after?.deviceId ?? null;
  if (deviceId !== null && found !== null) {
    await confirmDevices(tx, [deviceId], at);
    const confirmed = [{ field: "lastConfirmedAt", from: found.lastConfirmedAt, to: at }];
    events.push(deviceEvent(context, told, "found", deviceId, confirmed));
  }
  await recordEvents(tx, events);
}
