import sql from "sql-template-tag";
import type { Instant } from "../../../domain/instant";
import type { StepAnswer } from "../../../domain/rollout/step-answer";
import { stepAnswerEntity } from "../../entities/rollout-record-entities";
import { firstRow, type Reader, type Writer } from "../../gateway";

export interface StoredStep extends StepAnswer {
  readonly answeredAt: Instant;
}

interface StepRead {
  readonly has: number;
  readonly works: number;
  readonly stops: string | null;
  readonly answeredAt: string;
}

/** What a delivery was answered with; its words are those of the blocker that it raised. */
export async function findStep(reader: Reader, deliveryId: string): Promise<StoredStep | null> {
  const row = await firstRow<StepRead>(
    reader,
    sql`SELECT a.has, a.works, NULLIF(b.text, '') AS stops, a.answered_at AS "answeredAt"
          FROM rollout_answer a LEFT JOIN blocker b ON b.delivery_id = a.delivery_id
         WHERE a.delivery_id = ${deliveryId}`,
  );
  return row && { ...row, has: row.has === 1, works: row.works < 0 ? null : row.works === 1 };
}

export async function saveStep(
  tx: Writer,
  deliveryId: string,
  personId: string,
  { has, works }: StepAnswer,
  { answeredAt, door }: { readonly answeredAt: Instant; readonly door: string },
): Promise<void> {
  const said = { has: has ? 1 : 0, works: works === null ? -1 : works ? 1 : 0 };
  await tx.manager.upsert(stepAnswerEntity, { deliveryId, personId, ...said, answeredAt, door }, [
    "deliveryId",
  ]);
}
