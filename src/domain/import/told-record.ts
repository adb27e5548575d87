import type { AuditEvent, FieldChange } from "../audit-event";
import { subjectKinds } from "./hand-set";
import type { ImportKind } from "./import";

type Verb = "created" | "changed" | "conflict-kept" | "conflict-taken" | "import-undone";

interface Told {
  readonly id: string;
  /** Of a contract. */
  readonly applicationId?: string;
}

/** Whose history tells of a record of a file, and in which words: a contract is told in that of its application. */
export function tellingOf(
  kind: ImportKind,
  { id, applicationId }: Told,
  verb: Verb,
  changes: readonly FieldChange[],
): Pick<AuditEvent, "action" | "subjectKind" | "subjectId" | "changes"> {
  const subjectKind = kind === "contracts" ? "application" : subjectKinds[kind];
  if (kind !== "contracts") return { action: `${subjectKind}.${verb}`, subjectKind, subjectId: id, changes };
  const own = verb === "created" ? "contract-added" : verb === "changed" ? "contract-changed" : verb;
  return {
    action: `application.${own}`,
    subjectKind,
    subjectId: applicationId ?? id,
    changes: changes.map((change) => ({ ...change, field: `contract.${change.field}` })),
  };
}
