import type { ImportKind } from "../../src/domain/import/import";
import type { FieldWords } from "../history/history-words";
import { deviceHistoryFields } from "../inventory/details/device-history-fields";

const name = { label: "import.field.name", value: "text" } as const;
const directoryFields: Readonly<Record<string, FieldWords>> = {
  name,
  email: { label: "import.field.email", value: "text" },
  teamId: { label: "import.field.teamId", value: "team" },
  active: { label: "import.field.active", value: "text" },
  parentId: { label: "import.field.parentId", value: "team" },
  managerIds: { label: "import.field.managerIds", value: "person" },
};

/** How the rows of a file are told, by what is in it. */
export function fieldWordsOf(kind: ImportKind): Readonly<Record<string, FieldWords>> {
  return kind === "devices" ? deviceHistoryFields : directoryFields;
}
