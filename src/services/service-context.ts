import type { Gateway } from "../database/gateway";
import type { BankHoliday } from "../domain/check-in/bank-holiday";
import type { Clock } from "../platform/clock";
import type { NewId } from "../platform/ids";
import type { LicenceReference } from "./licence/licence-reference";

/** What every use case works with; made once in `main.ts`. */
export interface ServiceContext {
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly newId: NewId;
  /** RFC 9562, version 7, which tells when it was made: never for an answer. Left out it is `newId`. */
  readonly newIdInTime?: NewId;
  /** Messages a second of the whole deployment at most; left out it is 25. */
  readonly sendRate?: number;
  /** Where the council is, for working hours; left out it is in London and knows no bank holidays. */
  readonly calendar?: { readonly timeZone: string; readonly bankHolidays: readonly BankHoliday[] };
  /** What Graph does not say of licences; left out no product has a name and none is free. */
  readonly licences?: LicenceReference;
}

/** Of devices and of what an import brings: what came together then stands together in the database. */
export function recordIds({ newIdInTime, newId }: ServiceContext): NewId {
  return newIdInTime ?? newId;
}
