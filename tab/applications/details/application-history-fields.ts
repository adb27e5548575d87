import type { TextKey } from "../../../src/contracts/text/catalogue";
import { integrationMethods } from "../../../src/domain/application/integration";
import { uses } from "../../../src/domain/application/team-use";
import { disclosureFields, exemptions } from "../../../src/domain/disclosure/disclosure";
import type { FieldWords } from "../../history/history-words";
import { type ChoiceField, choices } from "../form/application-draft";

type ChosenField = Exclude<
  ChoiceField,
  "functionalFit" | "technicalFit" | "contract.renewal" | "dispositionOverride"
>;
const chosen: readonly ChosenField[] = [
  "kind",
  "type",
  "hosting",
  "lifecycle",
  "criticality",
  "dataClassification",
  "personalData",
  "accessibility",
  "aiFeatures",
];

const plain = (
  label: TextKey,
  value: "text" | "date" | "person" | "team" | "named" | "money",
): FieldWords => ({
  label,
  value,
});
const choice = <T extends string>(
  label: TextKey,
  values: readonly T[],
  key: (value: T) => TextKey,
): FieldWords => ({
  label,
  value: "choice",
  choices: Object.fromEntries(values.map((value) => [value, key(value)])),
});

/** How the history of an application tells each field, those of its contracts, teams and integrations among them. */
export const applicationHistoryFields: Readonly<Record<string, FieldWords>> = {
  ...Object.fromEntries(
    chosen.map((field) => [
      field,
      choice<string>(
        `application.field.${field}`,
        choices[field],
        (value) => `application.${field}.${value}` as "application.kind.line-of-business",
      ),
    ]),
  ),
  name: plain("application.field.name", "text"),
  businessOwnerId: plain("application.field.businessOwnerId", "person"),
  itOwnerId: plain("application.field.itOwnerId", "person"),
  supplierId: plain("application.field.supplier", "named"),
  dpiaDate: plain("application.field.dpiaDate", "date"),
  accessibilityStatement: plain("application.field.accessibilityStatement", "text"),
  serviceArea: plain("application.field.serviceArea", "text"),
  purpose: plain("application.field.purpose", "text"),
  notes: plain("application.field.notes", "text"),
  userCount: plain("application.field.userCount", "text"),
  functionalFit: plain("application.field.functionalFit", "text"),
  technicalFit: plain("application.field.technicalFit", "text"),
  dispositionOverride: choice(
    "application.field.dispositionOverride",
    choices.dispositionOverride,
    (value) => `application.disposition.${value}` as const,
  ),
  dispositionReason: plain("application.field.dispositionReason", "text"),
  supportEnds: plain("application.field.supportEnds", "date"),
  replacedById: plain("application.field.replacedById", "named"),
  riskOverrides: {
    sentence: (change, text) => `${text("application.field.riskOverrides")}: ${risksOf(change.to)}`,
  },
  teamId: plain("application.field.teamId", "team"),
  use: choice("application.field.use", uses, (value) => `application.use.${value}` as const),
  fromId: plain("application.field.fromId", "named"),
  toId: plain("application.field.toId", "named"),
  data: plain("application.field.data", "text"),
  method: choice(
    "application.field.method",
    integrationMethods,
    (value) => `application.method.${value}` as const,
  ),
  "contract.supplierId": plain("application.field.contract.supplierId", "named"),
  "contract.reference": plain("application.field.contract.reference", "text"),
  "contract.start": plain("application.field.contract.start", "date"),
  "contract.end": plain("application.field.contract.end", "date"),
  "contract.noticeDays": plain("application.field.contract.noticeDays", "text"),
  "contract.renewal": choice(
    "application.field.contract.renewal",
    choices["contract.renewal"],
    (value) => `application.renewal.${value}` as const,
  ),
  ...Object.fromEntries(
    disclosureFields.map((field) => [
      `disclosure.${field}`,
      {
        label: `disclosure.field.${field}` as const,
        value: "choice" as const,
        choices: {
          disclose: "disclosure.disclose" as const,
          ...Object.fromEntries(exemptions.map((one) => [one, `disclosure.exemption.${one}` as const])),
        },
      },
    ]),
  ),
  ...Object.fromEntries(
    disclosureFields.map((field) => [
      `disclosureReason.${field}`,
      plain(`disclosure.why.${field}` as const, "text"),
    ]),
  ),
  "contract.value": plain("application.field.contract.value", "money"),
};

/** `L3 5 (reason), L7 2 (reason)`; a dash when there is none left. */
function risksOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return "–";
  const told = Object.entries(value as Record<string, { score?: unknown; reason?: unknown }>).map(
    ([risk, { score, reason }]) => `${risk} ${String(score)} (${String(reason)})`,
  );
  return told.join(", ") || "–";
}
