import type { AcceptanceAnswer } from "./acceptance";
import type { Snooze } from "./check-in/good-time";
import type { MessageTopic } from "./check-in/message-topic";
import type { KitAnswer } from "./kit-answer";

/** What a typed word asks the bot to do. */
export type BotCommand = "help" | "greeting" | "my-kit" | "questions" | "team-status" | "stop" | "start";

/** English words, then Welsh words, in lower case. */
export type Words = readonly [readonly string[], readonly string[]];

/** Words that open something, as people type them. */
export const commandWords: Readonly<Record<BotCommand, Words>> = {
  help: [
    ["help", "help me", "?"],
    ["cymorth", "helpu", "helpwch fi"],
  ],
  greeting: [
    ["hi", "hello", "hey", "hi there", "good morning", "good afternoon"],
    ["helo", "shwmae", "shw mae", "s'mae", "bore da", "prynhawn da"],
  ],
  "my-kit": [
    ["my kit", "mykit", "kit", "my devices"],
    ["fy offer", "fy nghit", "fy nyfeisiau"],
  ],
  questions: [
    ["questions", "question", "my questions", "check-ins", "what do you want from me"],
    ["cwestiynau", "cwestiwn", "fy nghwestiynau", "beth ydych chi eisiau gen i"],
  ],
  "team-status": [
    ["team status", "my team", "my teams", "team"],
    ["statws tîm", "statws tim", "fy nhîm", "fy nhim", "fy nhimau"],
  ],
  stop: [["stop"], ["stopio", "stopiwch"]],
  start: [["start"], ["dechrau", "dechreuwch", "ailddechrau"]],
};

/** What a person may be put off to, as they type it. */
export const snoozeWords: Readonly<Record<Snooze, Words>> = {
  tomorrow: [
    ["tomorrow", "later", "not now", "ask me tomorrow", "remind me tomorrow"],
    ["yfory", "nes ymlaen", "ddim nawr", "gofynnwch yfory"],
  ],
  "next-week": [
    ["next week", "ask me next week", "remind me next week"],
    ["wythnos nesaf", "yr wythnos nesaf", "gofynnwch wythnos nesaf"],
  ],
};

/** What comes after "stop" and "start" when only one topic is meant. */
export const topicWords: Readonly<Record<MessageTopic, Words>> = {
  kit: [
    ["kit", "my kit", "kit check-ins", "kit questions"],
    ["offer", "fy offer", "holiadau offer"],
  ],
  "stock-take": [
    ["stock-take", "stock-takes", "stock take", "stock takes", "stocktake", "stocktakes"],
    ["cyfrif stoc", "cyfrifon stoc"],
  ],
  "licence-review": [
    ["licence", "licences", "licence review", "licence reviews", "license", "licenses"],
    ["trwydded", "trwyddedau", "adolygu trwyddedau"],
  ],
  "rollout-step": [
    ["rollout", "rollouts", "rollout step", "rollout steps", "roll-out", "roll-outs"],
    ["cyflwyniadau", "cyflwyniad", "cam cyflwyno", "camau cyflwyno"],
  ],
  survey: [
    ["survey", "surveys", "confidence survey", "confidence surveys"],
    ["arolwg", "arolygon", "arolwg hyder", "arolygon hyder"],
  ],
  renewal: [
    ["renewal", "renewals", "renewal reminders", "contracts", "contract reminders"],
    ["adnewyddu", "adnewyddiadau", "contractau"],
  ],
  findings: [
    ["finding", "findings", "digest", "digests"],
    ["canfyddiad", "canfyddiadau", "crynodeb", "crynodebau"],
  ],
  blockers: [
    ["blocker", "blockers", "blocked rollouts"],
    ["rhwystr", "rhwystrau"],
  ],
};

/** Whole phrases for each answer; `no` alone is missing on purpose: it could mean two things. */
export const answerWords: Readonly<Record<KitAnswer, Words>> = {
  have: [
    ["yes", "have", "have it", "i have it", "i have", "i've got it", "got it", "ok", "okay", "fine"],
    ["ydw", "oes", "ydy", "mae", "mae gen i", "gen i", "mae gyda fi", "mae e gen i", "mae o gen i", "iawn"],
  ],
  broken: [
    ["broken", "it is broken", "it's broken", "is broken", "it is not working", "not working", "faulty"],
    [
      "wedi torri",
      "mae wedi torri",
      "mae e wedi torri",
      "mae o wedi torri",
      "mae'n torri",
      "ddim yn gweithio",
    ],
  ],
  missing: [
    [
      ...[
        "don't have",
        "don't have it",
        "i don't have it",
        "i don't have",
        "do not have it",
        "i do not have it",
      ],
      ...["dont have", "dont have it", "i dont have it", "haven't got it", "not got it", "missing", "lost"],
    ],
    ["does gen i ddim", "dim gen i", "nid oes gen i", "sdim gyda fi", "does dim gen i", "ar goll"],
  ],
};

/** Further phrases for a device that somebody was given and has not answered for. */
export const assignmentWords: Readonly<Record<AcceptanceAnswer, Words>> = {
  accepted: [
    ["accept", "accepted", "i accept", "i accept it", "mine", "it is mine", "it's mine", "that's mine"],
    ["derbyn", "rwy'n derbyn", "rwy'n ei dderbyn", "fi biau fe", "fi biau hi", "fi biau hwn"],
  ],
  declined: [
    [
      ...["decline", "declined", "i decline", "i decline it", "not mine", "it is not mine"],
      ...["it's not mine", "this is not mine", "that's not mine", "this isn't mine", "it isn't mine"],
    ],
    ["gwrthod", "rwy'n gwrthod", "nid fi biau hwn", "nid fi biau fe", "nid fi biau hi", "ddim yn eiddo i mi"],
  ],
};

/** Says "I have it" of every device at once. */
export const allHave: Words = [
  [
    "yes",
    "all ok",
    "all okay",
    "all good",
    "all fine",
    "yes to all",
    "i have them all",
    "i have all of them",
  ],
  ["ydw", "oes", "popeth yn iawn", "mae'r cyfan gen i", "mae popeth gen i", "pob un yn iawn"],
];

/** An answer that says yes or no to something, but not to what. */
export const unclearWords: Words = [
  ["no", "nope", "some", "not all"],
  ["na", "nac ydw", "nag oes", "nac oes", "rhai"],
];
