import { z } from "zod";
import { sendingStates } from "../domain/check-in/progress";
import { deliveryReasons, deliveryStates } from "../domain/delivery";
import { endpoint, idParams } from "./endpoint";
import { id, instantOut, listQuery, pageOf } from "./wire";

export const deliverySummary = z.object({
  audience: z.number().int(),
  queued: z.number().int(),
  sending: z.number().int(),
  sent: z.number().int(),
  /** Null for a survey: who answered is not kept with its messages, and unknown is not none. */
  answered: z.number().int().nullable(),
  uncertain: z.number().int(),
  blocked: z.number().int(),
  skipped: z.number().int(),
  expired: z.number().int(),
  byReason: z.record(z.string(), z.number().int()),
});
export type DeliverySummaryAnswer = z.output<typeof deliverySummary>;

export const getCheckInProgress = endpoint({
  method: "GET",
  path: "/api/check-ins/{id}/progress",
  summary: "How fast it is being sent and when that is expected to end",
  params: idParams,
  response: z.object({
    state: z.enum(sendingStates),
    /** Messages that could go now. */
    due: z.number().int(),
    /** Messages that wait for a later moment, such as working hours. */
    later: z.number().int(),
    perSecond: z.number(),
    endsAt: instantOut.nullable(),
  }),
});
export type CheckInProgressAnswer = z.output<typeof getCheckInProgress.response>;

const delivery = z.object({
  id,
  personId: z.string(),
  personName: z.string().nullable(),
  state: z.enum(deliveryStates),
  reason: z.enum(deliveryReasons).nullable(),
  attempts: z.number().int(),
  queuedAt: instantOut,
  sentAt: instantOut.nullable(),
  answeredAt: instantOut.nullable(),
});
export type DeliveryAnswer = z.output<typeof delivery>;

export const listDeliveries = endpoint({
  method: "GET",
  path: "/api/check-ins/{id}/deliveries",
  summary: "Each person's copy and its state",
  params: idParams,
  query: listQuery(["personName"], { state: z.enum(deliveryStates).optional() }),
  response: pageOf(delivery),
});

export const getCheckInSummary = endpoint({
  method: "GET",
  path: "/api/check-ins/{id}/summary",
  summary: "How many are in which state; it never claims that a message was read",
  params: idParams,
  response: deliverySummary,
});

export const retryDelivery = endpoint({
  method: "POST",
  path: "/api/check-ins/{id}/deliveries/{deliveryId}/retry",
  summary: "Try one person again",
  params: z.strictObject({ id, deliveryId: id }),
  response: z.object({ queued: z.literal(true) }),
});
