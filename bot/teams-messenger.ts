import type { TextKey } from "../src/contracts/text/catalogue";
import { asksForKit } from "../src/domain/check-in";
import type { SendOutcome } from "../src/domain/delivery";
import type { Clock } from "../src/platform/clock";
import { failureOf } from "../src/platform/failure";
import type { Log } from "../src/platform/log";
import type {
  AnsweredCheckIn,
  Messenger,
  OutgoingAssignment,
  OutgoingBundle,
  OutgoingCheckIn,
  OutgoingNotes,
} from "../src/services/messenger";
import { type CardContext, settingFor } from "./bot-context";
import { cardMessage } from "./card-message";
import { assignmentCard } from "./cards/assignment-card";
import { assignmentThanksCard } from "./cards/assignment-thanks-card";
import { attendanceCard } from "./cards/attendance-card";
import type { Card, CardSetting } from "./cards/card";
import { exampleCard } from "./cards/card-example";
import { kitCheckInCard } from "./cards/kit-check-in-card";
import { kitThanksCard } from "./cards/kit-thanks-card";
import { licenceReviewCard, licenceReviewThanksCard } from "./cards/licence-review-card";
import { notesCard, notesSummary } from "./cards/notes-card";
import { bundleCard } from "./cards/open-questions-card";
import { rolloutStepCard } from "./cards/rollout-step-card";
import { surveyCard } from "./cards/survey-card";
import { conversationReference } from "./incoming-activity";
import type { BotPort } from "./sdk-when-needed";
import { isTokenRefused, outcomeOfFailure } from "./send-outcome";

interface MessengerContext extends CardContext {
  readonly adapter: Pick<BotPort, "tell" | "replace">;
  readonly clock: Clock;
  readonly log: Log;
  /** Without word for so long the outcome is unclear. */
  readonly hardStopMs?: number;
}

const defaultHardStopMs = 10_000;

/** Sends check-ins to the conversations that people have with the bot. */
export function teamsMessenger(context: MessengerContext): Messenger {
  return {
    send: (message) => within(context.hardStopMs ?? defaultHardStopMs, attempt(context, message)),
    replaceAnswered: (answered) =>
      replace(context, answered, (setting) =>
        answered.licence === null
          ? kitThanksCard(setting, answered)
          : licenceReviewThanksCard(setting, { ...answered, ...answered.licence }),
      ),
    sendAssignment: (message) => within(context.hardStopMs ?? defaultHardStopMs, offer(context, message)),
    replaceAssignment: (answered) =>
      replace(context, answered, (setting) => assignmentThanksCard(setting, { ...answered, waiting: [] })),
    exampleOf: (asked) => exampleCard(settingFor(context, asked.language), asked),
    surveyExampleOf: (asked, language) =>
      surveyCard(settingFor(context, language), { ...asked, deliveryId: "example" }),
    sendBundle: (message) => within(context.hardStopMs ?? defaultHardStopMs, askTogether(context, message)),
    sendNotes: (message) => within(context.hardStopMs ?? defaultHardStopMs, note(context, message)),
    replaceBundle: (shown) => replace(context, shown, (setting) => bundleCard(setting, shown.questions)),
  };
}

async function attempt(context: MessengerContext, message: OutgoingCheckIn): Promise<SendOutcome> {
  const { deliveryId, purpose, survey, licence } = message;
  if (purpose === "survey" && survey !== null) {
    return tell(context, message, "survey.card.summary", (setting) =>
      surveyCard(setting, { ...survey, deliveryId }),
    );
  }
  if (purpose === "licence-review" && licence !== null) {
    return tell(context, message, "licenceReview.card.summary", (setting) => {
      const notice = message.reminded > 0 ? setting.text("contact.reminder") : null;
      return licenceReviewCard(setting, { ...message, licence, answeredAt: null }, notice);
    });
  }
  const { session } = message;
  if (purpose === "rollout-step" && session !== undefined) {
    return tell(context, message, "attendanceAsked.summary", (setting) => {
      const notice = message.reminded > 0 ? setting.text("contact.reminder") : null;
      return attendanceCard(setting, { ...message, session }, notice);
    });
  }
  if (purpose === "rollout-step") {
    return tell(context, message, "rolloutStep.summary", (setting) =>
      rolloutStepCard(setting, message, message.reminded > 0 ? setting.text("contact.reminder") : null),
    );
  }
  // Anything else would be a card that nobody designed.
  if (!asksForKit({ purpose })) return { kind: "blocked", reason: "refused" };
  const summary = message.reminded > 0 ? "contact.reminderSummary" : "bot.checkInSummary";
  return tell(context, { ...message, deliveryId }, summary, (setting) => {
    const notice = message.reminded > 0 ? setting.text("contact.reminder") : null;
    return kitCheckInCard(setting, { ...message, answeredAt: null }, notice);
  });
}

function offer(context: MessengerContext, message: OutgoingAssignment): Promise<SendOutcome> {
  return tell(context, { ...message, deliveryId: message.id }, "bot.assignmentSummary", (setting) =>
    assignmentCard(setting, message),
  );
}

function askTogether(context: MessengerContext, message: OutgoingBundle): Promise<SendOutcome> {
  const deliveryId = message.questions[0]?.deliveryId ?? "";
  return tell(context, { ...message, deliveryId }, "bot.questionsSummary", (setting) =>
    bundleCard(setting, message.questions, message.reminder ? setting.text("contact.reminder") : null),
  );
}

function note(context: MessengerContext, message: OutgoingNotes): Promise<SendOutcome> {
  return tell(context, message, notesSummary(message), (setting) => notesCard(setting, message));
}

async function tell(
  context: MessengerContext,
  { deliveryId, conversation }: Pick<OutgoingCheckIn, "deliveryId" | "conversation">,
  notification: TextKey,
  make: (setting: CardSetting) => Card,
): Promise<SendOutcome> {
  const reference = conversationReference.safeParse(conversation.reference);
  if (!reference.success) return { kind: "blocked", reason: "conversation-gone" };
  try {
    const setting = settingFor(context, conversation.language);
    const card = make(setting);
    const summary = setting.text(notification);
    return {
      kind: "sent",
      activityId: await context.adapter.tell(reference.data, cardMessage(card, { summary })),
    };
  } catch (error) {
    const outcome = outcomeOfFailure(error, context.clock.now());
    const details = { deliveryId, outcome, ...failureOf(error) };
    if (isTokenRefused(error)) context.log.error(details, "the Bot Connector refuses the bot's token");
    else context.log.warn(details, "a question was not sent");
    return outcome;
  }
}

async function replace(
  context: MessengerContext,
  answered: Pick<AnsweredCheckIn, "activityId" | "conversation" | "deliveryId">,
  make: (setting: CardSetting) => Card,
): Promise<void> {
  const { activityId, conversation, deliveryId } = answered;
  try {
    const reference = conversationReference.parse(conversation.reference);
    const card = make(settingFor(context, conversation.language));
    await context.adapter.replace(reference, cardMessage(card, { activityId }));
  } catch (error) {
    context.log.warn({ deliveryId, ...failureOf(error) }, "answered card was not replaced");
  }
}

async function within(ms: number, work: Promise<SendOutcome>): Promise<SendOutcome> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<SendOutcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "unclear" }), ms);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}
