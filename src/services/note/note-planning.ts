import { setImmediate as breathe } from "node:timers/promises";
import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { lastRound } from "../../database/stores/finding-round-store";
import { ownersOfOpenFindings } from "../../database/stores/finding-store";
import { expireNotes, lastDigestOf, queueNote } from "../../database/stores/note-store";
import { escalatedBlockers } from "../../database/stores/rollout/blocker-store";
import { findSendingHold } from "../../database/stores/sending-hold-store";
import { allManagers } from "../../database/stores/team-store";
import { digestNote, isDigestDue } from "../../domain/finding/finding-digest";
import { toInstant } from "../../domain/instant";
import { remindersOf } from "../../domain/licence/renewal-reminder";
import { type Note, type NoteKind, nightOf } from "../../domain/note";
import { blockerNotes } from "../../domain/rollout/blocker-digest";
import type { SendingHold } from "../../domain/sending-hold";
import { contactRules, plannedFor } from "../check-in/good-times";
import type { LicenceReference } from "../licence/licence-reference";
import { renewalLines } from "../licence/renewal-overview";
import type { ServiceContext } from "../service-context";
import { findingsDigest } from "./findings-digest";

export interface PlannedNotes {
  readonly renewals: number;
  readonly findings: number;
  readonly blockers: number;
}

/**
 * Decides who is told what tonight, and queues it for the next good time. Deciding again changes nothing, on this replica
 * or another: every note is written down with what it is about, and with its delivery, or not at all.
 */
export async function planNotes(context: ServiceContext, reference: LicenceReference): Promise<PlannedNotes> {
  const { gateway, clock } = context;
  await gateway.write((tx) => expireNotes(tx, toInstant(clock.now())));
  const byPerson = new Map<string, Note[]>();
  const notes = [
    ...(await dueReminders(context, reference)),
    ...(await escalations(context)),
    ...(await dueDigests(context, reference)),
  ];
  for (const note of notes) byPerson.set(note.personId, [...(byPerson.get(note.personId) ?? []), note]);
  const queued: Note[] = [];
  for (const theirs of byPerson.values()) queued.push(...(await queueTogether(context, theirs)));
  const of = (wanted: NoteKind) => queued.filter(({ kind }) => kind === wanted).length;
  const planned = { renewals: of("renewal"), findings: of("findings"), blockers: of("blockers") };
  if (queued.length > 0) await tell(context, planned);
  return planned;
}

/** While this stays the same nothing new is to be decided: another night, or another look at what there is to do. */
export async function planningMark({ gateway, clock }: ServiceContext): Promise<string> {
  return `${nightOf(clock.now())} ${(await gateway.read(lastRound)) ?? "never"}`;
}

async function dueReminders(context: ServiceContext, reference: LicenceReference): Promise<Note[]> {
  const now = toInstant(context.clock.now());
  const lines = await context.gateway.read((reader) => renewalLines(reader, reference, now.slice(0, 10)));
  return remindersOf(lines, now, context.newId);
}

async function escalations({ gateway, clock, newId }: ServiceContext): Promise<Note[]> {
  const now = clock.now();
  return blockerNotes(await gateway.read((reader) => escalatedBlockers(reader, null, now)), now, newId);
}

async function dueDigests(
  { gateway, clock, newId }: ServiceContext,
  reference: LicenceReference,
): Promise<Note[]> {
  const people = await gateway.read(async (reader) => [
    ...new Set([...(await allManagers(reader)), ...(await ownersOfOpenFindings(reader))]),
  ]);
  const due: Note[] = [];
  for (const personId of people) {
    const now = clock.now();
    const note = await gateway.read(async (reader) => {
      const last = await lastDigestOf(reader, personId);
      if (!isDigestDue(last, now)) return null;
      const digest = await findingsDigest(reader, reference, personId, now);
      return digest && digestNote(personId, last, newId(), now);
    });
    if (note !== null) due.push(note);
    await breathe();
  }
  return due;
}

/** What one person is told, in one transaction, so that it goes out in one message. @returns what was not decided before */
function queueTogether(context: ServiceContext, notes: readonly Note[]): Promise<Note[]> {
  return context.gateway.write(async (tx) => {
    const rules = await contactRules(
      context,
      tx,
      notes.map(({ personId }) => personId),
    );
    const hold = await findSendingHold(tx);
    const queued: Note[] = [];
    for (const note of notes) {
      const dueAt = plannedFor(rules)(note.personId, note.decidedAt);
      const waitsFor = dueAt > note.decidedAt ? "outside-hours" : null;
      const isNew =
        hold === null
          ? await queueNote(tx, note, dueAt, waitsFor)
          : await queueNote(tx, asBefore(hold, note), hold.since, null);
      if (isNew) queued.push(note);
    }
    return queued;
  });
}

/**
 * After a restore nobody remembers whether it was sent since the back-up: it counts as one of the messages that may have
 * gone out already, and whoever ends the hold decides about it too.
 */
function asBefore({ backupAt }: SendingHold, note: Note): Note {
  return { ...note, decidedAt: backupAt };
}

/** Who does what its time brings; no person has this id. */
const clockActor = "clock";

function tell(context: ServiceContext, planned: PlannedNotes): Promise<void> {
  const at = toInstant(context.clock.now());
  const changes = Object.entries(planned).map(([field, to]) => ({ field, from: null, to }));
  const what = { action: "notes.queued", subjectKind: "sending", subjectId: "notes", changes, reason: null };
  const event = { id: context.newId(), at, actorId: clockActor, door: "clock", ...what } as const;
  return context.gateway.write((tx: Writer) => recordEvents(tx, [event]));
}
