import type { ConsentSubject } from "../../src/contracts/consent-window";

export type HostTheme = "default" | "dark" | "contrast";

/** Microsoft Teams, or another host that speaks TeamsJS, around this page. */
export interface Host {
  readonly theme: HostTheme;
  readonly locale: string;
  /** What a deep link asks for within the tab, as the link says it. */
  readonly subPage: string | null;
  readonly onTheme: (follow: (theme: HostTheme) => void) => void;
  /**
   * `silent` never puts a question to the person.
   * @param challenge of conditional access, which the token has to meet
   * @throws ConsentMissing when the person, or an administrator for all, has to agree first
   * @throws when the host refuses or does not answer
   */
  readonly getToken: (silent: boolean, challenge?: string | null) => Promise<string>;
  /**
   * Opens the window in which the person agrees to what the subject takes; must follow a click.
   * @throws ConsentRefused
   */
  readonly askConsent: (subject: ConsentSubject) => Promise<void>;
  readonly tellReady: () => void;
  readonly tellFailed: (message: string) => void;
}

/** Entra ID gives no token before somebody agrees to what Toolroll may read. */
export class ConsentMissing extends Error {}

/** `declined` by the person, `administrator` where only an administrator may agree, `blocked` by the browser. */
export class ConsentRefused extends Error {
  constructor(readonly reason: "declined" | "administrator" | "blocked" | "failed") {
    super(reason);
  }
}

/** @throws when the promise takes longer */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: number | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = window.setTimeout(() => reject(new Error("no answer in time")), ms);
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    window.clearTimeout(timer);
  }
}
