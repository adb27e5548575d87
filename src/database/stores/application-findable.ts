import sql, { join } from "sql-template-tag";
import type { Writer } from "../gateway";
import { inChunks } from "./chunks";
import { enterFindable, forgetFindable } from "./search-index";

interface Names {
  readonly id: string;
  readonly name: string;
  readonly supplier: string | null;
  readonly purpose: string;
  readonly serviceArea: string;
}

/**
 * Makes applications and their contracts found by what they and their suppliers are called now; in the transaction
 * that wrote them.
 */
export async function enterApplications(tx: Writer, applicationIds: readonly string[]): Promise<void> {
  await inChunks([...new Set(applicationIds)], async (chunk) => {
    const applications = await tx.rows<Names>(sql`
      SELECT a.id, a.name, s.name AS supplier, a.purpose, a.service_area AS "serviceArea"
        FROM application a LEFT JOIN supplier s ON s.id = a.supplier_id WHERE a.id IN (${join(chunk)})`);
    await enterFindable(
      tx,
      "application",
      applications.map(({ id, name, supplier, purpose, serviceArea }) => ({
        id,
        title: name,
        exact: "",
        also: [supplier ?? "", purpose, serviceArea],
      })),
    );
    const contracts = await tx.rows<{
      id: string;
      reference: string;
      name: string;
      supplier: string | null;
    }>(sql`
      SELECT c.id, c.reference, a.name, s.name AS supplier
        FROM contract c JOIN application a ON a.id = c.application_id LEFT JOIN supplier s ON s.id = c.supplier_id
       WHERE c.application_id IN (${join(chunk)})`);
    await enterFindable(
      tx,
      "contract",
      contracts.map(({ id, reference, name, supplier }) => ({
        id,
        title: name,
        exact: reference,
        also: [supplier ?? ""],
      })),
    );
  });
}

/** Before the application and its contracts are removed. */
export async function forgetApplication(tx: Writer, id: string): Promise<void> {
  const contracts = await tx.rows<{ id: string }>(sql`SELECT id FROM contract WHERE application_id = ${id}`);
  await forgetFindable(
    tx,
    "contract",
    contracts.map((contract) => contract.id),
  );
  await forgetFindable(tx, "application", [id]);
}
