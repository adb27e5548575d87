import type { Reader } from "../../database/gateway";
import { findConversation } from "../../database/stores/conversation-store";
import { findDelivery, type StoredDelivery } from "../../database/stores/delivery-store";
import { noteQueue, notesByIds } from "../../database/stores/note-store";
import { escalatedBlockers } from "../../database/stores/rollout/blocker-store";
import { whyUnreachable } from "../../domain/conversation";
import { toInstant } from "../../domain/instant";
import { stillHolds } from "../../domain/licence/renewal-reminder";
import type { Note, NotedRenewal, NoteKind } from "../../domain/note";
import { blockerDigestOf } from "../../domain/rollout/blocker-digest";
import type { LicenceReference } from "../licence/licence-reference";
import { type RenewalLine, renewalLines } from "../licence/renewal-overview";
import type { Messenger, OutgoingNotes } from "../messenger";
import type { Claimed, Outgoing } from "../outgoing-messages";
import { wasRefusedSince } from "../sending-pause-service";
import type { ServiceContext } from "../service-context";
import { findingsDigest } from "./findings-digest";

/** Left out of the context no product has a name and none is free. */
const noReference: LicenceReference = { names: new Map(), namesAsOf: "", freePartNumbers: new Set() };

/** What is sent of claimed notes and how; null where nothing is, now or any more. */
export async function outgoingNotes(
  { licences = noReference }: ServiceContext,
  reader: Reader,
  messenger: Messenger,
  { delivery, more, leaseId, claimedAt }: Claimed,
  now: Date,
): Promise<{ readonly message: Outgoing | null; readonly over: readonly string[] }> {
  if (await wasRefusedSince(reader, claimedAt)) return { message: null, over: [] };
  const { message, telling, over } = await composeNotes(reader, licences, [delivery, ...more], leaseId, now);
  if (message === null) return { message, over };
  const shown = { asking: telling, ...feedLine(message), attempt: () => messenger.sendNotes(message) };
  return { message: shown, over };
}

/** By what it is called in every language: a product, an application, a rollout, a number of findings. */
function feedLine({ renewals, findings, blockers }: OutgoingNotes): Pick<Outgoing, "title" | "page"> {
  const [first] = renewals;
  if (first) return { title: first.name, page: first.source === "contract" ? "contracts" : "renewals" };
  const [blocked] = blockers?.rollouts ?? [];
  if (blocked) return { title: blocked.name, page: "rollouts" };
  return { title: String(findings?.total ?? 0), page: "findings" };
}

/** What is to be sent of some notes to one person, and what of them has nothing to tell any more. */
export interface ComposedNotes {
  readonly message: OutgoingNotes | null;
  readonly telling: readonly StoredDelivery[];
  /** The deliveries of notes that are no longer true. */
  readonly over: readonly string[];
}

/** Notes to one person in the words of now: decided yesterday, they tell the figures of today. */
export async function composeNotes(
  reader: Reader,
  reference: LicenceReference,
  claimed: readonly StoredDelivery[],
  leaseId: string,
  now: Date,
): Promise<ComposedNotes> {
  const held = await stillClaimed(reader, claimed, leaseId);
  const [first] = held;
  const known = first && (await findConversation(reader, first.personId));
  if (!first || !known || whyUnreachable(known) !== null) return { message: null, telling: [], over: [] };
  const notes = await notesByIds(
    reader,
    held.map(({ id }) => id),
  );
  const all = [...notes.values()];
  const renewals = await renewalsOf(reader, reference, all, now);
  const tells = (wanted: NoteKind) => all.some(({ kind }) => kind === wanted);
  const findings = tells("findings") ? await findingsDigest(reader, reference, first.personId, now) : null;
  const escalated = tells("blockers") ? await escalatedBlockers(reader, first.personId, now) : [];
  const blockers = blockerDigestOf(escalated);
  const isTrue = (note: Note | undefined) => {
    if (note?.kind === "findings") return findings !== null;
    if (note?.kind === "blockers") return blockers !== null;
    return note !== undefined && renewals.has(note.id);
  };
  const telling = held.filter(({ id }) => isTrue(notes.get(id)));
  const over = held.filter((delivery) => !telling.includes(delivery)).map(({ id }) => id);
  if (telling.length === 0) return { message: null, telling, over };
  const { removed: _, ...conversation } = known;
  const told = { deliveryId: first.id, personId: first.personId, conversation };
  return {
    message: { ...told, renewals: uniqueLines(renewals), findings, blockers, today: dayOf(now) },
    telling,
    over,
  };
}

function dayOf(now: Date): string {
  return toInstant(now).slice(0, 10);
}

async function stillClaimed(
  reader: Reader,
  claimed: readonly StoredDelivery[],
  leaseId: string,
): Promise<StoredDelivery[]> {
  const held: StoredDelivery[] = [];
  for (const { id } of claimed.filter(({ checkInId }) => checkInId === noteQueue)) {
    const delivery = await findDelivery(reader, id);
    if (delivery?.state === "sending" && delivery.lease === leaseId) held.push(delivery);
  }
  return held;
}

/** What the reminders among these notes tell, by note; those that no longer hold are left out. */
async function renewalsOf(
  reader: Reader,
  reference: LicenceReference,
  notes: readonly Note[],
  now: Date,
): Promise<Map<string, RenewalLine>> {
  const told = new Map<string, RenewalLine>();
  if (!notes.some(({ renewal }) => renewal !== null)) return told;
  const lines = await renewalLines(reader, reference, dayOf(now));
  for (const { id, personId, renewal } of notes) {
    const line = renewal && lines.find((each) => isSame(each, renewal));
    if (renewal && line && stillHolds(renewal, personId, line, dayOf(now))) told.set(id, line);
  }
  return told;
}

function isSame({ source, id }: RenewalLine, renewal: NotedRenewal): boolean {
  return source === renewal.source && id === renewal.id;
}

/** Two reminders of one renewal that go out together are one line. */
function uniqueLines(renewals: ReadonlyMap<string, RenewalLine>): RenewalLine[] {
  return [...new Set(renewals.values())];
}
