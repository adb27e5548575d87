import type { Language } from "../src/contracts/text/bilingual";
import { answerValues } from "../src/domain/survey/scale";
import { numbersOf } from "../src/domain/typed-answer";
import { myAssignments } from "../src/services/assignment-service";
import { chooseQuestion, typedAbout } from "../src/services/check-in/typed-about";
import { myCheckIns } from "../src/services/my-service";
import { answerSurvey, surveyOfDelivery } from "../src/services/survey/my-survey-service";
import { type BotContext, settingFor } from "./bot-context";
import type { CardSetting } from "./cards/card";
import { type OpenQuestion, openQuestionsCard, questionAbout } from "./cards/open-questions-card";
import { surveyCard, surveyThanksCard } from "./cards/survey-card";
import { opened } from "./on-card-action";
import type { Reply } from "./reply";

/**
 * Numbers and nothing else: which of several questions is meant, or, where a survey is the only one or was opened, how confident
 * somebody is of each of its statements. @returns null when they are about something else
 */
export async function onTypedNumbers(
  bot: BotContext,
  hostLanguage: Language,
  personId: string,
  text: string,
): Promise<Reply | null> {
  const numbers = numbersOf(text);
  if (numbers === null) return null;
  const setting = settingFor(bot, hostLanguage);
  const open = await myCheckIns(bot.services, personId);
  const waiting = await myAssignments(bot.services, personId);
  const questions = [...waiting.map((one) => questionAbout(setting, one)), ...open];
  const [number, another] = numbers;
  if (questions.length > 1 && number !== undefined && another === undefined) {
    return choose(bot, setting, personId, questions, number);
  }
  const meant = await typedAbout(bot.services, personId);
  const [only, further] = meant.all;
  const isSurvey = only?.purpose === "survey" && further === undefined && meant.waiting.length === 0;
  return isSurvey ? rated(bot, setting, personId, only.deliveryId, numbers) : null;
}

/** A single number always chooses while there is something to choose: it is never taken for an answer then. */
async function choose(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  questions: readonly OpenQuestion[],
  number: number,
): Promise<Reply> {
  const chosen = questions[number - 1];
  if (chosen === undefined) {
    return { card: openQuestionsCard(setting, questions, setting.text("bot.questionsWhich")) };
  }
  const card = await opened(bot, setting, personId, chosen.deliveryId);
  await chooseQuestion(bot.services, personId, chosen.deliveryId);
  return { card };
}

/** One number from 1 to 5 for each statement, in their order; anything else is asked back and never guessed. */
async function rated(
  bot: BotContext,
  setting: CardSetting,
  personId: string,
  deliveryId: string,
  numbers: readonly number[],
): Promise<Reply> {
  const survey = await surveyOfDelivery(bot.services, deliveryId, personId);
  const asked = { ...survey, deliveryId };
  const answers = survey.items.flatMap(({ id: itemId }, index) => {
    const value = answerValues.slice(0, 5).find((each) => each === String(numbers[index]));
    return value === undefined ? [] : [{ itemId, value }];
  });
  if (answers.length !== survey.items.length || numbers.length !== answers.length) {
    const notice = setting.text("bot.askRatings", { count: survey.items.length });
    return { card: surveyCard(setting, asked, notice) };
  }
  await answerSurvey(bot.services, { surveyId: survey.id, personId, answers, comment: null });
  return { card: surveyThanksCard(setting, asked), done: deliveryId };
}
