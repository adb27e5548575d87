import { calendarOf, noteCalendarRoles } from "../database/stores/contract-calendar-store";
import { noteRoles, seenRolesOf } from "../database/stores/seen-role-store";
import { toInstant } from "../domain/instant";
import type { Caller, Role } from "../domain/permission";
import { callerOf } from "./directory-service";
import type { ServiceContext } from "./service-context";

type FindCaller = (personId: string, roles: readonly Role[]) => Promise<Caller | null>;

/** Past this many people the memory starts anew, so that it stays flat. */
const mostRemembered = 10_000;

/**
 * Who calls, fresh from the database for each request. Roles are noted when they change and once a day, because a
 * calendar is fetched, and a digest of findings is sent, without a token that would say them.
 */
export function callersOf(context: ServiceContext): FindCaller {
  const noted = new Map<string, string>();
  return async (personId, roles) => {
    const caller = await callerOf(context, personId, roles);
    if (caller === null) return null;
    const now = toInstant(context.clock.now());
    const mark = `${now.slice(0, 10)} ${caller.roles.join(" ")}`;
    if (noted.get(personId) === mark) return caller;
    if (noted.size >= mostRemembered) noted.clear();
    noted.set(personId, mark);
    // Reading goes on while nothing can be written; then the next request tries again.
    await note(context, caller, now).catch(() => noted.delete(personId));
    return caller;
  };
}

async function note(context: ServiceContext, { person, roles }: Caller, now: string): Promise<void> {
  const { calendar, seen } = await context.gateway.read(async (reader) => ({
    calendar: await calendarOf(reader, person.id),
    seen: await seenRolesOf(reader, person.id),
  }));
  const isNoted = (kept: readonly Role[], at: string) =>
    kept.join(" ") === roles.join(" ") && at.slice(0, 10) === now.slice(0, 10);
  const calendarIsNew = calendar !== null && !isNoted(calendar.roles, calendar.rolesSeenAt);
  const seenIsNew = seen === null ? roles.length > 0 : !isNoted(seen.roles, seen.seenAt);
  if (!calendarIsNew && !seenIsNew) return;
  await context.gateway.write(async (tx) => {
    if (calendarIsNew) await noteCalendarRoles(tx, person.id, roles, now);
    if (seenIsNew) await noteRoles(tx, person.id, roles, now);
  });
}
