import type { Reader, Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { seatsByTeam } from "../../database/stores/graph/holding-store";
import { skusInForce } from "../../database/stores/graph/licence-store";
import {
  applicationsConcerned,
  findVendorChange,
  lockVendorChanges,
  saveVendorChanges,
  teamsUsing,
  type VendorChangeView,
  vendorChanges,
} from "../../database/stores/rollout/vendor-change-store";
import { allTeams } from "../../database/stores/team-store";
import { changesBetween, type FieldChange } from "../../domain/audit-event";
import { toInstant } from "../../domain/instant";
import { productName } from "../../domain/licence/product-name";
import type { Page, PageRequest } from "../../domain/page";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import {
  concernsRegister,
  dismiss,
  pressOf,
  reopen,
  takeUp,
  type VendorChange,
  type VendorChangeState,
} from "../../domain/rollout/vendor-change";
import { type Named, type NamedSku, productsTouched } from "../../domain/rollout/vendor-products";
import { compareTexts } from "../../domain/text-order";
import { present } from "../device-overview";
import type { LicenceReference } from "../licence/licence-reference";
import type { ServiceContext } from "../service-context";

/** A message with what of the register it is about, and whom that touches. */
export interface TouchedChange extends VendorChangeView {
  readonly applications: readonly Named[];
  readonly licences: readonly { readonly skuId: string; readonly name: string }[];
  /** Teams that use one of the applications or hold one of the licences, by name. */
  readonly teams: readonly Named[];
}

/**
 * Messages that concern the register, the most pressing first; of those that are decided, all. There are a few hundred at most, so
 * that a page is cut from the whole.
 */
export function listVendorChanges(
  context: ServiceContext,
  reference: LicenceReference,
  states: readonly VendorChangeState[],
  page: PageRequest<"press">,
): Promise<Page<TouchedChange>> {
  return context.gateway.read(async (reader) => {
    const touch = await touching(reader, reference);
    const all = (await vendorChanges(reader, states)).map(touch);
    const shown = all
      .filter(concernsRegister)
      .map((change) => ({ change, place: [pressOf(change), change.id] as const }))
      .sort((a, b) => order(a.place, b.place) * (page.descending ? -1 : 1));
    const { after } = page;
    const from =
      after === null
        ? 0
        : shown.findIndex(({ place }) =>
            page.descending ? order(place, after) < 0 : order(place, after) > 0,
          );
    const rest = from < 0 ? [] : shown.slice(from);
    const items = rest.slice(0, page.limit);
    const last = items.at(-1);
    return {
      items: items.map(({ change }) => change),
      total: shown.length,
      totalCapped: false,
      next: rest.length > items.length && last ? last.place : null,
    };
  });
}

/** @throws Refusal not-found */
export function getVendorChange(
  context: ServiceContext,
  reference: LicenceReference,
  id: string,
): Promise<TouchedChange> {
  return context.gateway.read((reader) => touchedWithin(reader, reference, id));
}

/**
 * Dismisses a message with a reason, or takes that back.
 * @throws Refusal not-found; stale; invalid `vendor-change-reason-missing`; conflict `vendor-change-taken`
 */
export function decideVendorChange(
  context: ServiceContext,
  caller: Caller,
  reference: LicenceReference,
  { id, version }: { readonly id: string; readonly version: number },
  wanted: { readonly state: "open" | "dismissed"; readonly reason: string | null },
): Promise<TouchedChange> {
  return context.gateway.write(async (tx) => {
    const before = await locked(tx, id);
    if (before.version !== version) throw new Refusal("stale", "stale");
    const by = { by: caller.person.id, at: toInstant(context.clock.now()) };
    const after = wanted.state === "open" ? reopen(before) : dismiss(before, wanted.reason, by);
    await saveVendorChanges(tx, [after]);
    const changes = changesBetween(before, after, ["state"]);
    await tell(context, tx, caller, { id, what: "decided", changes, reason: after.reason });
    return touchedWithin(tx, reference, id);
  });
}

/**
 * Notes that a rollout was made of a message, inside the write that makes it.
 * @throws Refusal invalid `vendor-change-unknown`; conflict `vendor-change-taken`
 */
export async function takeUpWithin(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  id: string,
  rollout: { readonly id: string; readonly name: string },
): Promise<void> {
  const before = (await lockVendorChanges(tx, [id])).get(id);
  if (before === undefined) throw new Refusal("invalid", "vendor-change-unknown");
  const by = { by: caller.person.id, at: toInstant(context.clock.now()) };
  const after = takeUp(before, rollout.id, by);
  await saveVendorChanges(tx, [after]);
  const changes = [
    ...changesBetween(before, after, ["state"]),
    { field: "rollout", from: null, to: rollout.name },
  ];
  await tell(context, tx, caller, { id, what: "taken-up", changes, reason: null });
}

async function locked(tx: Writer, id: string): Promise<VendorChange> {
  return present(lockVendorChanges(tx, [id]).then((found) => found.get(id) ?? null));
}

async function touchedWithin(
  reader: Reader,
  reference: LicenceReference,
  id: string,
): Promise<TouchedChange> {
  const change = await present(findVendorChange(reader, id));
  return (await touching(reader, reference))(change);
}

/** What there is to hold messages against, read once for many. */
async function touching(
  reader: Reader,
  { names }: LicenceReference,
): Promise<(change: VendorChangeView) => TouchedChange> {
  const applications = await applicationsConcerned(reader);
  const skus = (await skusInForce(reader)).map(
    ({ skuId, skuPartNumber }): NamedSku & { readonly name: string } => {
      const name = productName(names, skuId, skuPartNumber);
      const plans = names.get(skuId.toLowerCase())?.plans ?? [];
      return { skuId, name, names: [name, ...plans.map((plan) => plan.name)] };
    },
  );
  const teams = await allTeams(reader);
  const using = await teamsUsing(reader);
  const holding = await seatsByTeam(reader, null);
  return (change) => {
    const { applicationIds, skuIds } = productsTouched(change.services, { applications, skus });
    const [ids, held] = [new Set(applicationIds), new Set(skuIds)];
    const touched = new Set([
      ...using.flatMap(({ applicationId, teamId }) => (ids.has(applicationId) ? [teamId] : [])),
      ...holding.flatMap(({ skuId, teamId }) => (held.has(skuId) ? [teamId] : [])),
    ]);
    return {
      ...change,
      applications: applications.filter(({ id }) => ids.has(id)),
      licences: skus.flatMap(({ skuId, name }) => (held.has(skuId) ? [{ skuId, name }] : [])),
      teams: teams.flatMap(({ id, name }) => (touched.has(id) ? [{ id, name }] : [])),
    };
  };
}

function order(a: readonly [string, string], b: readonly [string, string]): number {
  return compareTexts(a[0], b[0]) || compareTexts(a[1], b[1]);
}

interface Told {
  readonly id: string;
  readonly what: "decided" | "taken-up";
  readonly changes: readonly FieldChange[];
  readonly reason: string | null;
}

function tell(
  { newId, clock }: ServiceContext,
  tx: Writer,
  caller: Caller,
  { id, what, changes, reason }: Told,
): Promise<void> {
  const head = { id: newId(), at: toInstant(clock.now()), actorId: caller.person.id, door: "tab" as const };
  const about = { action: `vendor-change.${what}`, subjectKind: "vendor-change", subjectId: id };
  return recordEvents(tx, [{ ...head, ...about, changes, reason }]);
}
