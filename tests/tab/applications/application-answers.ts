import type { ApplicationAnswer, ApplicationDetailAnswer } from "../../../src/contracts/application-contract";
import type { ContractAnswer } from "../../../src/contracts/supplier-contract";
import { legacyRisks } from "../../../src/domain/application/legacy-risk";

export function aContractAnswer(overrides: Partial<ContractAnswer> = {}): ContractAnswer {
  return {
    id: "c-1",
    applicationId: "a-1",
    applicationName: "Tenantry",
    supplierId: "s-1",
    supplier: "Acorn Housing Systems",
    reference: "LC-2024-001",
    start: "2024-04-01",
    end: "2031-03-31",
    noticeDays: 90,
    noticeDate: "2030-12-31",
    renewal: "tacit",
    value: { amount: "42000.00", currency: "GBP" },
    ...overrides,
  };
}

export function anApplicationAnswer(overrides: Partial<ApplicationAnswer> = {}): ApplicationAnswer {
  return {
    id: "a-1",
    name: "Tenantry",
    kind: "line-of-business",
    type: "COTS",
    hosting: "on-premises",
    lifecycle: "in-production",
    businessOwnerId: "p-4",
    businessOwnerName: "Owain Rees",
    itOwnerId: null,
    itOwnerName: null,
    supplierId: "s-1",
    supplier: "Acorn Housing Systems",
    criticality: "critical",
    dataClassification: null,
    personalData: "yes",
    dpiaDate: null,
    accessibility: "unknown",
    accessibilityStatement: null,
    aiFeatures: null,
    serviceArea: "Housing",
    purpose: "Rents and arrears",
    notes: null,
    userCount: null,
    functionalFit: 4,
    technicalFit: 2,
    disposition: "migrate",
    dispositionSource: "scores",
    dispositionOverride: null,
    dispositionReason: null,
    supportEnds: "2026-01-31",
    replacedById: null,
    replacedByName: null,
    legacyRating: "red",
    contract: aContractAnswer(),
    teamCount: 1,
    source: "tab",
    etag: '"3"',
    ...overrides,
  };
}

export function anApplicationDetail(
  overrides: Partial<ApplicationDetailAnswer> = {},
): ApplicationDetailAnswer {
  return {
    ...anApplicationAnswer(),
    riskOverrides: {},
    legacyRisk: legacyRisks.map((risk) =>
      risk === "L1"
        ? { risk, score: 6, source: "register", day: "2026-01-31", percent: null, reason: null }
        : { risk, score: null, source: null, day: null, percent: null, reason: null },
    ),
    contracts: [{ ...aContractAnswer(), etag: '"1"' }],
    teams: [
      { teamId: "t-1", teamName: "Housing Options", use: "in-use", criticality: "high", userCount: 12 },
    ],
    integrations: [],
    ...overrides,
  };
}
