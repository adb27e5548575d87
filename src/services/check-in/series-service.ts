import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { lockCheckIn, seriesDue, updateCheckIn } from "../../database/stores/check-in-store";
import { type CheckIn, checkInFor } from "../../domain/check-in";
import { dueRun, nextRunAfter, type Recurrence, type Series } from "../../domain/check-in/recurrence";
import { toInstant } from "../../domain/instant";
import { Refusal } from "../../domain/refusal";
import { launchNew } from "../check-in-service";
import type { ServiceContext } from "../service-context";
import { councilCalendar } from "./good-times";

/** Who asks again when the time has come; no person has this id. */
const clockActor = "clock";

/** Asks again what is to be asked again by now. Two replicas that do it at once ask once. */
export async function askAgainDue(context: ServiceContext): Promise<{ asked: number }> {
  const now = toInstant(context.clock.now());
  const ids = await context.gateway.read((reader) => seriesDue(reader, now));
  let asked = 0;
  for (const id of ids) {
    try {
      asked += await context.gateway.write((tx) => askAgain(context, tx, id));
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      // Nobody is in the audience now, or it names what is gone: the series waits for its next turn.
      await context.gateway.write((tx) => passOver(context, tx, id, fault.code));
    }
  }
  return { asked };
}

interface Due {
  readonly checkIn: CheckIn;
  readonly series: Series;
  readonly recurrence: Recurrence;
}

/** The run as it is until the transaction ends; null when another replica, or a person, was faster. */
async function stillDue(context: ServiceContext, tx: Writer, id: string): Promise<Due | null> {
  const checkIn = await lockCheckIn(tx, id);
  if (checkIn === null) return null;
  const { series, recurrence } = checkIn;
  const now = toInstant(context.clock.now());
  if (series === null || series.nextRunAt === null || series.nextRunAt > now || recurrence === null)
    return null;
  return { checkIn, series, recurrence };
}

async function askAgain(context: ServiceContext, tx: Writer, id: string): Promise<number> {
  const due = await stillDue(context, tx, id);
  if (due === null) return 0;
  const now = context.clock.now();
  const next = dueRun(due.series, due.recurrence, now, councilCalendar(context).timeZone);
  if (next === null) {
    await passOver(context, tx, id, "check-in-closed");
    return 0;
  }
  const { run, opensAt, closesAt } = next;
  const { purpose, title, audience, reminders, createdBy } = due.checkIn;
  const draft = { purpose, title, audience, reminders, recurrence: due.recurrence, opensAt, closesAt };
  const again = checkInFor(draft, context.newId(), createdBy, now);
  await keepNext(tx, due, null);
  const checkIn = { ...again, series: { ...due.series, run, nextRunAt: null } };
  await launchNew(context, tx, clockActor, { checkIn, people: null, door: "clock" });
  return 1;
}

/** Nothing is asked this time, which the audit log says with the reason. */
async function passOver(context: ServiceContext, tx: Writer, id: string, reason: string): Promise<void> {
  const due = await stillDue(context, tx, id);
  if (due === null) return;
  const now = context.clock.now();
  const nextRunAt = nextRunAfter(due.series, due.recurrence, now, councilCalendar(context).timeZone);
  await keepNext(tx, due, nextRunAt);
  const changes = [{ field: "nextRunAt", from: due.series.nextRunAt, to: nextRunAt }];
  const subject = { subjectKind: "check-in", subjectId: id, action: "check-in.run-passed-over" };
  const head = { id: context.newId(), at: toInstant(now), actorId: clockActor, door: "clock" as const };
  await recordEvents(tx, [{ ...head, ...subject, changes, reason }]);
}

async function keepNext(tx: Writer, { checkIn, series }: Due, nextRunAt: string | null): Promise<void> {
  await updateCheckIn(tx, { ...checkIn, series: { ...series, nextRunAt }, version: checkIn.version + 1 });
}
