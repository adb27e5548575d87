import type { Writer } from "../../src/database/gateway";
import { saveCalendar } from "../../src/database/stores/calendar-setting-store";
import { aroundTheClock, mostBudget } from "../../src/domain/check-in/calendar-setting";

/** Messages go out at any hour: tests run at night too. */
export async function keepNoHours(tx: Writer): Promise<void> {
  const changed = { changedAt: "2026-01-01T00:00:00.000Z", changedBy: "test" };
  await saveCalendar(tx, { ...aroundTheClock, messageBudget: mostBudget, ...changed });
}
