import type { Language } from "../contracts/text/bilingual";
import type { Translate } from "../contracts/text/catalogue";
import type { Caller } from "../domain/permission";

/** What a handler knows of its request besides the parsed input. */
export interface ApiRequest {
  readonly caller: Caller;
  readonly language: Language;
  readonly translate: Translate;
  /** The token that the door has let in, for asking Microsoft in the caller's name; never to be kept or logged. */
  readonly ownToken: () => string | null;
  /** The client asks for a page rather than for JSON. */
  readonly prefersHtml: boolean;
  /** From `If-Match`; 0 where the endpoint does not ask for it. */
  readonly version: number;
}
