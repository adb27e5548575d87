import type { AuditEvent } from "../../src/domain/audit-event";
import type { Device } from "../../src/domain/device";
import { addDays } from "../../src/domain/instant";
import { closeStockTake, type StockTake, startStockTake } from "../../src/domain/stock-take/stock-take";
import { expected, recordByHand, type StockTakeItem } from "../../src/domain/stock-take/stock-take-item";
import type { Team } from "../../src/domain/team";
import { idFrom } from "../../tests/support/builders";
import { fixedPeople } from "./fixed-people";

export interface CouncilStockTakes {
  readonly stockTakes: readonly StockTake[];
  readonly stockTakeItems: readonly StockTakeItem[];
}

const itManagerId = fixedPeople.find(({ role }) => role === "Toolroll.ItManager")?.id ?? "";

/** One that was closed in the spring, with something missing, and one that somebody is in the middle of. */
const plans = [
  { title: "Spring count", team: "Housing Options", startedDaysAgo: 190, closedDaysAgo: 176, every: 9 },
  { title: "Autumn count", team: "Digital Services", startedDaysAgo: 4, closedDaysAgo: null, every: 2 },
] as const;

export function councilStockTakes(
  devices: readonly Device[],
  teams: readonly Team[],
  now: Date,
): CouncilStockTakes {
  const all = plans.flatMap((plan) => {
    const team = teams.find(({ name }) => name === plan.team);
    const own = devices.filter(({ teamId, status }) => teamId === team?.id && status !== "archived");
    return team === undefined || own.length === 0 ? [] : [oneOf(plan, team, own, now)];
  });
  return {
    stockTakes: all.map(({ stockTake }) => stockTake),
    stockTakeItems: all.flatMap(({ items }) => items),
  };
}

/** How each came to be, for the history. */
export function stockTakeHistory(stockTakes: readonly StockTake[]): AuditEvent[] {
  return stockTakes.flatMap(({ id, title, startedAt, closedAt }) => {
    const told = (what: string, at: string, changes: AuditEvent["changes"]): AuditEvent => ({
      id: idFrom(`${id}/${what}`),
      at,
      actorId: itManagerId,
      door: "seed",
      action: `stock-take.${what}`,
      subjectKind: "stock-take",
      subjectId: id,
      changes,
      reason: null,
    });
    const started = told("started", startedAt, [{ field: "title", from: null, to: title }]);
    if (closedAt === null) return [started];
    return [started, told("closed", closedAt, [{ field: "state", from: "open", to: "closed" }])];
  });
}

function oneOf(plan: (typeof plans)[number], team: Team, devices: readonly Device[], now: Date) {
  const id = idFrom(`stock-take/${plan.title}`);
  const draft = { title: plan.title, teamIds: [team.id], includeBelow: false, checkInId: null };
  const startedOn = addDays(now, -plan.startedDaysAgo);
  const started = startStockTake(draft, id, itManagerId, startedOn);
  const stockTake =
    plan.closedDaysAgo === null
      ? started
      : closeStockTake(started, itManagerId, addDays(now, -plan.closedDaysAgo));
  const items = devices.map((device, at) =>
    itemOf(plan, { ...device, holderId: device.assigneeId }, at, id, startedOn),
  );
  return { stockTake, items };
}

/** In the closed one all were looked for and each ninth is missing; in the open one each second has been found. */
function itemOf(
  plan: (typeof plans)[number],
  device: Parameters<typeof expected>[0],
  at: number,
  stockTakeId: string,
  startedOn: Date,
): StockTakeItem {
  const { id, assetTag, serial, type, model, teamId, holderId } = device;
  const facts = { id, assetTag, serial, type, model, teamId, holderId };
  const item = expected(facts, idFrom(`${stockTakeId}/${id}`), stockTakeId);
  const chosen = at % plan.every === plan.every - 1;
  if (plan.closedDaysAgo === null && !chosen) return item;
  const missing = plan.closedDaysAgo !== null && chosen;
  const said = {
    state: missing ? ("missing" as const) : ("found" as const),
    note: missing ? "Not at the desk, and nobody had seen it" : null,
  };
  return recordByHand(item, said, { by: itManagerId, at: addDays(startedOn, 1).toISOString() });
}
