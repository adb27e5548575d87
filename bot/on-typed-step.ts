import type { Language } from "../src/contracts/text/bilingual";
import { typedAttendance } from "../src/domain/rollout/attendance-answer";
import { stepOf, typedStep } from "../src/domain/rollout/typed-step";
import { kitAnswerOf } from "../src/domain/typed-answer";
import { typedAbout } from "../src/services/check-in/typed-about";
import { type BotContext, settingFor } from "./bot-context";
import { rolloutStepCard } from "./cards/rollout-step-card";
import { takeAttendance } from "./on-attendance";
import { takeStepAnswer } from "./on-rollout-step";
import type { Reply } from "./reply";

/**
 * An answer to the step that is the only thing asked; among several questions the others decide which one is meant.
 * @returns null when it is about something else
 */
export async function onTypedStep(
  bot: BotContext,
  hostLanguage: Language,
  personId: string,
  text: string,
): Promise<Reply | null> {
  const { all, waiting } = await typedAbout(bot.services, personId);
  const [asked, another] = all;
  if (asked?.purpose !== "rollout-step" || another !== undefined || waiting.length > 0) return null;
  if (asked.session !== undefined) {
    const told = typedAttendance(text);
    if (told === null) return null;
    const setting = settingFor(bot, told.welsh ? "cy" : hostLanguage);
    return takeAttendance(bot, setting, personId, asked.deliveryId, told.answer);
  }
  const said = typedStep(text);
  if (said === null) {
    const setting = settingFor(bot, hostLanguage);
    const meant = kitAnswerOf(text, 1) !== null;
    return meant ? { card: rolloutStepCard(setting, asked, setting.text("rolloutStep.unclear")) } : null;
  }
  const setting = settingFor(bot, said.welsh ? "cy" : hostLanguage);
  return takeStepAnswer(bot, setting, personId, asked.deliveryId, stepOf(said.choice, null));
}
