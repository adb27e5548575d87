import type { Application } from "../application/application";
import type { Contract } from "../application/contract";
import type { DeviceView } from "../device-view";
import { withFormulaGuard } from "../import/formula-cell";
import type { LifecycleStates } from "../lifecycle/lifecycle";
import type { Money } from "../money";
import type { Person } from "../person";
import type { Team } from "../team";

/** A column of an export. Its header is one that an import of the same kind knows. */
export interface ExportColumn<T> {
  readonly header: string;
  readonly cell: (row: T) => string | null;
}

/** One row of an export, in the order of its columns; what looks like a formula is made harmless. */
export function exportRow<T>(columns: readonly ExportColumn<T>[], row: T): string[] {
  return columns.map(({ cell }) => withFormulaGuard(cell(row) ?? ""));
}

export function headersOf(columns: readonly ExportColumn<never>[]): string[] {
  return columns.map(({ header }) => header);
}

/** The field of that name as text. */
export function field<const Name extends string>(
  name: Name,
): ExportColumn<{ readonly [N in Name]: string | null }> {
  return { header: name, cell: (row) => row[name] };
}

/** `12.50 GBP`, as an import reads it back. */
export function moneyText(money: Money | null): string {
  return money === null ? "" : `${money.amount} ${money.currency}`;
}

/** A device as lists answer it. */
export type ListedView = DeviceView & LifecycleStates;

/** The fields of the API, in its order. The id comes first, so that an import of the file finds each device by it. */
export const deviceColumns: readonly ExportColumn<ListedView>[] = [
  field("id"),
  field("assetTag"),
  field("serial"),
  field("type"),
  field("manufacturer"),
  field("model"),
  field("os"),
  field("osVersion"),
  field("osSupport"),
  field("osSupportEnd"),
  field("status"),
  field("label"),
  field("teamId"),
  field("teamName"),
  field("assigneeId"),
  field("assigneeName"),
  field("acceptance"),
  field("purchaseDate"),
  field("warrantyEnd"),
  field("replacement"),
  field("replaceOn"),
  { header: "cost", cell: ({ cost }) => moneyText(cost) },
  field("notes"),
  field("disposedOn"),
  field("disposalMethod"),
  field("disposalReference"),
  field("source"),
  field("lastConfirmedAt"),
  field("lastSeenAt"),
];

export interface PersonExport extends Person {
  readonly teamName: string | null;
}

export const personColumns: readonly ExportColumn<PersonExport>[] = [
  field("id"),
  field("name"),
  field("email"),
  field("teamId"),
  field("teamName"),
  { header: "active", cell: ({ active }) => (active ? "yes" : "no") },
];

export interface TeamExport extends Team {
  readonly parentName: string | null;
  /** Addresses of the managers, for people to read; an import goes by the ids. */
  readonly managers: readonly string[];
}

export const teamColumns: readonly ExportColumn<TeamExport>[] = [
  field("id"),
  field("name"),
  field("parentId"),
  field("parentName"),
  { header: "managerIds", cell: ({ managerIds }) => managerIds.join("; ") },
  { header: "managers", cell: ({ managers }) => managers.join("; ") },
];

export interface ApplicationExport extends Application {
  readonly supplier: string | null;
  readonly businessOwnerName: string | null;
  readonly itOwnerName: string | null;
  readonly contractEnd: string | null;
  readonly noticeDate: string | null;
}

export const applicationColumns: readonly ExportColumn<ApplicationExport>[] = [
  field("id"),
  field("name"),
  field("kind"),
  field("type"),
  field("hosting"),
  field("lifecycle"),
  field("businessOwnerId"),
  field("businessOwnerName"),
  field("itOwnerId"),
  field("itOwnerName"),
  field("supplier"),
  field("criticality"),
  field("dataClassification"),
  field("personalData"),
  field("dpiaDate"),
  field("accessibility"),
  field("accessibilityStatement"),
  field("aiFeatures"),
  field("serviceArea"),
  field("purpose"),
  field("notes"),
  { header: "userCount", cell: ({ userCount }) => userCount?.toString() ?? "" },
  { header: "functionalFit", cell: ({ functionalFit }) => functionalFit?.toString() ?? "" },
  { header: "technicalFit", cell: ({ technicalFit }) => technicalFit?.toString() ?? "" },
  field("supportEnds"),
  field("contractEnd"),
  field("noticeDate"),
];

export interface ContractExport extends Contract {
  readonly applicationName: string;
  readonly supplier: string | null;
  readonly noticeDate: string | null;
}

/** The last day to give notice is there for people to read; an import works it out again. */
export const contractColumns: readonly ExportColumn<ContractExport>[] = [
  field("id"),
  field("applicationId"),
  field("applicationName"),
  field("supplier"),
  field("reference"),
  field("start"),
  field("end"),
  { header: "noticeDays", cell: ({ noticeDays }) => noticeDays?.toString() ?? "" },
  field("noticeDate"),
  field("renewal"),
  { header: "value", cell: ({ value }) => moneyText(value) },
];
