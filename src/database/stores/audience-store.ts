import sql, { join, type Sql } from "sql-template-tag";
import type { Reader } from "../gateway";
import { inChunks } from "./chunks";

export interface Addressee {
  readonly id: string;
  readonly active: boolean;
}

export async function everyone(reader: Reader): Promise<Addressee[]> {
  return addressees(reader, sql`1 = 1`);
}

export async function peopleOfTeams(reader: Reader, teamIds: readonly string[]): Promise<Addressee[]> {
  return inPieces(teamIds, (piece) => addressees(reader, sql`p.team_id IN (${join(piece)})`));
}

/** Ids that nobody has are left out. */
export async function peopleNamed(reader: Reader, personIds: readonly string[]): Promise<Addressee[]> {
  return inPieces(personIds, (piece) => addressees(reader, sql`p.id IN (${join(piece)})`));
}

/** @param modelKey the model in the form of `matchKey` */
export async function holdersOfModel(reader: Reader, modelKey: string): Promise<Addressee[]> {
  return addressees(
    reader,
    sql`p.id IN (SELECT d.assignee_id FROM device d WHERE d.model_key = ${modelKey})`,
  );
}

/** People of the teams that use an application now. */
export async function usersOfApplication(reader: Reader, applicationId: string): Promise<Addressee[]> {
  return addressees(
    reader,
    sql`p.team_id IN (SELECT u.team_id FROM application_team u
      WHERE u.application_id = ${applicationId} AND u.use <> 'planned')`,
  );
}

/** Whom a wave is meant for; the exempt are not asked. */
export async function peopleInWave(reader: Reader, waveId: string): Promise<Addressee[]> {
  return addressees(
    reader,
    sql`p.id IN (SELECT q.person_id FROM wave_participant q WHERE q.wave_id = ${waveId} AND q.state <> 'exempt')`,
  );
}

/** Who holds a seat of a SKU by the latest sync, as far as the directory here knows them. */
export async function holdersOfSku(reader: Reader, skuId: string): Promise<Addressee[]> {
  return addressees(
    reader,
    sql`p.id IN (SELECT h.person_id FROM graph_part q JOIN graph_holding h ON h.sync_id = q.sync_id
      WHERE q.name = 'people' AND h.sku_id = ${skuId})`,
  );
}

async function addressees(reader: Reader, where: Sql): Promise<Addressee[]> {
  const rows = await reader.rows<{ id: string; active: number }>(
    sql`SELECT p.id, p.active FROM person p WHERE ${where} ORDER BY p.name_key, p.id`,
  );
  return rows.map((row) => ({ id: row.id, active: row.active === 1 }));
}

async function inPieces(
  ids: readonly string[],
  find: (piece: readonly string[]) => Promise<Addressee[]>,
): Promise<Addressee[]> {
  const found: Addressee[] = [];
  await inChunks([...new Set(ids)], async (piece) => {
    found.push(...(await find(piece)));
  });
  return found;
}
