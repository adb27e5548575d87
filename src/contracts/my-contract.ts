import { z } from "zod";
import { acceptanceAnswers, acceptances, longestNote } from "../domain/acceptance";
import { checkInPurposes } from "../domain/check-in";
import { snoozes } from "../domain/check-in/good-time";
import { messageTopics } from "../domain/check-in/message-topic";
import { deviceStatuses, deviceTypes } from "../domain/device";
import { kitAnswers, longestUnlisted } from "../domain/kit-answer";
import { longestWhy, reviewAnswers } from "../domain/licence/review";
import { useBands } from "../domain/licence/use-band";
import { attendanceAnswers } from "../domain/rollout/attendance-answer";
import { longestStop } from "../domain/rollout/step-answer";
import { weekHours } from "./calendar-setting-contract";
import { endpoint, idParams } from "./endpoint";
import { id, instantOut, optionalLine } from "./wire";

const kitDevice = z.object({
  id,
  assetTag: z.string(),
  type: z.enum(deviceTypes),
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  serial: z.string().nullable(),
  status: z.enum(deviceStatuses),
  label: z.string(),
  warrantyEnd: z.string().nullable(),
  lastConfirmedAt: instantOut.nullable(),
  /** What its holder reported and IT has not dealt with yet. */
  openProblem: z.enum(["broken", "missing"]).nullable(),
  /** What the holder says of having been given it; null where nobody asked. */
  acceptance: z.enum(acceptances).nullable(),
});
export type KitDeviceAnswer = z.output<typeof kitDevice>;

export const getMyKit = endpoint({
  method: "GET",
  path: "/api/my/kit",
  summary: "The devices that the caller holds",
  response: z.object({ devices: z.array(kitDevice) }),
});

const myCheckIn = z.object({
  deliveryId: id,
  purpose: z.enum(checkInPurposes),
  title: z.string(),
  closesAt: instantOut,
  answeredAt: instantOut.nullable(),
  devices: z.array(kitDevice),
  /** What a licence review asks about, and what was said of it; null for every other purpose. */
  licence: z
    .object({
      productName: z.string(),
      useBand: z.enum(useBands),
      lastUsedAt: instantOut.nullable(),
      answer: z.enum(reviewAnswers).nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
  /** The training session that it asks about; absent in every other question. */
  session: z.object({ title: z.string(), startsAt: instantOut }).optional(),
});
export type MyCheckInAnswer = z.output<typeof myCheckIn>;

export const listMyCheckIns = endpoint({
  method: "GET",
  path: "/api/my/check-ins",
  summary: "Open questions to the caller",
  response: z.object({ items: z.array(myCheckIn) }),
});

/** The answer to a kit check-in, from the card and from the tab alike. Keys of `answers` are device ids. */
export const kitReport = z.strictObject({
  answers: z.record(id, z.enum(kitAnswers)).default({}),
  unlisted: z.string().trim().max(longestUnlisted).nullable().optional(),
});

/** What a person says of a licence, from the card and from the tab alike. */
export const reviewAnswer = z.strictObject({
  answer: z.enum(reviewAnswers),
  note: optionalLine(longestWhy),
});

/** What a person says of their step in a rollout: "Do you have it? Does it work? What stops you?" */
export const stepAnswer = z.strictObject({
  has: z.boolean(),
  /** Left out by whoever has not tried it, or does not have it. */
  works: z.boolean().nullable().optional(),
  stops: optionalLine(longestStop),
});

/** Whether a person was at a session. */
export const attendedAnswer = z.strictObject({ attended: z.enum(attendanceAnswers) });

export const answerMyCheckIn = endpoint({
  method: "POST",
  path: "/api/my/check-ins/{deliveryId}/answer",
  summary: "Answer a check-in; a later answer replaces the earlier one while it is open",
  params: z.strictObject({ deliveryId: id }),
  /**
   * `answers`, `unlisted` and `note` (what is wrong with what is broken or missing) for kit, `answer` and `note` for a
   * licence review, `attended` for a training session, the others for a step of a rollout.
   */
  body: kitReport
    .extend(reviewAnswer.partial().shape)
    .extend(stepAnswer.partial().shape)
    .extend(attendedAnswer.partial().shape),
  response: z.object({
    answeredAt: instantOut,
    confirmed: z.number().int(),
    problems: z.number().int(),
    /** Of a training session alone: false where IT has written down itself who was there, which stays. */
    written: z.boolean().optional(),
  }),
});

export type MyAnswer = z.output<typeof answerMyCheckIn.body>;

const waitingAssignment = z.object({ id, askedAt: instantOut, device: kitDevice });
export type WaitingAssignmentAnswer = z.output<typeof waitingAssignment>;

export const listMyAssignments = endpoint({
  method: "GET",
  path: "/api/my/assignments",
  summary: "Devices that the caller was given and has not answered for, the oldest first",
  response: z.object({ items: z.array(waitingAssignment) }),
});

/** From the card and from the tab alike. */
export const assignmentAnswer = z.strictObject({
  answer: z.enum(acceptanceAnswers),
  note: optionalLine(longestNote),
});

export const answerMyAssignment = endpoint({
  method: "POST",
  path: "/api/my/assignments/{id}/answer",
  summary: "Say whether a device that was given to the caller is theirs; the first answer stands",
  params: idParams,
  body: assignmentAnswer,
  response: z.object({
    answer: z.enum(acceptanceAnswers),
    answeredAt: instantOut,
    waiting: z.number().int(),
  }),
});

export const snoozeMyCheckIn = endpoint({
  method: "POST",
  path: "/api/my/check-ins/{deliveryId}/snooze",
  summary: "Put a question off: it comes again at the next good time of tomorrow or of next week",
  params: z.strictObject({ deliveryId: id }),
  body: z.strictObject({ until: z.enum(snoozes).default("tomorrow") }),
  response: z.object({ until: instantOut }),
});

const myContact = z.object({
  /** Hours of the caller's own; null keeps the council's. */
  slot: weekHours.nullable(),
  /** What the caller wants no messages about. */
  stopped: z.array(z.enum(messageTopics)),
  /** True after "stop"; null while the bot is not installed. */
  muted: z.boolean().nullable(),
  purposes: z.array(z.enum(messageTopics)),
  councilHours: weekHours,
  messageBudget: z.number().int(),
});
export type MyContactAnswer = z.output<typeof myContact>;

export const getMyContact = endpoint({
  method: "GET",
  path: "/api/my/messages",
  summary: "When and about what the bot writes to the caller; no manager is shown it",
  response: myContact,
});

export const changeMyContact = endpoint({
  method: "PUT",
  path: "/api/my/messages",
  summary: "Decide when and about what the bot writes to the caller",
  body: z.strictObject({
    slot: weekHours.nullable(),
    stopped: z.array(z.enum(messageTopics)).max(messageTopics.length),
  }),
  response: myContact,
});
