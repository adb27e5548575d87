import { checkInPurposes } from "../check-in";
import { noteKinds } from "../note";

/** What the bot writes to people about: questions for a purpose, and notes. Each can be stopped by whoever gets it. */
export const messageTopics = [...checkInPurposes, ...noteKinds] as const;
export type MessageTopic = (typeof messageTopics)[number];

/** What comes to managers and IT alone. */
const digests: readonly MessageTopic[] = ["findings", "blockers"];

/**
 * What somebody can be written to about. Nobody needs to stop digests that are for managers and IT; who has stopped one may
 * take that back. A renewal can be anybody's to see to.
 */
export function topicsFor(
  mayReadFindings: boolean,
  stopped: readonly MessageTopic[],
): readonly MessageTopic[] {
  return messageTopics.filter(
    (topic) => !digests.includes(topic) || mayReadFindings || stopped.includes(topic),
  );
}
