import sql from "sql-template-tag";
import type { Nation } from "../../domain/check-in/bank-holiday";
import type { CalendarSetting } from "../../domain/check-in/calendar-setting";
import type { Instant } from "../../domain/instant";
import { orEmpty, orNull } from "../entities/columns";
import type { CalendarSettingRow } from "../entities/contact-entities";
import { firstRow, type Reader, type Writer } from "../gateway";

export interface DecidedCalendar extends CalendarSetting {
  readonly changedAt: Instant;
  readonly changedBy: string;
}

/** Null while nobody has decided. */
export async function decidedCalendar(reader: Reader): Promise<DecidedCalendar | null> {
  const row = await firstRow<Omit<CalendarSettingRow, "id">>(
    reader,
    sql`SELECT days, opens, shuts, nation, closed_days AS "closedDays", message_budget AS "messageBudget",
      changed_at AS "changedAt", changed_by AS "changedBy" FROM calendar_setting`,
  );
  if (row === null) return null;
  const { days, opens, shuts, closedDays, nation, ...rest } = row;
  return {
    ...rest,
    hours: { days: days.split(",").map(Number), from: opens, until: shuts },
    nation: orNull(nation) as Nation | null,
    closedDays: JSON.parse(closedDays) as string[],
  };
}

export async function saveCalendar(tx: Writer, setting: DecidedCalendar): Promise<void> {
  const { hours, nation, closedDays, messageBudget, changedAt, changedBy } = setting;
  await tx.run(sql`
    INSERT INTO calendar_setting (id, days, opens, shuts, nation, closed_days, message_budget, changed_at, changed_by)
    VALUES ('calendar', ${hours.days.join(",")}, ${hours.from}, ${hours.until}, ${orEmpty(nation)},
      ${JSON.stringify(closedDays)}, ${messageBudget}, ${changedAt}, ${changedBy})
    ON CONFLICT (id) DO UPDATE SET days = excluded.days, opens = excluded.opens, shuts = excluded.shuts,
      nation = excluded.nation, closed_days = excluded.closed_days, message_budget = excluded.message_budget,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`);
}
