import { z } from "zod";
import { endpoint } from "./endpoint";
import { languages } from "./text/bilingual";
import { instantOut } from "./wire";

const contractCalendar = z.object({
  createdAt: instantOut,
  /** The language of the entries. */
  language: z.enum(languages),
});
export type ContractCalendarAnswer = z.output<typeof contractCalendar>;

export const getContractCalendar = endpoint({
  method: "GET",
  path: "/api/my/contract-calendar",
  summary:
    "Whether the caller has an address for the calendar of contracts; the address itself is never shown again",
  response: z.object({ calendar: contractCalendar.nullable() }),
});

const created = contractCalendar.extend({ address: z.url() });
export type CreatedCalendarAnswer = z.output<typeof created>;

export const createContractCalendar = endpoint({
  method: "POST",
  path: "/api/my/contract-calendar",
  summary: "Make an address for the calendar of contracts, shown this once; an earlier one ends",
  body: z.strictObject({ language: z.enum(languages).optional() }).optional(),
  response: created,
});

export const revokeContractCalendar = endpoint({
  method: "DELETE",
  path: "/api/my/contract-calendar",
  summary: "End the caller's address for the calendar of contracts",
  response: z.undefined(),
  status: 204,
});

export const readContractCalendar = endpoint({
  method: "GET",
  path: "/api/calendars/{secret}/contracts.ics",
  summary:
    "Notice dates and ends of the contracts that the owner of the address may see, as iCalendar (RFC 5545)",
  params: z.strictObject({ secret: z.string().min(1).max(200) }),
  response: z.string(),
  open: true,
  media: "text/calendar",
});
