import sql from "sql-template-tag";
import type { Integration } from "../../domain/application/integration";
import { type IntegrationRow, integrationEntity } from "../entities/application-entities";
import { orEmpty, orNull } from "../entities/columns";
import type { Reader, Writer } from "../gateway";
import { untilWritten } from "../row-lock";
import { inChunks } from "./chunks";

export interface IntegrationView extends Integration {
  readonly fromName: string;
  readonly toName: string;
}

type IntegrationRead = IntegrationRow & { fromName: string; toName: string };

/** All integrations, or those of one application, by the names of both ends. */
export async function integrations(reader: Reader, applicationId?: string): Promise<IntegrationView[]> {
  const where =
    applicationId === undefined
      ? sql`1 = 1`
      : sql`(i.from_id = ${applicationId} OR i.to_id = ${applicationId})`;
  const rows = await reader.rows<IntegrationRead>(sql`
    SELECT i.id, i.from_id AS "fromId", f.name AS "fromName", i.to_id AS "toId", t.name AS "toName", i.data, i.method,
           i.notes
      FROM integration i JOIN application f ON f.id = i.from_id JOIN application t ON t.id = i.to_id
     WHERE ${where} ORDER BY f.name_key, t.name_key, i.id`);
  return rows.map((row) => ({
    ...row,
    method: row.method as Integration["method"],
    notes: orNull(row.notes),
  }));
}

/** What goes out of an application; nobody else adds to it until the transaction ends. */
export async function integrationsToAddTo(tx: Writer, fromId: string): Promise<IntegrationView[]> {
  await tx.rows(sql`SELECT a.id FROM application a WHERE a.id = ${fromId} ${untilWritten(tx)}`);
  return (await integrations(tx, fromId)).filter((integration) => integration.fromId === fromId);
}

export async function insertIntegrations(tx: Writer, added: readonly Integration[]): Promise<void> {
  await inChunks(added, async (chunk) => {
    const rows = chunk.map((integration) => ({ ...integration, notes: orEmpty(integration.notes) }));
    await tx.manager.insert(integrationEntity, rows);
  });
}

export async function deleteIntegration(tx: Writer, id: string): Promise<void> {
  await tx.manager.delete(integrationEntity, { id });
}
