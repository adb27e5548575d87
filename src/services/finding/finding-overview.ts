import type { Reader } from "../../database/gateway";
import { waveAndSurveyNames } from "../../database/stores/finding-ahead-store";
import { tagsOf } from "../../database/stores/finding-facts-store";
import { lastRound } from "../../database/stores/finding-round-store";
import {
  countFindings,
  type FindingCount,
  type FindingFilter,
  type FindingView,
  findFinding,
  findingPage,
  savingsOf,
} from "../../database/stores/finding-store";
import { skusInForce } from "../../database/stores/graph/licence-store";
import { namesOf } from "../../database/stores/name-store";
import type { FindingEvidence } from "../../domain/finding/finding";
import type { Instant } from "../../domain/instant";
import { addUp, type PartlyKnown } from "../../domain/licence/price";
import { productName } from "../../domain/licence/product-name";
import type { Page, PageRequest } from "../../domain/page";
import type { Caller } from "../../domain/permission";
import { present } from "../device-overview";
import type { LicenceReference } from "../licence/licence-reference";
import { type HistoryRequest, type RecordHistory, recordHistory } from "../record-history";
import type { ServiceContext } from "../service-context";

/** A finding with the names of what it is about, as far as the caller may see them. */
export interface NamedFinding extends FindingView {
  readonly subjectName: string | null;
  readonly named: readonly (FindingEvidence & { readonly title: string | null })[];
}

export function listFindings(
  context: ServiceContext,
  caller: Caller,
  reference: LicenceReference,
  filter: FindingFilter,
  page: PageRequest<"urgency" | "firstSeenAt">,
): Promise<Page<NamedFinding>> {
  return context.gateway.read(async (reader) => {
    const found = await findingPage(reader, caller.scope, filter, page);
    return { ...found, items: await withNames(reader, caller, reference, found.items) };
  });
}

/** @throws Refusal not-found */
export function getFinding(
  context: ServiceContext,
  caller: Caller,
  reference: LicenceReference,
  id: string,
): Promise<NamedFinding> {
  return context.gateway.read(async (reader) => {
    const finding = await present(findFinding(reader, id, caller.scope));
    const [named] = await withNames(reader, caller, reference, [finding]);
    return present(Promise.resolve(named ?? null));
  });
}

export interface FindingSummary {
  readonly counts: readonly FindingCount[];
  readonly total: number;
  /** What giving up seats would bring back a month; nothing of it is for managers. */
  readonly monthlySaving: PartlyKnown;
  /** When the register was last looked through; null for never. */
  readonly lookedAt: Instant | null;
}

export function findingSummary(context: ServiceContext, caller: Caller): Promise<FindingSummary> {
  const active: FindingFilter = { states: ["open", "planned"] };
  return context.gateway.read(async (reader) => {
    const counts = await countFindings(reader, caller.scope, active);
    return {
      counts,
      total: counts.reduce((sum, { count }) => sum + count, 0),
      monthlySaving: addUp(await savingsOf(reader, caller.scope, active)),
      lookedAt: await lastRound(reader),
    };
  });
}

/** @throws Refusal not-found */
export function findingHistory(
  context: ServiceContext,
  caller: Caller,
  id: string,
  page: HistoryRequest,
): Promise<RecordHistory> {
  return context.gateway.read(async (reader) => {
    await present(findFinding(reader, id, caller.scope));
    return recordHistory(reader, caller.scope, { kind: "finding", id }, page);
  });
}

export async function withNames(
  reader: Reader,
  caller: Caller,
  reference: LicenceReference,
  findings: readonly FindingView[],
): Promise<NamedFinding[]> {
  const shown = findings.flatMap(({ subject, evidence }) => [subject, ...evidence]);
  const idsOf = (...kinds: readonly string[]) =>
    shown.flatMap(({ kind, id }) => (kinds.includes(kind) ? [id] : []));
  const names = new Map([
    ...(await namesOf(reader, caller.scope, idsOf("person", "team", "application"))),
    // A finding is shown to whoever may see its devices: by their team, whoever holds them.
    ...(await tagsOf(reader, idsOf("device"))),
    ...(await skuNames(reader, reference, idsOf("licence"))),
    ...(await waveAndSurveyNames(reader, idsOf("wave"), idsOf("survey"), idsOf("survey-item"))),
  ]);
  return findings.map((finding) => ({
    ...finding,
    subjectName: names.get(finding.subject.id) ?? null,
    named: finding.evidence.map((each) => ({ ...each, title: names.get(each.id) ?? null })),
  }));
}

async function skuNames(
  reader: Reader,
  reference: LicenceReference,
  skuIds: readonly string[],
): Promise<[string, string][]> {
  if (skuIds.length === 0) return [];
  const skus = await skusInForce(reader);
  return skus.map(({ skuId, skuPartNumber }) => [skuId, productName(reference.names, skuId, skuPartNumber)]);
}
