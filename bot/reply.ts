import type { Card } from "./cards/card";

/** What a handler answers with; the routes turn it into a message, an update or an invoke answer. */
export interface Reply {
  readonly card: Card;
  /** The message whose card this one takes the place of. */
  readonly replaces?: string;
  /** The delivery that was just answered, so that its card elsewhere in the chat can say so too. */
  readonly answered?: string;
  /** The delivery that this card is done with, answered or put off: others of the same message come into sight again. */
  readonly done?: string;
}
