import type { Instant } from "./instant";

/** Where somebody asked: always a check-in, whose answers IT sees by promise, and never a survey. */
export const requestOrigins = ["licence-review", "rollout-step", "kit"] as const;
export type RequestOrigin = (typeof requestOrigins)[number];

/** Why a session is shown to somebody: it is ahead and for them, or they were at it, or missed. */
export const mySessionReasons = ["asked", "rollout", "there", "missed"] as const;
export type MySessionReason = (typeof mySessionReasons)[number];

/** What somebody asked to be trained in; of kit there is a device or nothing. */
export const requestSubjects = ["sku", "application", "device"] as const;
export type RequestSubject = (typeof requestSubjects)[number];

/** Somebody who asked for training and has been at none on it since. */
export interface TrainingRequest {
  readonly id: string;
  readonly origin: RequestOrigin;
  readonly personId: string;
  readonly personName: string;
  readonly teamName: string | null;
  readonly subjectKind: RequestSubject;
  readonly subjectId: string | null;
  /** What it is called where it was asked about. */
  readonly subjectName: string | null;
  /** In the person's own words. */
  readonly words: string | null;
  readonly askedAt: Instant;
}

/**
 * What a text has in it, in any case, whose writer asks for training: a licence review has a button for that, a step of a rollout and kit
 * have words only. Found too much is seen by whoever reads the words beside it.
 */
export const trainingWords: readonly string[] = ["training", "trained", "train me", "hyffordd"];
