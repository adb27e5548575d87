import type { Request } from "express";
import type { IncomingActivity } from "./incoming-activity";

export interface Refused {
  readonly admitted: false;
  readonly status: 401 | 403;
  /** For the log; the sender learns nothing of it. */
  readonly why: string;
}

/** A genuine activity that is not for this deployment: answered, so that nobody sends it again, and not acted on. */
export interface Ignored {
  readonly ignored: true;
  readonly why: string;
}

export interface Admitted {
  readonly admitted: true;
  /** What the token says, for the SDK; absent in local mode. */
  readonly claims?: object;
  /** Compares what the activity says with what the request proved. */
  readonly judge: (activity: IncomingActivity) => Refused | Ignored | null;
}

/** Decides on a request before a byte of its body is read. Fails closed: an error is a refusal. */
export type BotGuard = (request: Request) => Promise<Admitted | Refused>;

export function refuse(status: 401 | 403, why: string): Refused {
  return { admitted: false, status, why };
}

export function ignore(why: string): Ignored {
  return { ignored: true, why };
}
