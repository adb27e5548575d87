import type { AcceptanceAnswer } from "../domain/acceptance";
import type { CheckInPurpose } from "../domain/check-in";
import type { Language } from "../domain/conversation";
import type { SendOutcome } from "../domain/delivery";
import type { FindingDigest } from "../domain/finding/finding-digest";
import type { Day, Instant } from "../domain/instant";
import type { LicenceQuestion, WaitingAssignment } from "../domain/kit";
import type { ReviewAnswer } from "../domain/licence/review";
import type { SessionAsked } from "../domain/rollout/attendance-answer";
import type { BlockerDigest } from "../domain/rollout/blocker-digest";
import type { Conversation } from "./conversation-service";
import type { RenewalLine } from "./licence/renewal-overview";
import type { KitDevice } from "./my-service";
import type { SurveyQuestion } from "./survey/my-survey-service";

/** One person's copy of a check-in, ready to be sent. */
export interface OutgoingCheckIn {
  readonly deliveryId: string;
  readonly personId: string;
  readonly purpose: CheckInPurpose;
  readonly title: string;
  readonly closesAt: Instant;
  /** How many reminders this is; 0 for the first message. */
  readonly reminded: number;
  readonly devices: readonly KitDevice[];
  /** What a check-in asks whose purpose is a survey. */
  readonly survey: SurveyQuestion | null;
  /** What a check-in asks whose purpose is a licence review. */
  readonly licence: LicenceQuestion | null;
  /** The session that it asks about; absent in every other question. */
  readonly session?: SessionAsked;
  readonly conversation: Conversation;
}

/** An answer given elsewhere, for the card that still asks. */
export interface AnsweredCheckIn {
  readonly deliveryId: string;
  readonly conversation: Conversation;
  /** The message that carries the card. */
  readonly activityId: string;
  readonly title: string;
  readonly answeredAt: Instant;
  readonly confirmed: number;
  readonly problems: number;
  /** What was said of a licence; null on a kit check-in. */
  readonly licence: { readonly productName: string; readonly answer: ReviewAnswer } | null;
}

/** A device was handed to a person: do they have it? */
export interface OutgoingAssignment extends WaitingAssignment {
  readonly personId: string;
  readonly conversation: Conversation;
}

/** One question of a message that asks several. */
export type BundledQuestion = {
  readonly deliveryId: string;
  /** Null while it waits; always null for a survey, whose cards never say that it was answered. */
  readonly answeredAt: Instant | null;
} & (
  | { readonly title: string; readonly closesAt: Instant }
  /** A device that was handed to the person. */
  | { readonly device: KitDevice }
);

/** Several questions to one person in one message, which counts once for their budget. */
export interface OutgoingBundle {
  readonly personId: string;
  readonly conversation: Conversation;
  readonly questions: readonly BundledQuestion[];
  /** Whether any of them was asked before. */
  readonly reminder: boolean;
}

/** A message of several questions as they stand now, for the card that shows them. */
export interface ShownBundle {
  readonly deliveryId: string;
  readonly conversation: Conversation;
  readonly activityId: string;
  readonly questions: readonly BundledQuestion[];
}

/** What a person said of a device elsewhere, for the card that still asks. */
export interface AnsweredAssignment {
  readonly deliveryId: string;
  readonly conversation: Conversation;
  readonly activityId: string;
  readonly answer: AcceptanceAnswer;
  readonly answeredAt: Instant;
}

/** What a card would ask, before anybody is asked. */
export interface CardExample {
  readonly purpose: CheckInPurpose;
  readonly title: string;
  readonly closesAt: Instant;
  readonly language: Language;
}

/** Something to tell a person who is asked nothing: renewals that they see to, findings, blockers of their rollouts. */
export interface OutgoingNotes {
  /** Of the first of them. */
  readonly deliveryId: string;
  readonly personId: string;
  readonly conversation: Conversation;
  readonly renewals: readonly RenewalLine[];
  readonly findings: FindingDigest | null;
  readonly blockers: BlockerDigest | null;
  readonly today: Day;
}

/** An Adaptive Card as it is sent. */
export interface CardShown {
  readonly lang: Language;
  readonly body: readonly Readonly<Record<string, unknown>>[];
  readonly actions: readonly Readonly<Record<string, unknown>>[];
}

/** The port to Teams: services decide what is sent, `bot/teams-messenger.ts` sends it. */
export interface Messenger {
  /** Never throws; after 10 seconds without word the outcome is `unclear`. */
  send(message: OutgoingCheckIn): Promise<SendOutcome>;
  /** Best effort: a card that cannot be replaced stays, and its answer is still taken. */
  replaceAnswered(answered: AnsweredCheckIn): Promise<void>;
  /** As `send`. */
  sendAssignment(message: OutgoingAssignment): Promise<SendOutcome>;
  /** As `replaceAnswered`. */
  replaceAssignment(answered: AnsweredAssignment): Promise<void>;
  /** As `send`. */
  sendBundle(message: OutgoingBundle): Promise<SendOutcome>;
  /** As `send`; nobody answers it, and it is never replaced. */
  sendNotes(message: OutgoingNotes): Promise<SendOutcome>;
  /** The card as people would get it, with an example device; null for a purpose that has none here. */
  exampleOf(asked: CardExample): CardShown | null;
  /** The card of a survey as people would get it. */
  surveyExampleOf(asked: SurveyQuestion, language: Language): CardShown;
  /** As `replaceAnswered`. */
  replaceBundle(shown: ShownBundle): Promise<void>;
}
