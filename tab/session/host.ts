export type HostTheme = "default" | "dark" | "contrast";

/** Microsoft Teams, or another host that speaks TeamsJS, around this page. */
export interface Host {
  readonly theme: HostTheme;
  readonly locale: string;
  readonly onTheme: (follow: (theme: HostTheme) => void) => void;
  /** @throws when the host refuses or does not answer */
  readonly getToken: () => Promise<string>;
  readonly tellReady: () => void;
  readonly tellFailed: (message: string) => void;
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
