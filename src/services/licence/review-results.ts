import { recordEvents } from "../../database/stores/audit-store";
import {
  countAnswers,
  type ReviewFilter,
  type ReviewResult,
  reviewPage,
} from "../../database/stores/licence-review-page-store";
import { lockReviewItem, reviewsOf, saveReviewItem } from "../../database/stores/licence-review-store";
import { changesBetween } from "../../domain/audit-event";
import { toInstant } from "../../domain/instant";
import { markReleased, type ReviewAction, reviewAction } from "../../domain/licence/review";
import type { Page, PageRequest } from "../../domain/page";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import type { ServiceContext } from "../service-context";

export interface ReviewLine extends ReviewResult {
  /** What IT does about it; null until it is answered. */
  readonly action: ReviewAction | null;
}

/** What people said of licences that they do not use, by their names, with what IT does about it. */
export async function listReviewResults(
  context: ServiceContext,
  filter: ReviewFilter,
  page: PageRequest<"personName">,
): Promise<Page<ReviewLine>> {
  const found = await context.gateway.read((reader) => reviewPage(reader, filter, page));
  const items = found.items.map((item) => ({
    ...item,
    action: item.answer && reviewAction(item.answer, item.assignedBy),
  }));
  return { ...found, items };
}

/** How a licence review stands. @throws Refusal not-found for a check-in for another purpose too */
export function reviewStanding(context: ServiceContext, checkInId: string) {
  return context.gateway.read(async (reader) => {
    const review = (await reviewsOf(reader, [checkInId])).get(checkInId);
    if (review === undefined) throw new Refusal("not-found", "not-found");
    return { ...review, counts: await countAnswers(reader, [checkInId]) };
  });
}

/**
 * Notes that a licence which was given back has been taken away in the admin centre, or that it has not. Toolroll
 * itself takes nothing away.
 * @throws Refusal not-found; conflict `licence-not-given-back`
 */
export function noteReleased(
  context: ServiceContext,
  caller: Caller,
  deliveryId: string,
  released: boolean,
): Promise<{ readonly releasedAt: string | null }> {
  return context.gateway.write(async (tx) => {
    const item = await lockReviewItem(tx, deliveryId);
    if (item === null) throw new Refusal("not-found", "not-found");
    const at = toInstant(context.clock.now());
    const noted = markReleased(item, released, caller.person.id, at);
    const changes = changesBetween(item, noted, ["releasedAt"]);
    if (changes.length === 0) return { releasedAt: item.releasedAt };
    await saveReviewItem(tx, noted);
    const action = released ? "licence.released" : "licence.release-undone";
    const subject = { action, subjectKind: "licence", subjectId: item.skuId };
    const head = { id: context.newId(), at, actorId: caller.person.id, door: "tab", reason: null } as const;
    const whose = { field: "personId", from: null, to: item.personId };
    await recordEvents(tx, [{ ...head, ...subject, changes: [whose, ...changes] }]);
    return { releasedAt: noted.releasedAt };
  });
}
