import {
  cancelCheckIn,
  changeCheckIn,
  closeCheckIn,
  createCheckIn,
  endCheckInSeries,
  getCheckIn,
  launchCheckIn,
  listCheckIns,
  pauseCheckIn,
  previewAudience,
  previewCard,
  resumeCheckIn,
} from "../contracts/check-in-contract";
import {
  getCheckInProgress,
  getCheckInSummary,
  listDeliveries,
  retryDelivery,
} from "../contracts/delivery-contract";
import type { Audience } from "../domain/audience";
import { previewOf } from "../services/check-in/audience-preview-service";
import * as ending from "../services/check-in/ending-service";
import { progressOf } from "../services/check-in/progress-service";
import { retryDelivery as retry } from "../services/check-in/retry-service";
import * as overview from "../services/check-in-overview";
import * as checkIns from "../services/check-in-service";
import type { Messenger } from "../services/messenger";
import type { ServiceContext } from "../services/service-context";
import { closeAsked, draftSurveyCheckIn, launchAsked } from "../services/survey/survey-check-in";
import { pageAnswer, pageRequest } from "./cursor";
import { etagOf } from "./etag";
import { handle, type Route } from "./handle";

export function checkInRoutes(context: ServiceContext, messenger: Pick<Messenger, "exampleOf">): Route[] {
  return [...readingRoutes(context), ...previewRoutes(context, messenger), ...changingRoutes(context)];
}

/** What a check-in would do, before it does it. */
function previewRoutes(context: ServiceContext, messenger: Pick<Messenger, "exampleOf">): Route[] {
  return [
    handle(previewAudience, "check-in.change", async ({ body: { audience, purpose, skuId } }) => {
      const found = await previewOf(context, audience, purpose, skuId ?? null);
      const { people, byReason, ...counts } = found;
      return { ...counts, byReason: { ...byReason }, people: [...people] };
    }),
    handle(previewCard, "check-in.change", async ({ body }) => ({ card: messenger.exampleOf(body) })),
  ];
}

function readingRoutes(context: ServiceContext): Route[] {
  return [
    handle(listCheckIns, "check-in.read", async ({ query }) => {
      const { state, purpose, series, q: search } = query;
      const filter = { state, purpose, series, search };
      const page = await overview.listCheckIns(context, filter, pageRequest<"createdAt">(query));
      return pageAnswer(page, query.sort, present);
    }),
    handle(getCheckIn, "check-in.read", async ({ params }) =>
      present(await overview.getCheckIn(context, params.id)),
    ),
    handle(getCheckInSummary, "check-in.read", async ({ params }) => {
      const { summary } = await overview.getCheckIn(context, params.id);
      return summary;
    }),
    handle(getCheckInProgress, "check-in.read", ({ params }) => progressOf(context, params.id)),
    handle(listDeliveries, "check-in.read", async ({ params, query }) => {
      const filter = { state: query.state, search: query.q };
      const page = pageRequest<"personName">(query);
      const found = await overview.listDeliveries(context, params.id, filter, page);
      return pageAnswer(found, query.sort, (delivery) => delivery);
    }),
  ];
}

function changingRoutes(context: ServiceContext): Route[] {
  return [
    handle(retryDelivery, "check-in.change", async ({ params }, { caller }) => {
      await retry(context, caller.person.id, params.id, params.deliveryId);
      return { queued: true as const };
    }),
    handle(createCheckIn, "check-in.change", async ({ body }, { caller }) => {
      const { purpose, title, audience, opensAt = null, closesAt, reminders, skuId = null } = body;
      const { recurrence = null, surveyId } = body;
      const draft = { purpose, title, audience, opensAt, closesAt, reminders, recurrence };
      const created =
        purpose === "survey" && surveyId !== undefined
          ? draftSurveyCheckIn(context, caller, surveyId, draft)
          : checkIns.createCheckIn(context, caller.person.id, draft, skuId);
      return present(await created);
    }),
    handle(changeCheckIn, "check-in.change", async ({ params, body }, { caller, version }) =>
      present(await checkIns.changeCheckIn(context, caller.person.id, params.id, version, body)),
    ),
    handle(launchCheckIn, "check-in.change", async ({ params }, { caller }) =>
      present(await launchAsked(context, caller, params.id)),
    ),
    handle(pauseCheckIn, "check-in.change", async ({ params }, { caller }) =>
      present(await checkIns.pauseCheckIn(context, caller.person.id, params.id)),
    ),
    handle(resumeCheckIn, "check-in.change", async ({ params }, { caller }) =>
      present(await checkIns.resumeCheckIn(context, caller.person.id, params.id)),
    ),
    handle(closeCheckIn, "check-in.change", async ({ params }, { caller }) =>
      present(await closeAsked(context, caller, params.id)),
    ),
    handle(cancelCheckIn, "check-in.change", async ({ params }, { caller }) =>
      present(await ending.cancelCheckIn(context, caller.person.id, params.id)),
    ),
    handle(endCheckInSeries, "check-in.change", async ({ params }, { caller }) =>
      present(await ending.endCheckInSeries(context, caller.person.id, params.id)),
    ),
  ];
}

function present(checkIn: overview.CheckInView) {
  return { ...checkIn, audience: sendable(checkIn.audience), etag: etagOf(checkIn.version) };
}

/** The contract's lists are not read-only ones. */
export function sendable(audience: Audience) {
  if ("teamIds" in audience) return { ...audience, teamIds: [...audience.teamIds] };
  return "personIds" in audience ? { personIds: [...audience.personIds] } : audience;
}
