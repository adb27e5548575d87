import type { Gateway } from "../database/gateway";
import type { Clock } from "../platform/clock";
import type { NewId } from "../platform/ids";

/** What every use case works with; made once in `main.ts`. */
export interface ServiceContext {
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly newId: NewId;
}
