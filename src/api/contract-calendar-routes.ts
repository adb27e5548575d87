import {
  createContractCalendar,
  getContractCalendar,
  readContractCalendar,
  revokeContractCalendar,
} from "../contracts/contract-calendar-contract";
import * as calendars from "../services/application/contract-calendar-service";
import { writeCalendar } from "../services/export/calendar-writer";
import type { LicenceReference } from "../services/licence/licence-reference";
import type { ServiceContext } from "../services/service-context";
import { calendarWords } from "./contract-calendar-words";
import { FileAnswer } from "./file-answer";
import { handle, handleOpenFile, type Route } from "./handle";

export function contractCalendarRoutes(
  context: ServiceContext,
  reference: LicenceReference,
  publicUrl: string,
): Route[] {
  return [
    handle(getContractCalendar, "contract-calendar.keep", async (_input, { caller }) => ({
      calendar: await calendars.getCalendar(context, caller),
    })),
    handle(createContractCalendar, "contract-calendar.keep", async ({ body }, { caller, language }) => {
      const made = await calendars.createCalendar(context, caller, body?.language ?? language);
      const { createdAt, secret } = made;
      const address = new URL(`/api/calendars/${secret}/contracts.ics`, publicUrl).href;
      return { createdAt, language: made.language, address };
    }),
    handle(revokeContractCalendar, "contract-calendar.keep", async (_input, { caller }) => {
      await calendars.revokeCalendar(context, caller);
      return undefined;
    }),
    handleOpenFile(readContractCalendar, async ({ params }, { translate }) => {
      const content = await calendars.readCalendar(context, reference, params.secret);
      const text = writeCalendar(calendarWords(content, publicUrl, translate));
      return new FileAnswer("text/calendar; charset=utf-8", "contracts.ics", [text]);
    }),
  ];
}
