import type {
  ApplicationDetailAnswer,
  changeApplication,
  createApplication,
} from "../../../src/contracts/application-contract";
import type { CallInput } from "../../../src/contracts/endpoint";
import {
  aiUses,
  applicationKinds,
  applicationTypes,
  conformances,
  criticalities,
  dataClassifications,
  hostings,
  lifecycles,
  personalDataAnswers,
} from "../../../src/domain/application/application";
import { mostNoticeDays, renewals } from "../../../src/domain/application/contract";
import { dispositions } from "../../../src/domain/application/disposition";
import { isDay } from "../../../src/domain/instant";
import { isAmount } from "../../../src/domain/money";

type ChangeBody = NonNullable<CallInput<typeof changeApplication>["body"]>;
type CreateBody = NonNullable<CallInput<typeof createApplication>["body"]>;

/** Fields chosen from a few values. */
export const choices = {
  kind: applicationKinds,
  type: applicationTypes,
  hosting: hostings,
  lifecycle: lifecycles,
  criticality: criticalities,
  dataClassification: dataClassifications,
  personalData: personalDataAnswers,
  accessibility: conformances,
  aiFeatures: aiUses,
  functionalFit: ["1", "2", "3", "4", "5"],
  technicalFit: ["1", "2", "3", "4", "5"],
  dispositionOverride: dispositions,
  "contract.renewal": renewals,
} as const;
export type ChoiceField = keyof typeof choices;

/** Choices that always hold a value; the others may be left open. */
export const alwaysChosen: ReadonlySet<string> = new Set(["kind", "personalData", "accessibility"]);

const textFields = [
  "name",
  "supplier",
  "businessOwnerId",
  "itOwnerId",
  "dpiaDate",
  "accessibilityStatement",
  "serviceArea",
  "purpose",
  "notes",
  "userCount",
  "dispositionReason",
  "supportEnds",
  "replacedById",
  "contract.reference",
  "contract.start",
  "contract.end",
  "contract.noticeDays",
  "contract.value",
] as const;
export type TextField = (typeof textFields)[number];
export type DraftField = ChoiceField | TextField;

/** Everything the form holds is text, as inputs hold it. */
export type ApplicationDraft = Readonly<Record<DraftField, string>>;

const fields: readonly DraftField[] = [...textFields, ...(Object.keys(choices) as ChoiceField[])];
const numbers: ReadonlySet<string> = new Set([
  "userCount",
  "functionalFit",
  "technicalFit",
  "contract.noticeDays",
]);

export const emptyDraft: ApplicationDraft = {
  ...(Object.fromEntries(fields.map((field) => [field, ""])) as ApplicationDraft),
  kind: "line-of-business",
  personalData: "unknown",
  accessibility: "unknown",
};

export function draftOf(application: ApplicationDetailAnswer): ApplicationDraft {
  const { contract } = application;
  const values: Readonly<Record<string, unknown>> = {
    ...application,
    "contract.reference": contract?.reference,
    "contract.start": contract?.start,
    "contract.end": contract?.end,
    "contract.noticeDays": contract?.noticeDays,
    "contract.renewal": contract?.renewal,
    "contract.value": contract?.value?.amount,
  };
  const texts = fields.map((field) => [field, String(values[field] ?? "")]);
  return Object.fromEntries(texts) as ApplicationDraft;
}

export function changedFields(base: ApplicationDraft, draft: ApplicationDraft): DraftField[] {
  return fields.filter((field) => base[field].trim() !== draft[field].trim());
}

/** Only what was changed: undefined leaves a field, null clears it. `currency` is that of the contract so far. */
export function changeBody(base: ApplicationDraft, draft: ApplicationDraft, currency = "GBP"): ChangeBody {
  const values = changedFields(base, draft).map((field) => [field, valueIn(field, draft[field], currency)]);
  const own = values.filter(([field]) => !String(field).startsWith("contract."));
  const contract = values.flatMap(([field, value]) =>
    String(field).startsWith("contract.") ? [[String(field).slice("contract.".length), value]] : [],
  );
  return {
    ...Object.fromEntries(own),
    ...(contract.length > 0 && { contract: Object.fromEntries(contract) }),
  };
}

export function createBody(draft: ApplicationDraft): CreateBody {
  const kind = applicationKinds.find((known) => known === draft.kind) ?? "line-of-business";
  return { ...changeBody(emptyDraft, draft), name: draft.name.trim(), kind };
}

/** What was typed over `base`, on top of the version that somebody else saved meanwhile. */
export function rebase(base: ApplicationDraft, typed: ApplicationDraft, theirs: ApplicationDraft) {
  const mine = changedFields(base, typed).map((field) => [field, typed[field]]);
  return { ...theirs, ...Object.fromEntries(mine) } as ApplicationDraft;
}

export type DraftProblem = "name" | "day" | "number" | "noticeDays" | "amount" | "url" | "reason";

export function problemsOf(draft: ApplicationDraft): Partial<Record<DraftField, DraftProblem>> {
  const problems: Partial<Record<DraftField, DraftProblem>> = {};
  if (draft.name.trim() === "") problems.name = "name";
  for (const field of ["dpiaDate", "supportEnds", "contract.start", "contract.end"] as const) {
    if (draft[field] !== "" && !isDay(draft[field])) problems[field] = "day";
  }
  if (!/^\d{0,6}$/.test(draft.userCount.trim())) problems.userCount = "number";
  if (!isNotice(draft["contract.noticeDays"])) problems["contract.noticeDays"] = "noticeDays";
  if (draft["contract.value"].trim() !== "" && !isAmount(draft["contract.value"].trim())) {
    problems["contract.value"] = "amount";
  }
  if (!/^(https?:\/\/\S+)?$/.test(draft.accessibilityStatement.trim())) {
    problems.accessibilityStatement = "url";
  }
  if (draft.dispositionOverride !== "" && draft.dispositionReason.trim() === "") {
    problems.dispositionReason = "reason";
  }
  return problems;
}

/** Whether it can be sent as a notice period; nothing at all is one that nobody knows. */
export function isNotice(typed: string): boolean {
  return /^\d{0,4}$/.test(typed.trim()) && Number(typed) <= mostNoticeDays;
}

function valueIn(field: DraftField, typed: string, currency: string): unknown {
  const value = typed.trim();
  if (value === "") return null;
  if (field === "contract.value") return { amount: value, currency };
  return numbers.has(field) ? Number(value) : value;
}
