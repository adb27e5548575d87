import sql from "sql-template-tag";
import { newId } from "../../platform/ids";
import { type Adder, firstRow, type Writer } from "../gateway";
import { asItStays, untilWritten } from "../row-lock";

/*
 * One row stands for all labels and rules: whoever writes a device holds it together with others, whoever changes the
 * terms holds it alone, and its stamp is another after every change.
 */

/** Transactions that have changed the terms themselves, and whose stamp is not another yet. */
const changing = new WeakSet<Adder>();

/**
 * The terms stay as they are until the transaction ends.
 * @returns what they may be remembered by; null while this transaction changes them
 */
export async function heldStamp(tx: Adder): Promise<string | null> {
  const row = await firstRow<{ stamp: string }>(tx, sql`SELECT stamp FROM device_terms ${asItStays(tx)}`);
  if (row === null) throw new Error("The database has lost the stamp of the terms of devices");
  return changing.has(tx) ? null : row.stamp;
}

/** For who changes labels or rules: nobody else writes a device until the transaction ends. */
export async function lockDeviceTerms(tx: Writer): Promise<void> {
  await tx.rows(sql`SELECT stamp FROM device_terms ${untilWritten(tx)}`);
}

/** What anybody remembers of the terms holds no longer once this transaction is committed. */
export function renewDeviceTerms(tx: Writer): void {
  if (changing.has(tx)) return;
  changing.add(tx);
  tx.beforeCommit("terms", async () => void (await tx.run(sql`UPDATE device_terms SET stamp = ${newId()}`)));
}
