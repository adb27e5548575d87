import { getReviewStanding, listReviewResults, noteReleased } from "../contracts/licence-review-contract";
import * as reviews from "../services/licence/review-results";
import type { ServiceContext } from "../services/service-context";
import { pageAnswer, pageRequest } from "./cursor";
import { handle, type Route } from "./handle";

export function licenceReviewRoutes(context: ServiceContext): Route[] {
  return [
    handle(listReviewResults, "licence.read", async ({ query }) => {
      const { checkInId, skuId, answer, q: search } = query;
      const released = query.released === undefined ? undefined : query.released === "yes";
      const filter = { checkInId, skuId, answer, released, search };
      const page = await reviews.listReviewResults(context, filter, pageRequest<"personName">(query));
      return pageAnswer(page, query.sort, (line) => ({ ...line, assignedBy: [...line.assignedBy] }));
    }),
    handle(getReviewStanding, "licence.read", ({ params }) => reviews.reviewStanding(context, params.id)),
    handle(noteReleased, "licence.change", ({ params, body }, { caller }) =>
      reviews.noteReleased(context, caller, params.deliveryId, body.released),
    ),
  ];
}
