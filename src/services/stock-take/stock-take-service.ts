import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { insertDeviceProblems } from "../../database/stores/device-problem-store";
import { peopleByIds } from "../../database/stores/person-store";
import { notReportedMissing, registeredIn } from "../../database/stores/registered-store";
import { insertItems, missingItems } from "../../database/stores/stock-take-item-store";
import {
  findStockTake,
  insertStockTake,
  lockStockTake,
  updateStockTake,
} from "../../database/stores/stock-take-store";
import { allTeams } from "../../database/stores/team-store";
import { changesBetween } from "../../domain/audit-event";
import { type Instant, toInstant } from "../../domain/instant";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import {
  closeStockTake as close,
  type StockTake,
  startStockTake as start,
} from "../../domain/stock-take/stock-take";
import { expected, type StockTakeItem } from "../../domain/stock-take/stock-take-item";
import { withTeamsBelow } from "../../domain/team";
import { closeWithin, launchWithin } from "../check-in-service";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";
import { type CountedStockTake, stockTakeWithin } from "./stock-take-overview";
import { deviceEvent, stockTakeEvent } from "./stock-take-tell";

const told = ["title", "teamIds", "includeBelow", "checkInId", "state"] as const;

export interface WantedStockTake {
  readonly title: string;
  readonly teamIds: readonly string[];
  readonly includeBelow: boolean;
  /** How holders are asked; null when nobody is. */
  readonly ask: { readonly closesAt: Instant; readonly reminders: number } | null;
}

/**
 * Writes down what the register has in the teams at this moment, and asks the holders.
 * @throws Refusal invalid `team-unknown`, `stock-take-empty`, `audience-empty`, `closes-in-past`
 */
export function startStockTake(
  context: ServiceContext,
  caller: Caller,
  wanted: WantedStockTake,
): Promise<CountedStockTake> {
  const { title, includeBelow, ask } = wanted;
  return context.gateway.write(async (tx) => {
    const teamIds = [...new Set(wanted.teamIds)].sort();
    const devices = await registeredIn(tx, await teamsOf(tx, teamIds, includeBelow));
    if (devices.length === 0) throw new Refusal("invalid", "stock-take-empty");
    const id = context.newId();
    const items = devices.map((device) => expected(device, context.newId(), id));
    const checkInId = ask && (await askHolders(context, tx, caller, title, ask, items));
    const draft = { title, teamIds, includeBelow, checkInId };
    const stockTake = start(draft, id, caller.person.id, context.clock.now());
    await insertStockTake(tx, stockTake);
    await insertItems(tx, items);
    const changes = changesBetween(null, { ...stockTake, items: items.length }, [...told, "items"]);
    await recordEvents(tx, [stockTakeEvent(context, by(context, caller), "started", id, changes)]);
    return stockTakeWithin(tx, caller, id);
  });
}

/**
 * Takes no more, ends the check-in, and makes of each device that nobody has reported missing a report for IT.
 * @throws Refusal not-found; conflict `stock-take-closed`
 */
export function closeStockTake(
  context: ServiceContext,
  caller: Caller,
  id: string,
  note: string | null,
): Promise<CountedStockTake> {
  return context.gateway.write(async (tx) => {
    const { checkInId } = await present(findStockTake(tx, id, caller.scope));
    // The check-in first, as an answer holds its delivery before it comes to the stock-take.
    if (checkInId !== null) await closeWithin(context, tx, caller.person.id, checkInId);
    const before = await present(lockStockTake(tx, id, true));
    const after = close(before, caller.person.id, context.clock.now());
    await updateStockTake(tx, after);
    const reported = await reportMissing(context, tx, caller, after);
    const changes = changesBetween({ ...before, reports: 0 }, { ...after, reports: reported }, [
      "state",
      "reports",
    ]);
    await recordEvents(tx, [stockTakeEvent(context, by(context, caller), "closed", id, changes, note)]);
    return stockTakeWithin(tx, caller, id);
  });
}

async function teamsOf(tx: Writer, teamIds: readonly string[], below: boolean): Promise<readonly string[]> {
  const teams = await allTeams(tx);
  const known = new Set(teams.map(({ id }) => id));
  if (!teamIds.every((id) => known.has(id))) throw new Refusal("invalid", "team-unknown");
  return below ? [...withTeamsBelow(teams, teamIds)] : teamIds;
}

async function askHolders(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  title: string,
  ask: NonNullable<WantedStockTake["ask"]>,
  items: readonly StockTakeItem[],
): Promise<string> {
  const holders = new Set(items.flatMap(({ holderId }) => (holderId === null ? [] : [holderId])));
  const people = await peopleByIds(tx, [...holders]);
  const personIds = [...people.values()].filter(({ active }) => active).map(({ id }) => id);
  if (personIds.length === 0) throw new Refusal("invalid", "audience-empty");
  const audience = { personIds: personIds.sort() };
  const draft = { purpose: "stock-take" as const, title, audience, opensAt: null, ...ask };
  return launchWithin(context, tx, caller.person.id, draft);
}

async function reportMissing(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  { id, closedAt }: StockTake,
): Promise<number> {
  const missing = await missingItems(tx, id);
  const open = await notReportedMissing(
    tx,
    missing.flatMap(({ deviceId }) => deviceId ?? []),
  );
  const toReport = missing.filter(({ deviceId }) => deviceId !== null && open.has(deviceId));
  const problems = toReport.map(({ deviceId, note, recordedBy }) => ({
    id: context.newId(),
    kind: "missing" as const,
    deviceId,
    text: note,
    personId: recordedBy ?? caller.person.id,
    raisedAt: closedAt ?? "",
    resolvedAt: null,
  }));
  await insertDeviceProblems(tx, "", problems);
  const change = [{ field: "problem", from: null, to: "missing" }];
  const events = toReport.map(({ deviceId }) =>
    deviceEvent(context, by(context, caller), "problem-reported", deviceId ?? "", change),
  );
  if (events.length > 0) await recordEvents(tx, events);
  return toReport.length;
}

function by(context: ServiceContext, caller: Caller) {
  return { actorId: caller.person.id, at: toInstant(context.clock.now()), door: "tab" as const };
}
