import type { Writer } from "../database/gateway";
import type { Addressee } from "../database/stores/audience-store";
import { recordEvents } from "../database/stores/audit-store";
import { insertCheckIn, lockCheckIn, updateCheckIn } from "../database/stores/check-in-store";
import { expireDeliveries, insertDeliveries } from "../database/stores/delivery-store";
import { changesBetween, type Door } from "../domain/audit-event";
import {
  type CheckIn,
  type CheckInChange,
  type CheckInDraft,
  canClose,
  canPause,
  changeCheckIn as change,
  checkInFor,
  close,
  draftCheckIn,
  launch,
  pause,
  resume,
} from "../domain/check-in";
import { queueFor } from "../domain/delivery";
import { toInstant } from "../domain/instant";
import { Refusal } from "../domain/refusal";
import { resolveAudience } from "./audience-service";
import { contactRules, plannedFor } from "./check-in/good-times";
import { type CheckInView, known, withSummary } from "./check-in-overview";
import { draftReview, keepEvidence, skuAsked, skuOfCheckIn } from "./licence/review-asking";
import type { ServiceContext } from "./service-context";

/**
 * @param skuId what a licence review asks about, where the audience does not say
 * @throws Refusal invalid `purpose-not-available`, `closes-in-past` and as `draftReview`
 */
export async function createCheckIn(
  context: ServiceContext,
  actorId: string,
  draft: CheckInDraft,
  skuId: string | null = null,
): Promise<CheckInView> {
  const checkIn = draftCheckIn(draft, context.newId(), actorId, context.clock.now());
  return context.gateway.write(async (tx) => {
    await insertCheckIn(tx, checkIn);
    if (checkIn.purpose === "licence-review") {
      await draftReview(context, tx, checkIn.id, skuAsked(skuId, checkIn.audience));
    }
    await record(context, tx, actorId, "check-in.created", null, checkIn);
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
    return change(checkIn, wanted, context.clock.now());
  });
}

/**
 * Resolves the audience and queues a delivery per person, all in one write: launched twice, it is one launch.
 * @throws Refusal not-found; conflict `check-in-not-draft`; invalid `closes-in-past` and as `resolveAudience`
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

type Decide = (checkIn: CheckIn, tx: Writer) => Promise<CheckIn>;

function step(
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
async function stepWithin(
  context: ServiceContext,
  tx: Writer,
  actorId: string,
  { id, action, decide, door }: Step,
): Promise<CheckInView> {
  const before = known(await lockCheckIn(tx, id));
  const after = await decide(before, tx);
  await updateCheckIn(tx, after);
  await record(context, tx, actorId, action, before, after, door);
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
  await insertCheckIn(tx, checkIn);
  await record(context, tx, actorId, "check-in.created", null, checkIn);
  const { id } = checkIn;
  await stepWithin(context, tx, actorId, {
    id,
    action: "check-in.launched",
    decide: launching(context, people),
    door: "tab",
  });
  return id;
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

/** Stops its sending inside a transaction that does more; one that does not run stays as it is. */
export async function pauseWithin(
  context: ServiceContext,
  tx: Writer,
  actorId: string,
  id: string,
): Promise<void> {
  const checkIn = await lockCheckIn(tx, id);
  if (checkIn === null || !canPause(checkIn)) return;
  const decide: Decide = async (each) => pause(each);
  await stepWithin(context, tx, actorId, { id, action: "check-in.paused", decide, door: "tab" });
}

/** Goes on sending inside a transaction that does more; one that is not paused stays as it is. */
export async function resumeWithin(
  context: ServiceContext,
  tx: Writer,
  actorId: string,
  id: string,
): Promise<void> {
  const checkIn = await lockCheckIn(tx, id);
  if (checkIn?.state !== "paused") return;
  const decide: Decide = async (each) => resume(each);
  await stepWithin(context, tx, actorId, { id, action: "check-in.resumed", decide, door: "tab" });
}

function launching(context: ServiceContext, chosen: readonly Addressee[] | null = null): Decide {
  return async (checkIn, tx) => {
    const now = context.clock.now();
    const launched = launch(checkIn, now);
    const skuId = await skuOfCheckIn(tx, checkIn.id);
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

const closing: Decide = async (checkIn, tx) => {
  const closed = close(checkIn);
  await expireDeliveries(tx, checkIn.id);
  return closed;
};

const audited = ["title", "purpose", "audience", "state", "opensAt", "closesAt", "reminders"] as const;

function record(
  context: ServiceContext,
  tx: Writer,
  actorId: string,
  action: string,
  before: CheckIn | null,
  after: CheckIn,
  door: Door = "tab",
): Promise<void> {
  const at = toInstant(context.clock.now());
  const changes = changesBetween(before, after, audited);
  const subject = { subjectKind: "check-in", subjectId: after.id };
  return recordEvents(tx, [
    { id: context.newId(), at, actorId, door, action, ...subject, changes, reason: null },
  ]);
}
