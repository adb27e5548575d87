import type { BotMessage } from "./bot-turn";
import type { Card } from "./cards/card";

export interface MessageDetails {
  /** The message it takes the place of. */
  readonly activityId?: string;
  /** What a notification shows; our own words only. */
  readonly summary?: string;
}

export function cardMessage(card: Card, { activityId, summary }: MessageDetails = {}): BotMessage {
  return {
    type: "message",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }],
    ...(activityId === undefined ? {} : { id: activityId }),
    ...(summary === undefined ? {} : { summary }),
  };
}
