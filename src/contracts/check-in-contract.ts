import { z } from "zod";
import { checkInPurposes, checkInStates } from "../domain/check-in";
import { mostApart, recurrenceUnits } from "../domain/check-in/recurrence";
import { languages } from "../domain/conversation";
import { deliveryReasons } from "../domain/delivery";
import { deliverySummary } from "./delivery-contract";
import { endpoint, idParams } from "./endpoint";
import { day, id, instant, instantOut, line, listQuery, pageOf } from "./wire";

export const audience = z.union([
  z.strictObject({ everyone: z.literal(true) }),
  z.strictObject({ teamIds: z.array(id).min(1).max(500), includeBelow: z.boolean().default(false) }),
  z.strictObject({ personIds: z.array(id).min(1).max(5000) }),
  z.strictObject({ deviceModel: line(200) }),
  z.strictObject({ skuId: id }),
  z.strictObject({ applicationId: id }),
  z.strictObject({ waveId: id }),
]);

function isWave(asked: z.output<typeof audience>, waveId: string): boolean {
  return "waveId" in asked && asked.waveId === waveId;
}

const recurrence = z.strictObject({
  every: z.number().int().min(1).max(mostApart.week),
  unit: z.enum(recurrenceUnits),
  /** The last day on which it may begin again. */
  until: day.nullable().default(null),
});

const checkIn = z.object({
  id,
  purpose: z.enum(checkInPurposes),
  title: z.string(),
  audience,
  /** What a licence review asks about; null for every other purpose. */
  skuId: id.nullable(),
  /** The survey that it asks people to answer; null for every other purpose. */
  surveyId: id.nullable(),
  state: z.enum(checkInStates),
  opensAt: instantOut.nullable(),
  closesAt: instantOut,
  reminders: z.number().int(),
  createdBy: z.string(),
  createdAt: instantOut,
  launchedAt: instantOut.nullable(),
  /** Nobody who was not asked yet is asked any more. */
  cancelled: z.boolean(),
  /** How often it is asked again; null for once. */
  recurrence: recurrence.nullable(),
  /** The first run of its series, which run this is, and when the next one begins, where this is the latest. */
  series: z.object({ id, run: z.number().int(), nextRunAt: instantOut.nullable() }).nullable(),
  summary: deliverySummary,
  /** While it runs and the Bot Connector no longer accepts the bot: nothing is sent to anybody since then. */
  sendingPausedSince: instantOut.nullable(),
  etag: z.string(),
});
export type CheckInAnswer = z.output<typeof checkIn>;

export const listCheckIns = endpoint({
  method: "GET",
  path: "/api/check-ins",
  summary: "Check-ins, newest first",
  query: listQuery(
    ["createdAt"],
    {
      state: z.enum(checkInStates).optional(),
      purpose: z.enum(checkInPurposes).optional(),
      /** All runs of the series whose first run has this id. */
      series: id.optional(),
    },
    "-createdAt",
  ),
  response: pageOf(checkIn),
});

export const getCheckIn = endpoint({
  method: "GET",
  path: "/api/check-ins/{id}",
  summary: "One check-in",
  params: idParams,
  response: checkIn,
});

export const createCheckIn = endpoint({
  method: "POST",
  path: "/api/check-ins",
  summary: "Draft a check-in",
  body: z
    .strictObject({
      purpose: z.enum(checkInPurposes),
      title: line(200),
      audience,
      closesAt: instant,
      opensAt: instant.nullable().optional(),
      reminders: z.number().int().min(0).max(2).default(0),
      recurrence: recurrence.nullable().optional(),
      /** The draft of a survey that the launch opens; it asks the same audience. */
      surveyId: id.optional(),
      /** Says once more which wave the audience is. */
      waveId: id.optional(),
      skuId: id.optional(),
    })
    .refine(({ waveId, audience: asked }) => waveId === undefined || isWave(asked, waveId), {
      path: ["waveId"],
      message: "the audience is not this wave",
    }),
  response: checkIn,
  status: 201,
});

export const changeCheckIn = endpoint({
  method: "PATCH",
  path: "/api/check-ins/{id}",
  summary: "Change a draft, or move the closing time of a running check-in",
  params: idParams,
  body: z.strictObject({
    title: line(200).optional(),
    audience: audience.optional(),
    opensAt: instant.nullable().optional(),
    closesAt: instant.optional(),
    reminders: z.number().int().min(0).max(2).optional(),
    recurrence: recurrence.nullable().optional(),
  }),
  response: checkIn,
  ifMatch: true,
});

export const previewAudience = endpoint({
  method: "POST",
  path: "/api/check-ins/preview",
  summary:
    "Who an audience is now, how many would get a message, and why the others would not; nothing is kept",
  body: z.strictObject({
    purpose: z.enum(checkInPurposes).default("kit"),
    audience,
    skuId: id.optional(),
  }),
  response: z.object({
    total: z.number().int(),
    reachable: z.number().int(),
    byReason: z.record(z.string(), z.number().int()),
    /** Two hundred at most, those out of reach first; what people decided for themselves is only counted. */
    people: z.array(z.object({ name: z.string(), reason: z.enum(deliveryReasons).nullable() })),
  }),
});
export type AudiencePreviewAnswer = z.output<typeof previewAudience.response>;

const cardParts = z.array(z.record(z.string(), z.unknown()));
/** An Adaptive Card as people would get it. */
export const shownCard = z.object({ lang: z.enum(languages), body: cardParts, actions: cardParts });

export const previewCard = endpoint({
  method: "POST",
  path: "/api/check-ins/card-preview",
  summary: "The card that people would get, with an example device; nothing is kept or sent",
  body: z.strictObject({
    purpose: z.enum(checkInPurposes).default("kit"),
    title: line(200),
    closesAt: instant,
    language: z.enum(languages).default("en"),
  }),
  response: z.object({
    /** Null for a purpose that asks by another way. */
    card: shownCard.nullable(),
  }),
});
export type CardPreviewAnswer = z.output<typeof previewCard.response>;

const step = (name: string, summary: string) =>
  endpoint({
    method: "POST",
    path: `/api/check-ins/{id}/${name}`,
    summary,
    params: idParams,
    response: checkIn,
  });

export const launchCheckIn = step("launch", "Queue a delivery for each person of the audience");
export const pauseCheckIn = step("pause", "Stop sending; answers are still taken");
export const resumeCheckIn = step("resume", "Go on sending");
export const closeCheckIn = step("close", "Take no more answers");
export const cancelCheckIn = step("cancel", "Send to nobody who was not asked yet; answers are still taken");
export const endCheckInSeries = step("end-series", "Do not ask again; what runs goes on");
