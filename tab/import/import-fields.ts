import type { TextKey } from "../../src/contracts/text/catalogue";
import type { ImportKind } from "../../src/domain/import/import";
import { applicationHistoryFields } from "../applications/details/application-history-fields";
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

const contractPrefix = "contract.";
/** Contracts are told with their applications there, and by themselves here. */
const contractFields = Object.fromEntries(
  Object.entries(applicationHistoryFields)
    .filter(([field]) => field.startsWith(contractPrefix))
    .map(([field, words]) => [field.slice(contractPrefix.length), words]),
);

const fieldWords: Readonly<Record<ImportKind, Readonly<Record<string, FieldWords>>>> = {
  devices: deviceHistoryFields,
  applications: applicationHistoryFields,
  contracts: contractFields,
  people: directoryFields,
  teams: directoryFields,
};

/** How the rows of a file are told, by what is in it. */
export function fieldWordsOf(kind: ImportKind): Readonly<Record<string, FieldWords>> {
  return fieldWords[kind];
}

const columnNames = [
  "id",
  "category",
  "modelNumber",
  "deviceName",
  "team",
  "teamId",
  "department",
  "assigneeId",
  "assigneeEmail",
  "assigneeMail",
  "assigneeUsername",
  "assigneeName",
  "assigneeKind",
  "warrantyMonths",
  "currency",
  "businessOwnerId",
  "businessOwner",
  "itOwnerId",
  "itOwner",
  "supplier",
  "applicationId",
  "application",
  "upn",
  "parentId",
  "parent",
  "managerIds",
  "managers",
] as const;

/** What a column of a file can mean, in words; several columns can name one field of a record. */
export function columnLabelsOf(kind: ImportKind): Readonly<Record<string, TextKey>> {
  const ofFields = Object.entries(fieldWords[kind]).flatMap(([field, words]) =>
    "label" in words ? [[field, words.label] as const] : [],
  );
  const own = columnNames.map((column) => [column, `import.source-column.${column}`] as const);
  return Object.fromEntries([...ofFields, ...own]);
}
