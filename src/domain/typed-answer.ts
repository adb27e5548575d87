import { type AcceptanceAnswer, acceptanceAnswers } from "./acceptance";
import { type Snooze, snoozes } from "./check-in/good-time";
import { type MessageTopic, messageTopics } from "./check-in/message-topic";
import { type KitAnswer, kitAnswers } from "./kit-answer";
import {
  allHave,
  answerWords,
  assignmentWords,
  type BotCommand,
  commandWords,
  snoozeWords,
  topicWords,
  unclearWords,
  type Words,
} from "./typed-words";

export type { BotCommand } from "./typed-words";

/** Longer texts are a letter, not an answer. */
const longestTyped = 500;

/** Some devices were left out; it could mean two things; a number that is not on the card. */
export type AskBackReason = "partial" | "unclear" | "no-such-number";

export interface TypedCommand {
  readonly command: BotCommand;
  /** The word is Welsh only, so the reply should be too. */
  readonly welsh: boolean;
}

/** What somebody typed while a kit check-in is open. */
export type TypedAnswer =
  /** One answer for every device, in the order of the card. */
  | { readonly kind: "complete"; readonly answers: readonly KitAnswer[]; readonly welsh: boolean }
  /** Meant as an answer, but not enough to act on: it is asked back, never guessed. */
  | { readonly kind: "ask-back"; readonly why: AskBackReason; readonly welsh: boolean };

export function commandOf(text: string): TypedCommand | null {
  // A command may be put as a question; an answer may not, because a question says nothing yet.
  const typed = tidy(text).replace(/(?<=[^\s?])\s*\?+$/, "");
  for (const command of Object.keys(commandWords) as BotCommand[]) {
    const [english, welsh] = commandWords[command];
    if (english.includes(typed)) return { command, welsh: false };
    if (welsh.includes(typed)) return { command, welsh: true };
  }
  return null;
}

/** "Tomorrow" or "next week": when to be asked again. */
export function snoozeOf(text: string): { readonly snooze: Snooze; readonly welsh: boolean } | null {
  const typed = tidy(text);
  for (const snooze of snoozes) {
    const [english, welsh] = snoozeWords[snooze];
    if (english.includes(typed)) return { snooze, welsh: false };
    if (welsh.includes(typed)) return { snooze, welsh: true };
  }
  return null;
}

export interface TypedTopic {
  readonly topic: MessageTopic;
  /** False for "stop", true for "start". */
  readonly wanted: boolean;
  readonly welsh: boolean;
}

/** "Stop kit" and "start stock-takes": one topic, where "stop" alone means every message. */
export function topicOf(text: string): TypedTopic | null {
  const typed = tidy(text);
  for (const [command, wanted] of [
    ["stop", false],
    ["start", true],
  ] as const) {
    for (const topic of messageTopics) {
      for (const welsh of [false, true]) {
        const words = topicWords[topic][welsh ? 1 : 0];
        const said = commandWords[command][welsh ? 1 : 0];
        if (said.some((first) => words.some((rest) => typed === `${first} ${rest}`))) {
          return { topic, wanted, welsh };
        }
      }
    }
  }
  return null;
}

/**
 * Reads a typed answer to a kit check-in.
 * @param count devices on the card; numbers in the text count from 1
 * @returns null when the text does not look like an answer at all
 */
export function kitAnswerOf(text: string, count: number): TypedAnswer | null {
  if (text.length > longestTyped) return null;
  const typed = tidy(text);
  const [number, another] = numbersOf(typed) ?? [];
  if (count === 1 && number !== undefined && another === undefined) {
    const answer = kitAnswers[number - 1];
    return answer === undefined
      ? askBack("no-such-number", false)
      : { kind: "complete", answers: [answer], welsh: false };
  }
  return /\d/.test(typed) ? numbered(typed, count) : unnumbered(typed, count);
}

/** Most numbers that anybody types at once: one for each statement of a long survey. */
const mostNumbers = 50;

/** "4", "4 3 5" and "4, 3, 5": numbers and nothing else. @returns null for anything else */
export function numbersOf(text: string): readonly number[] | null {
  const typed = text.trim().replace(/[.!]+$/, "");
  if (!/^\d{1,2}(?:\s*[,;\s]\s*\d{1,2})*$/.test(typed)) return null;
  const numbers = typed.split(/[,;\s]+/).map(Number);
  return numbers.length > mostNumbers ? null : numbers;
}

/** What somebody typed while a device waits for their word: yes, no, or a word that could mean either. */
export type TypedAcceptance =
  | { readonly kind: "complete"; readonly answer: AcceptanceAnswer; readonly welsh: boolean }
  | { readonly kind: "ask-back"; readonly welsh: boolean };

/** Reads a typed answer about one device. @returns null when the text does not look like an answer at all */
export function acceptanceAnswerOf(text: string): TypedAcceptance | null {
  if (text.length > longestTyped) return null;
  const typed = tidy(text);
  for (const answer of acceptanceAnswers) {
    const [english, welsh] = assignmentWords[answer];
    const isWelsh = welsh.includes(typed);
    if (isWelsh || english.includes(typed)) return { kind: "complete", answer, welsh: isWelsh };
  }
  const [number, another] = numbersOf(typed) ?? [];
  const chosen = number === undefined || another !== undefined ? undefined : acceptanceAnswers[number - 1];
  if (chosen !== undefined) return { kind: "complete", answer: chosen, welsh: false };
  const kit = /\d/.test(typed) ? null : kitAnswerOf(text, 1);
  if (kit === null) return null;
  const [said] = kit.kind === "complete" ? kit.answers : [];
  if (said === undefined || said === "broken") return { kind: "ask-back", welsh: kit.welsh };
  return { kind: "complete", answer: said === "have" ? "accepted" : "declined", welsh: kit.welsh };
}

/** Whether a text is one of these words. @returns true for Welsh, false for English, null for neither */
export function phraseIn(text: string, [english, welsh]: Words): boolean | null {
  const typed = tidy(text);
  if (english.includes(typed)) return false;
  return welsh.includes(typed) ? true : null;
}

function unnumbered(typed: string, count: number): TypedAnswer | null {
  const answer = phraseOf(typed);
  const [english, welsh] = allHave;
  const everything = english.includes(typed) || welsh.includes(typed);
  if (answer === null && !everything) {
    const unclear = unclearWords.some((words) => words.includes(typed));
    return unclear ? askBack("unclear", unclearWords[1].includes(typed)) : null;
  }
  const isWelsh = answer?.welsh ?? welsh.includes(typed);
  if (count === 1) return { kind: "complete", answers: [answer?.answer ?? "have"], welsh: isWelsh };
  if (!everything || count === 0) return askBack("unclear", isWelsh);
  return { kind: "complete", answers: Array.from({ length: count }, () => "have" as const), welsh: isWelsh };
}

/** "1 have, 2 and 3 broken": numbers collect until the words that belong to them. */
function numbered(typed: string, count: number): TypedAnswer | null {
  const answers = new Map<number, KitAnswer>();
  let isWelsh = false;
  let understood = 0;
  let why: AskBackReason = "partial";
  let waiting: number[] = [];
  for (const [, digits, words] of typed.matchAll(/(?:^|(?<=\D))(\d+)(\D*)/g)) {
    waiting.push(Number(digits));
    const said = withoutJoiners(words ?? "");
    if (said === "") continue;
    const phrase = phraseOf(said);
    if (phrase === null) why = worse(why, "unclear");
    else understood += 1;
    for (const number of waiting) {
      if (number < 1 || number > count) why = "no-such-number";
      else if (phrase !== null) {
        if ((answers.get(number) ?? phrase.answer) !== phrase.answer) why = worse(why, "unclear");
        answers.set(number, phrase.answer);
      }
    }
    isWelsh ||= phrase?.welsh ?? false;
    waiting = [];
  }
  if (understood === 0) return null;
  const opening = withoutJoiners(typed.slice(0, typed.search(/\d/)));
  if (waiting.length > 0 || opening !== "") why = worse(why, "unclear");
  const complete = why === "partial" && answers.size === count;
  return complete ? { kind: "complete", answers: inOrder(answers), welsh: isWelsh } : askBack(why, isWelsh);
}

function worse(now: AskBackReason, then: "unclear") {
  return now === "no-such-number" ? now : then;
}

function inOrder(answers: ReadonlyMap<number, KitAnswer>): KitAnswer[] {
  return [...answers.entries()].sort(([a], [b]) => a - b).map(([, answer]) => answer);
}

function askBack(why: AskBackReason, welsh: boolean): TypedAnswer {
  return { kind: "ask-back", why, welsh };
}

function phraseOf(words: string): { answer: KitAnswer; welsh: boolean } | null {
  for (const answer of ["have", "broken", "missing"] as const) {
    const [english, welsh] = answerWords[answer];
    if (english.includes(words)) return { answer, welsh: false };
    if (welsh.includes(words)) return { answer, welsh: true };
  }
  return null;
}

/** Takes away what stands between a number and its words, or between two numbers. */
function withoutJoiners(words: string): string {
  return words
    .replace(/^[\s,;:.)=&+-]+|[\s,;:.(=&+-]+$/g, "")
    .replace(/(?:^|[\s,;]+)(?:device|number|dyfais|rhif)$/, "")
    .replace(/(?:^|[\s,;]+)(?:and|a|ac)$/, "");
}

/** As typed phrases are compared: one case, one kind of apostrophe, no full stop. */
export function tidy(text: string): string {
  return text
    .slice(0, longestTyped + 1)
    .normalize("NFKC")
    .replace(/[‘’ʼ`´]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^[\s"]+|[\s".!]+$/g, "");
}
