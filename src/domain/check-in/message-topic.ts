import { checkInPurposes } from "../check-in";
import { noteKinds } from "../note";

/** What the bot writes to people about: questions for a purpose, and notes. Each can be stopped by whoever gets it. */
export const messageTopics = [...checkInPurposes, ...noteKinds] as const;
export type MessageTopic = (typeof messageTopics)[number];
