import type { Request } from "express";
import type { IncomingActivity } from "./incoming-activity";

export interface Refused {
  readonly admitted: false;
  readonly status: 401 | 403;
  /** For the log; the sender learns nothing of it. */
  readonly why: string;
}

export interface Admitted {
  readonly admitted: true;
  /** Compares what the activity says with what the request proved. */
  readonly judge: (activity: IncomingActivity) => Refused | null;
}

/** Decides on a request before a byte of its body is read. Fails closed: an error is a refusal. */
export type BotGuard = (request: Request) => Promise<Admitted | Refused>;

export function refuse(status: 401 | 403, why: string): Refused {
  return { admitted: false, status, why };
}
