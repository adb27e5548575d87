import { checkInPurposes } from "../check-in";
import { noteKinds } from "../note";

/** What the bot writes to people about: questions for a purpose, and notes. Each can be stopped by whoever gets it. */
export const messageTopics = [...checkInPurposes, ...noteKinds] as const;
export type MessageTopic = (typeof messageTopics)[number];

/**
 * What somebody can be written to about. Nobody needs to stop a digest of findings that is for managers and IT; who has
 * stopped it may take that back. A renewal can be anybody's to see to.
 */
export function topicsFor(
  mayReadFindings: boolean,
  stopped: readonly MessageTopic[],
): readonly MessageTopic[] {
  return messageTopics.filter((topic) => topic !== "findings" || mayReadFindings || stopped.includes(topic));
}
