import type { Writer } from "../database/gateway";
import type { Addressee } from "../database/stores/audience-store";
import { insertCheckIn, lockCheckIn, updateCheckIn } from "../database/stores/check-in-store";
import { expireDeliveries, insertDeliveries } from "../database/stores/delivery-store";
import { findWave } from "../database/stores/rollout/wave-store";
import type { Door } from "../domain/audit-event";
import {
  type CheckIn,
  type CheckInChange,
  type CheckInDraft,
  canClose,
  changeCheckIn as change,
  checkInFor,
  close,
  draftCheckIn,
  inSeries,
  launch,
  pause,
  refuseRhythm,
  resume,
  waveAskedBy,
} from "../domain/check-in";
import { queueFor } from "../domain/delivery";
import { toInstant } from "../domain/instant";
import { Refusal } from "../domain/refusal";
import { isUnderWay } from "../domain/rollout/wave";
import { resolveAudience } from "./audience-service";
import { tellCheckIn } from "./check-in/check-in-tell";
import { contactRules, councilCalendar, plannedFor } from "./check-in/good-times";
import { type CheckInView, known, withSummary } from "./check-in-overview";
import { draftReview, keepEvidence, skuAsked, skuOfCheckIn } from "./licence/review-asking";
import type { ServiceContext } from "./service-context";

/**
 * @param skuId what a licence review asks about, where the audience does not say
 * @throws Refusal invalid `purpose-not-available`, `closes-in-past`, `recurrence-invalid`, `recurrence-overlaps` and as
 * `draftReview`
 */
export async function createCheckIn(
  context: ServiceContext,
  actorId: string,
  draft: CheckInDraft,
  skuId: string | null = null,
): Promise<CheckInView> {
  const now = context.clock.now();
  const checkIn = draftCheckIn(draft, context.newId(), actorId, now);
  refuseRhythm(checkIn, now, councilCalendar(context).timeZone);
  return context.gateway.write(async (tx) => {
    await insertCheckIn(tx, checkIn);
    if (checkIn.purpose === "licence-review") {
      await draftReview(context, tx, checkIn.id, skuAsked(skuId, checkIn.audience));
    }
    await tellCheckIn(context, tx, actorId, "check-in.created", null, checkIn);
    return withSummary(tx, checkIn);
  });
}

/**
 * @param version that the caller has read
 * @throws Refusal not-found; stale; conflict `check-in-not-draft`, `check-in-closed`; invalid `closes-in-past`
 */
export function changeCheckIn(
  context: ServiceContext,
  actorId: string,
  id: string,
  version: number,
  wanted: CheckInChange,
): Promise<CheckInView> {
  return step(context, actorId, id, "check-in.changed", async (checkIn) => {
    if (checkIn.version !== version) throw new Refusal("stale", "stale");
    const now = context.clock.now();
    const changed = change(checkIn, wanted, now);
    if (changed.state === "draft") refuseRhythm(changed, now, councilCalendar(context).timeZone);
    return changed;
  });
}

/**
 * Resolves the audience and queues a delivery per person, all in one write: launched twice, it is one launch.
 * @throws Refusal not-found; conflict `check-in-not-draft`, `wave-not-running`; invalid `closes-in-past` and as
 * `resolveAudience`
 */
export function launchCheckIn(context: ServiceContext, actorId: string, id: string): Promise<CheckInView> {
  return step(context, actorId, id, "check-in.launched", launching(context));
}

/** @throws Refusal not-found; conflict `check-in-not-running` */
export function pauseCheckIn(context: ServiceContext, actorId: string, id: string): Promise<CheckInView> {
  return step(context, actorId, id, "check-in.paused", async (checkIn) => pause(checkIn));
}

/** @throws Refusal not-found; conflict `check-in-not-paused` */
export function resumeCheckIn(context: ServiceContext, actorId: string, id: string): Promise<CheckInView> {
  return step(context, actorId, id, "check-in.resumed", async (checkIn) => resume(checkIn));
}

/**
 * Takes no more answers and expires every copy that is still open.
 * @throws Refusal not-found; conflict `check-in-not-running`
 */
export function closeCheckIn(
  context: ServiceContext,
  actorId: string,
  id: string,
  door: Door = "tab",
): Promise<CheckInView> {
  return step(context, actorId, id, "check-in.closed", closing, door);
}

/** What a check-in becomes, inside the write that keeps it. */
export type Decide = (checkIn: CheckIn, tx: Writer) => Promise<CheckIn>;

/** One change of a check-in by a person. @throws Refusal not-found, and what `decide` throws */
export function step(
  context: ServiceContext,
  actorId: string,
  id: string,
  action: string,
  decide: Decide,
  door: Door = "tab",
): Promise<CheckInView> {
  return context.gateway.write((tx) => stepWithin(context, tx, actorId, { id, action, decide, door }));
}

interface Step {
  readonly id: string;
  readonly action: string;
  readonly decide: Decide;
  readonly door: Door;
}

/** One change of a check-in: as it is now, to what `decide` makes of it, with its line in the audit log. */
export async function stepWithin(
  context: ServiceContext,
  tx: Writer,
  actorId: string,
  { id, action, decide, door }: Step,
): Promise<CheckInView> {
  const before = known(await lockCheckIn(tx, id));
  const after = await decide(before, tx);
  await updateCheckIn(tx, after);
  await tellCheckIn(context, tx, actorId, action, before, after, door);
  return withSummary(tx, after);
}

/**
 * Drafts and launches at once, inside a transaction that does more.
 * @param people who is asked, where that is not everybody whom the audience names
 * @throws Refusal as `launchCheckIn`
 */
export async function launchWithin(
  context: ServiceContext,
  tx: Writer,
  actorId: string,
  draft: CheckInDraft,
  people: readonly Addressee[] | null = null,
): Promise<string> {
  const checkIn = checkInFor(draft, context.newId(), actorId, context.clock.now());
  return launchNew(context, tx, actorId, { checkIn, people, door: "tab" });
}

interface NewLaunch {
  readonly checkIn: CheckIn;
  readonly people: readonly Addressee[] | null;
  readonly door: Door;
}

/** Writes a draft down and launches it. @returns its id */
export async function launchNew(
  context: ServiceContext,
  tx: Writer,
  actorId: string,
  { checkIn, people, door }: NewLaunch,
): Promise<string> {
  await insertCheckIn(tx, checkIn);
  await tellCheckIn(context, tx, actorId, "check-in.created", null, checkIn, door);
  const decide = launching(context, people);
  await stepWithin(context, tx, actorId, { id: checkIn.id, action: "check-in.launched", decide, door });
  return checkIn.id;
}

/** Closes it inside a transaction that does more; one that is closed already stays so. */
export async function closeWithin(
  context: ServiceContext,
  tx: Writer,
  actorId: string,
  id: string,
  door: Door = "tab",
): Promise<void> {
  const checkIn = await lockCheckIn(tx, id);
  if (checkIn === null || !canClose(checkIn)) return;
  await stepWithin(context, tx, actorId, { id, action: "check-in.closed", decide: closing, door });
}

/** Queues a delivery for each person. @param chosen who is asked, where that is not everybody whom the audience names */
export function launching(context: ServiceContext, chosen: readonly Addressee[] | null = null): Decide {
  return async (checkIn, tx) => {
    const now = context.clock.now();
    const { timeZone } = councilCalendar(context);
    if (checkIn.series === null) refuseRhythm(checkIn, now, timeZone);
    const launched = inSeries(launch(checkIn, now), now, timeZone);
    const skuId = await skuOfCheckIn(tx, checkIn.id);
    if (chosen === null) await refuseIdleWave(tx, checkIn);
    const people = chosen ?? (await resolveAudience(tx, checkIn.audience, skuId));
    const ids = people.map(({ id }) => id);
    const planned = plannedFor(await contactRules(context, tx, ids));
    const deliveries = people.map((person) =>
      queueFor(launched, person, context.newId(), toInstant(now), planned),
    );
    await insertDeliveries(tx, deliveries);
    if (skuId !== null) await keepEvidence(tx, skuId, deliveries);
    return launched;
  };
}

/** A wave that asks by itself is launched by its go; before that nobody is asked about it by another way. */
async function refuseIdleWave(tx: Writer, checkIn: CheckIn): Promise<void> {
  const waveId = waveAskedBy(checkIn);
  if (waveId === null) return;
  const wave = await findWave(tx, waveId, { kind: "everything" });
  if (wave === null) throw new Refusal("invalid", "wave-unknown");
  if (!isUnderWay(wave)) throw new Refusal("conflict", "wave-not-running");
}

const closing: Decide = async (checkIn, tx) => {
  const closed = close(checkIn);
  await expireDeliveries(tx, checkIn.id);
  return closed;
};
