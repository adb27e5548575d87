import { asksForKit } from "../src/domain/check-in";
import { languageOf } from "../src/domain/conversation";
import { Refusal } from "../src/domain/refusal";
import { type BotCommand, commandOf } from "../src/domain/typed-answer";
import { myAssignments } from "../src/services/assignment-service";
import { chooseQuestion } from "../src/services/check-in/typed-about";
import { rememberConversation, setMuted } from "../src/services/conversation-service";
import { myCheckIns, myKit } from "../src/services/my-service";
import { teamStatus } from "../src/services/team-status";
import { type BotContext, settingFor } from "./bot-context";
import { actionOfSubmit } from "./card-action";
import { assignmentCard } from "./cards/assignment-card";
import type { Card, CardSetting } from "./cards/card";
import { helpCard } from "./cards/help-card";
import { kitCheckInCard } from "./cards/kit-check-in-card";
import { licenceReviewCard } from "./cards/licence-review-card";
import { myKitCard } from "./cards/my-kit-card";
import { noteCard } from "./cards/note-card";
import { openQuestionsCard, questionAbout } from "./cards/open-questions-card";
import { refusalCard } from "./cards/refusal-card";
import { mostTeamsOnCard, teamStatusCard } from "./cards/team-status-card";
import { type IncomingActivity, referenceOf } from "./incoming-activity";
import { onCardAction } from "./on-card-action";
import { asReview } from "./on-licence-review";
import { stepCard } from "./on-rollout-step";
import { onTypedText } from "./on-typed-text";
import type { Reply } from "./reply";
import { recogniseSender, settingOfCard } from "./sender";

/** A message always gets an answer. */
export async function onMessage(bot: BotContext, activity: IncomingActivity): Promise<Reply> {
  const hostLanguage = languageOf(activity.locale ?? "");
  const typed = commandOf(activity.text ?? "");
  const setting = settingFor(bot, typed?.welsh ? "cy" : hostLanguage);
  const sender = await recogniseSender(bot, activity, setting);
  if (!sender.known) return { card: sender.card };
  const personId = sender.person.id;
  if (typeof activity.value === "object" && activity.value !== null) return onSubmit(bot, activity, personId);
  const locale = typed?.welsh ? "cy" : (activity.locale ?? null);
  await rememberConversation(bot.services, { personId, reference: referenceOf(activity), locale });
  try {
    if (typed !== null) return { card: await onCommand(bot, setting, personId, typed.command) };
    const reply = await onTypedText(bot, hostLanguage, personId, activity.text ?? "");
    if ((reply.answered ?? reply.done) !== undefined) await chooseQuestion(bot.services, personId, null);
    return reply;
  } catch (error) {
    if (error instanceof Refusal) return { card: refusalCard(setting, error) };
    throw error;
  }
}

/** A button pressed in a client without universal actions arrives as a message with a value. */
async function onSubmit(bot: BotContext, activity: IncomingActivity, personId: string): Promise<Reply> {
  const setting = await settingOfCard(bot, activity, languageOf(activity.locale ?? ""));
  const action = actionOfSubmit(activity.value);
  if (action === null) return { card: noteCard(setting, "bot.unknownVerb") };
  const reply = await onCardAction(bot, setting, personId, action);
  const replaces = reply.answered === undefined ? undefined : activity.replyToId;
  return replaces === undefined ? reply : { ...reply, replaces };
}

async function onCommand(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  command: BotCommand,
): Promise<Card> {
  switch (command) {
    case "help":
      return helpCard(setting, "bot.helpTitle");
    case "greeting":
      return helpCard(setting, "bot.greetingTitle");
    case "my-kit":
      return myKitCard(setting, await myKit(bot.services, personId));
    case "questions":
      return questions(bot, setting, personId);
    case "team-status":
      return teamStatusCard(setting, await teamStatus(bot.services, personId, mostTeamsOnCard));
    case "stop":
      await setMuted(bot.services, personId, true);
      return noteCard(setting, "bot.stopped");
    case "start":
      await setMuted(bot.services, personId, false);
      return noteCard(setting, "bot.started");
  }
}

/** All of them again, whichever was opened before; a single one is asked straight away. */
async function questions(bot: BotContext, setting: CardSetting, personId: string): Promise<Card> {
  await chooseQuestion(bot.services, personId, null);
  const open = await myCheckIns(bot.services, personId);
  const waiting = await myAssignments(bot.services, personId);
  const [[checkIn], [assignment]] = [open, waiting];
  if (open.length + waiting.length === 1) {
    if (assignment !== undefined) return assignmentCard(setting, assignment);
    if (checkIn !== undefined && asksForKit(checkIn)) return kitCheckInCard(setting, checkIn);
    const review = checkIn === undefined ? null : asReview(checkIn);
    if (review !== null) return licenceReviewCard(setting, review);
    if (checkIn?.purpose === "rollout-step") return stepCard(setting, checkIn);
  }
  return openQuestionsCard(setting, [...waiting.map((one) => questionAbout(setting, one)), ...open]);
}
