import sql, { join } from "sql-template-tag";
import type { Decision, DecisionKind } from "../../../domain/rollout/decision";
import type { Gate, Measure } from "../../../domain/rollout/gate";
import { orEmpty, orNull } from "../../entities/columns";
import { type DecisionRow, decisionEntity } from "../../entities/rollout-entities";
import { firstRow, type Reader, type Writer } from "../../gateway";

export interface DecisionView extends Decision {
  readonly decidedByName: string | null;
  readonly firstByName: string | null;
}

const columns = sql`d.id, d.wave_id AS "waveId", d.decision, d.reason, d.gates, d.against_gates AS against,
  d.decided_by AS "decidedBy", d.decided_at AS "decidedAt", d.first_by AS "firstBy",
  d.awaits_second AS "awaitsSecond"`;

export async function lastDecision(reader: Reader, waveId: string): Promise<Decision | null> {
  const row = await firstRow<DecisionRow>(
    reader,
    sql`SELECT ${columns} FROM wave_decision d WHERE d.wave_id = ${waveId}
        ORDER BY d.decided_at DESC, d.id DESC LIMIT 1`,
  );
  return row && fromRow(row);
}

/** Newest first. */
export async function decisionsOf(reader: Reader, waveIds: readonly string[]): Promise<DecisionView[]> {
  if (waveIds.length === 0) return [];
  const rows = await reader.rows<
    DecisionRow & { decidedByName: string | null; firstByName: string | null }
  >(sql`
    SELECT ${columns}, p.name AS "decidedByName", f.name AS "firstByName" FROM wave_decision d
      LEFT JOIN person p ON p.id = d.decided_by LEFT JOIN person f ON f.id = d.first_by
     WHERE d.wave_id IN (${join(waveIds)}) ORDER BY d.decided_at DESC, d.id DESC`);
  return rows.map(({ decidedByName, firstByName, ...row }) => ({
    ...fromRow(row),
    decidedByName,
    firstByName,
  }));
}

export async function insertDecision(tx: Writer, decision: Decision): Promise<void> {
  await tx.manager.insert(decisionEntity, {
    ...decision,
    gates: JSON.stringify(decision.gates),
    against: JSON.stringify(decision.against),
    firstBy: orEmpty(decision.firstBy),
    awaitsSecond: decision.awaitsSecond ? 1 : 0,
  });
}

function fromRow(row: DecisionRow): Decision {
  return {
    ...row,
    decision: row.decision as DecisionKind,
    gates: JSON.parse(row.gates) as Gate[],
    against: JSON.parse(row.against) as Measure[],
    firstBy: orNull(row.firstBy),
    awaitsSecond: row.awaitsSecond === 1,
  };
}
