import { z } from "zod";
import { reviewActions, reviewAnswers } from "../domain/licence/review";
import { useBands } from "../domain/licence/use-band";
import { endpoint, idParams } from "./endpoint";
import { id, instantOut, listQuery, pageOf } from "./wire";

/** `none` is no answer yet. */
export const answerFilters = [...reviewAnswers, "none"] as const;

const count = z.number().int();

const line = z.object({
  deliveryId: id,
  checkInId: id,
  personId: id,
  personName: z.string(),
  teamId: id.nullable(),
  skuId: id,
  productName: z.string(),
  /** As it stood when the person was asked. */
  useBand: z.enum(useBands),
  lastUsedAt: instantOut.nullable(),
  /** `direct`, or the id of the group that gives it. */
  assignedBy: z.array(z.string()),
  answer: z.enum(reviewAnswers).nullable(),
  note: z.string().nullable(),
  answeredAt: instantOut.nullable(),
  /** What IT does about the answer; Toolroll takes no licence away. */
  action: z.enum(reviewActions).nullable(),
  releasedAt: instantOut.nullable(),
  releasedByName: z.string().nullable(),
  /** By the latest sync; null while nobody was read. */
  stillHeld: z.boolean().nullable(),
});
export type ReviewLineAnswer = z.output<typeof line>;

export const listReviewResults = endpoint({
  method: "GET",
  path: "/api/licence-reviews",
  summary: "What people said of licences that they do not use, with the evidence and what is to be done",
  query: listQuery(["personName"], {
    checkInId: id.optional(),
    skuId: id.optional(),
    answer: z.enum(answerFilters).optional(),
    /** `no` is given back and not taken away in the admin centre yet. */
    released: z.enum(["yes", "no"]).optional(),
  }),
  response: pageOf(line),
});

export const getReviewStanding = endpoint({
  method: "GET",
  path: "/api/check-ins/{id}/licence-review",
  summary: "What a licence review asks about, and how many said what",
  params: idParams,
  response: z.object({
    checkInId: id,
    skuId: id,
    productName: z.string(),
    counts: z.object({ keep: count, training: count, "give-back": count, none: count, released: count }),
  }),
});
export type ReviewStandingAnswer = z.output<typeof getReviewStanding.response>;

export const noteReleased = endpoint({
  method: "PUT",
  path: "/api/licence-reviews/{deliveryId}/released",
  summary: "Note that a licence which was given back has been taken away in the admin centre, or has not",
  params: z.strictObject({ deliveryId: id }),
  body: z.strictObject({ released: z.boolean() }),
  response: z.object({ releasedAt: instantOut.nullable() }),
});
