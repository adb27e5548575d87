import { refuseTurned } from "../identifier";
import type { Day } from "../instant";
import { matchKey } from "../match-key";
import { Refusal } from "../refusal";
import { type Disposition, dispositionOf, type Fit } from "./disposition";
import type { RiskOverrides } from "./legacy-risk";

export const applicationKinds = ["productivity-tool", "line-of-business"] as const;
export type ApplicationKind = (typeof applicationKinds)[number];

export const applicationTypes = ["COTS", "SaaS", "homegrown", "end-user-computing"] as const;
export type ApplicationType = (typeof applicationTypes)[number];

export const hostings = ["on-premises", "cloud", "hybrid", "third-party"] as const;
export type Hosting = (typeof hostings)[number];

export const lifecycles = [
  "under-evaluation",
  "pilot",
  "implementing",
  "in-production",
  "retiring",
  "retired",
] as const;
export type Lifecycle = (typeof lifecycles)[number];

export const criticalities = ["low", "medium", "high", "critical"] as const;
export type Criticality = (typeof criticalities)[number];

/** Source: Government Security Classifications Policy (Cabinet Office, 2024), and public. */
export const dataClassifications = ["public", "official", "official-sensitive", "secret"] as const;
export type DataClassification = (typeof dataClassifications)[number];

export const personalDataAnswers = ["yes", "no", "unknown"] as const;
export type PersonalData = (typeof personalDataAnswers)[number];

/** Conformance with the Web Content Accessibility Guidelines 2.2. */
export const conformances = ["none", "A", "AA", "AAA", "unknown"] as const;
export type Conformance = (typeof conformances)[number];

export const aiUses = ["none", "pilot", "live"] as const;
export type AiUse = (typeof aiUses)[number];

export const applicationSources = ["tab", "toolroll", "seed"] as const;
export type ApplicationSource = (typeof applicationSources)[number];

/** An application of the register. A null is not recorded, never "none" or zero. */
export interface Application {
  readonly id: string;
  readonly name: string;
  readonly kind: ApplicationKind;
  readonly type: ApplicationType | null;
  readonly hosting: Hosting | null;
  readonly lifecycle: Lifecycle | null;
  readonly businessOwnerId: string | null;
  readonly itOwnerId: string | null;
  readonly supplierId: string | null;
  readonly criticality: Criticality | null;
  readonly dataClassification: DataClassification | null;
  readonly personalData: PersonalData;
  readonly dpiaDate: Day | null;
  readonly accessibility: Conformance;
  /** Address of the accessibility statement. */
  readonly accessibilityStatement: string | null;
  readonly aiFeatures: AiUse | null;
  /** Local Government Service List, as number or name. */
  readonly serviceArea: string | null;
  readonly purpose: string | null;
  readonly notes: string | null;
  /** People who use it, over all teams. */
  readonly userCount: number | null;
  readonly functionalFit: Fit | null;
  readonly technicalFit: Fit | null;
  /** Somebody's own word against the computed disposition, with the reason. */
  readonly dispositionOverride: Disposition | null;
  readonly dispositionReason: string | null;
  /** When the supplier stops supporting it. */
  readonly supportEnds: Day | null;
  readonly replacedById: string | null;
  readonly riskOverrides: RiskOverrides;
  readonly source: ApplicationSource;
  readonly version: number;
}

/** The fields that people and imports may set. */
export const applicationFields = [
  "name",
  "kind",
  "type",
  "hosting",
  "lifecycle",
  "businessOwnerId",
  "itOwnerId",
  "supplierId",
  "criticality",
  "dataClassification",
  "personalData",
  "dpiaDate",
  "accessibility",
  "accessibilityStatement",
  "aiFeatures",
  "serviceArea",
  "purpose",
  "notes",
  "userCount",
  "functionalFit",
  "technicalFit",
  "dispositionOverride",
  "dispositionReason",
  "supportEnds",
  "replacedById",
  "riskOverrides",
] as const satisfies readonly (keyof Application)[];
export type ApplicationField = (typeof applicationFields)[number];
type Settable = Pick<Application, ApplicationField>;

/** Undefined leaves a field as it is. */
export type ApplicationChange = { readonly [Name in ApplicationField]?: Settable[Name] | undefined };
export type ApplicationDraft = ApplicationChange & Pick<Application, "name" | "kind">;

const nothingKnown: Omit<Application, "id" | "name" | "kind" | "source" | "version"> = {
  type: null,
  hosting: null,
  lifecycle: null,
  businessOwnerId: null,
  itOwnerId: null,
  supplierId: null,
  criticality: null,
  dataClassification: null,
  personalData: "unknown",
  dpiaDate: null,
  accessibility: "unknown",
  accessibilityStatement: null,
  aiFeatures: null,
  serviceArea: null,
  purpose: null,
  notes: null,
  userCount: null,
  functionalFit: null,
  technicalFit: null,
  dispositionOverride: null,
  dispositionReason: null,
  supportEnds: null,
  replacedById: null,
  riskOverrides: {},
};

/**
 * A new application.
 * @throws Refusal invalid `application-name-empty`, `character-hidden`, `override-without-reason`, `replaced-by-itself`
 */
export function registerApplication(
  draft: ApplicationDraft,
  id: string,
  source: ApplicationSource,
): Application {
  const { name, kind } = draft;
  refuseTurned("name", name);
  return checked({ ...nothingKnown, ...withoutUndefined(draft), id, name, kind, source, version: 1 });
}

/** Undefined leaves a field, null clears it. @throws Refusal as `registerApplication` */
export function changeApplication(application: Application, wanted: ApplicationChange): Application {
  refuseTurned("name", wanted.name ?? application.name, application.name);
  return checked({ ...application, ...withoutUndefined(wanted), version: application.version + 1 });
}

/** What people decided wins; else what the scores say; null while a score is missing. */
export function effectiveDisposition(application: Application): {
  readonly disposition: Disposition | null;
  readonly source: "scores" | "person" | null;
} {
  if (application.dispositionOverride !== null) {
    return { disposition: application.dispositionOverride, source: "person" };
  }
  const disposition = dispositionOf(application.functionalFit, application.technicalFit);
  return { disposition, source: disposition === null ? null : "scores" };
}

/** What substring search looks through. */
export function applicationSearchText(application: Application, supplier: string | null): string {
  const parts = [application.name, supplier, application.purpose, application.serviceArea];
  return matchKey(parts.filter((part) => part !== null && part !== "").join(" "));
}

function checked(application: Application): Application {
  const name = application.name.trim();
  if (matchKey(name) === "") throw new Refusal("invalid", "application-name-empty");
  if (application.replacedById === application.id) throw new Refusal("invalid", "replaced-by-itself");
  const unexplained = application.dispositionOverride !== null && !application.dispositionReason?.trim();
  const risks = Object.values(application.riskOverrides);
  if (unexplained || risks.some((risk) => !risk.reason.trim())) {
    throw new Refusal("invalid", "override-without-reason");
  }
  // A reason without an override would explain nothing, and later on one that it was not given for.
  const dispositionReason = application.dispositionOverride === null ? null : application.dispositionReason;
  return { ...application, name, dispositionReason };
}

function withoutUndefined(change: ApplicationChange): Partial<Settable> {
  return Object.fromEntries(
    applicationFields.flatMap((field) => (change[field] === undefined ? [] : [[field, change[field]]])),
  );
}
