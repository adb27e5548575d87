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
  /** Where the council is, for working hours; left out it is in London and knows no bank holidays. */
  readonly calendar?: { readonly timeZone: string; readonly bankHolidays: readonly BankHoliday[] };
  /** What Graph does not say of licences; left out no product has a name and none is free. */
  readonly licences?: LicenceReference;
}
