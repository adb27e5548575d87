import type { Reader } from "../database/gateway";
import { type CheckInFilter, checkInPage, findCheckIn } from "../database/stores/check-in-store";
import { type DeliveryFilter, type DeliveryView, deliveryPage } from "../database/stores/delivery-page-store";
import { countDeliveries } from "../database/stores/delivery-store";
import { reviewsOf } from "../database/stores/licence-review-store";
import { findSendingPause } from "../database/stores/sending-pause-store";
import { surveyIdsOf } from "../database/stores/survey-store";
import { type CheckIn, type CheckInSummary, summaryOf } from "../domain/check-in";
import { summarise } from "../domain/delivery";
import type { Instant } from "../domain/instant";
import type { Page, PageRequest } from "../domain/page";
import { Refusal } from "../domain/refusal";
import { countAudience } from "./audience-service";
import type { ServiceContext } from "./service-context";

export interface CheckInView extends CheckIn {
  /** What a licence review asks about; null for every other purpose. */
  readonly skuId: string | null;
  /** The survey that it asks people to answer; null for every other purpose. */
  readonly surveyId: string | null;
  readonly summary: CheckInSummary;
  /** Nothing is sent to anybody since then; null while sending goes on. */
  readonly sendingPausedSince: Instant | null;
}

export function listCheckIns(
  context: ServiceContext,
  filter: CheckInFilter,
  page: PageRequest<"createdAt">,
): Promise<Page<CheckInView>> {
  return context.gateway.read(async (reader) => {
    const found = await checkInPage(reader, filter, page);
    return { ...found, items: await withSummaries(reader, found.items) };
  });
}

/** @throws Refusal not-found `not-found` */
export function getCheckIn(context: ServiceContext, id: string): Promise<CheckInView> {
  return context.gateway.read(async (reader) => withSummary(reader, known(await findCheckIn(reader, id))));
}

/** In the order of the people's names. @throws Refusal not-found `not-found` */
export function listDeliveries(
  context: ServiceContext,
  checkInId: string,
  filter: DeliveryFilter,
  page: PageRequest<"personName">,
): Promise<Page<DeliveryView>> {
  return context.gateway.read(async (reader) => {
    known(await findCheckIn(reader, checkInId));
    return deliveryPage(reader, checkInId, filter, page);
  });
}

/** @throws Refusal not-found `not-found` */
export function known(checkIn: CheckIn | null): CheckIn {
  if (checkIn === null) throw new Refusal("not-found", "not-found");
  return checkIn;
}

/** With how many are in which state; a draft has sent nothing yet and says how many it would ask now. */
export async function withSummary(reader: Reader, checkIn: CheckIn): Promise<CheckInView> {
  const [view] = await withSummaries(reader, [checkIn]);
  const nothing = { skuId: null, surveyId: null, sendingPausedSince: null };
  return view ?? { ...checkIn, ...nothing, summary: summaryOf(checkIn, summarise([])) };
}

async function withSummaries(reader: Reader, checkIns: readonly CheckIn[]): Promise<CheckInView[]> {
  const ids = checkIns.map(({ id }) => id);
  const counts = await countDeliveries(reader, ids);
  const reviews = await reviewsOf(reader, ids);
  const surveyIds = await surveyIdsOf(reader, ids);
  const pause = await findSendingPause(reader);
  const views: CheckInView[] = [];
  for (const checkIn of checkIns) {
    const own = counts.filter((count) => count.checkInId === checkIn.id);
    const summary = summaryOf(checkIn, summarise(own));
    const skuId = reviews.get(checkIn.id)?.skuId ?? null;
    const audience =
      checkIn.state === "draft" ? await countAudience(reader, checkIn.audience, skuId) : summary.audience;
    const sendingPausedSince = checkIn.state === "running" ? (pause?.since ?? null) : null;
    const surveyId = surveyIds.get(checkIn.id) ?? null;
    views.push({ ...checkIn, skuId, surveyId, summary: { ...summary, audience }, sendingPausedSince });
  }
  return views;
}
