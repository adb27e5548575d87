import type { Card } from "./cards/card";

/** An activity of ours. The SDK makes one of its own of it where it is sent. */
export type BotMessage =
  | {
      readonly type: "message";
      readonly attachments: readonly { readonly contentType: string; readonly content: Card }[];
      /** The message it takes the place of. */
      readonly id?: string;
      readonly summary?: string;
    }
  | { readonly type: "invokeResponse"; readonly value: { readonly status: 200; readonly body: object } };

/** Where the answer to an activity goes. */
export interface BotTurn {
  send(message: BotMessage): Promise<void>;
  update(message: BotMessage): Promise<void>;
}
