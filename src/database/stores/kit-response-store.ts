import sql from "sql-template-tag";
import type { Acceptance } from "../../domain/acceptance";
import type { Door } from "../../domain/audit-event";
import type { Instant } from "../../domain/instant";
import type { KitDevice } from "../../domain/kit";
import type { KitAnswer, KitReport } from "../../domain/kit-answer";
import { orEmpty, orNull } from "../entities/columns";
import { firstRow, type Reader, type Writer } from "../gateway";

export interface KitResponse extends KitReport {
  readonly answeredAt: Instant;
}

export async function findKitResponse(reader: Reader, deliveryId: string): Promise<KitResponse | null> {
  const row = await firstRow<{ answers: string; unlisted: string; note: string; answeredAt: string }>(
    reader,
    sql`SELECT r.answers, r.unlisted, r.note, r.answered_at AS "answeredAt"
      FROM kit_response r WHERE r.delivery_id = ${deliveryId}`,
  );
  if (!row) return null;
  return {
    answers: JSON.parse(row.answers) as Record<string, KitAnswer>,
    unlisted: orNull(row.unlisted),
    note: orNull(row.note),
    answeredAt: row.answeredAt,
  };
}

export async function saveKitResponse(
  tx: Writer,
  deliveryId: string,
  report: KitReport,
  at: Instant,
  door: Door,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO kit_response (delivery_id, answers, unlisted, note, answered_at, door)
    VALUES (${deliveryId}, ${JSON.stringify(report.answers)}, ${orEmpty(report.unlisted)},
            ${orEmpty(report.note ?? null)}, ${at}, ${door})
    ON CONFLICT (delivery_id) DO UPDATE SET answers = excluded.answers, unlisted = excluded.unlisted,
      note = excluded.note, answered_at = excluded.answered_at, door = excluded.door`);
}

interface KitRead
  extends Omit<KitDevice, "manufacturer" | "model" | "serial" | "warrantyEnd" | "acceptance"> {
  acceptance: string;
  manufacturer: string;
  model: string;
  serial: string;
  warrantyEnd: string;
  lastConfirmedAt: string;
}

/** What a person holds, in the order of the asset tags. */
export async function kitOf(reader: Reader, personId: string): Promise<KitDevice[]> {
  const rows = await reader.rows<KitRead>(sql`
    SELECT d.id, d.asset_tag AS "assetTag", d.type, d.manufacturer, d.model, d.serial, d.status, d.label,
           d.warranty_end AS "warrantyEnd", d.last_confirmed_at AS "lastConfirmedAt", d.acceptance,
           (SELECT b.kind FROM device_problem b
             WHERE b.device_id = d.id AND b.resolved_at = '' AND b.person_id = ${personId}
               AND b.kind IN ('broken', 'missing')
             ORDER BY b.raised_at DESC, b.id DESC LIMIT 1) AS "openProblem"
      FROM device d WHERE d.assignee_id = ${personId} ORDER BY d.asset_key`);
  return rows.map((row) => ({
    ...row,
    manufacturer: orNull(row.manufacturer),
    model: orNull(row.model),
    serial: orNull(row.serial),
    warrantyEnd: orNull(row.warrantyEnd),
    lastConfirmedAt: orNull(row.lastConfirmedAt),
    acceptance: orNull(row.acceptance) as Acceptance | null,
  }));
}
