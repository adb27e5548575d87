import type { Writer } from "../../database/gateway";
import type { FieldChange } from "../../domain/audit-event";

export interface UndoneRecord {
  readonly id: string;
  /** Of a contract. */
  readonly applicationId?: string;
  readonly changes: readonly FieldChange[];
}

interface Changed {
  readonly subjectId: string;
  readonly before: object | null;
}

/** How records of one kind are taken back. All of them exist and are as their import left them. */
export interface UndoableRecords {
  namesOf(tx: Writer, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  remove(tx: Writer, ids: readonly string[]): Promise<UndoneRecord[]>;
  restore(tx: Writer, changed: readonly Changed[]): Promise<UndoneRecord[]>;
}

export function gone(field: string, from: string): FieldChange {
  return { field, from, to: null };
}
