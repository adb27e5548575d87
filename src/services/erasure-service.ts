import type { Writer } from "../database/gateway";
import { redactEvents } from "../database/stores/audit-redaction-store";
import { recordEvents } from "../database/stores/audit-store";
import { updateDevice } from "../database/stores/device-store";
import {
  contentsWithout,
  devicesHeldBy,
  lockPerson,
  rememberErased,
  removeTraces,
  wasErased,
} from "../database/stores/erasure-store";
import { type NamingText, textsNaming } from "../database/stores/naming-text-store";
import type { AuditEvent } from "../domain/audit-event";
import { type Device, takeBack } from "../domain/device";
import { erasedText, isNamedIn, isPseudonym, pseudonymOf } from "../domain/erasure";
import { toInstant } from "../domain/instant";
import type { Caller } from "../domain/permission";
import type { Person } from "../domain/person";
import { Refusal } from "../domain/refusal";
import type { ServiceContext } from "./service-context";

export interface Erasure {
  /** Nothing was left to erase: it had been done before. */
  readonly alreadyErased: boolean;
  readonly devicesTakenBack: number;
  /** Events of the audit log that something was taken out of. */
  readonly auditEvents: number;
  /** Texts that still name the person; only a human can say what else they are for. */
  readonly toReview: readonly NamingText[];
}

const nothingLeft: Erasure = { alreadyErased: true, devicesTakenBack: 0, auditEvents: 0, toReview: [] };

/**
 * Erases a person at their request. Doing it again changes nothing.
 * @param input.confirmed kit that the person still holds goes back to its team
 * @throws Refusal not-found; conflict `person-holds-kit`, `person-erases-self`
 */
export async function erasePerson(
  context: ServiceContext,
  caller: Caller,
  input: { readonly personId: string; readonly reason: string | null; readonly confirmed: boolean },
): Promise<Erasure> {
  const { personId, reason, confirmed } = input;
  if (personId === caller.person.id) throw new Refusal("conflict", "person-erases-self");
  const erased = await context.gateway.write(async (tx) => {
    const person = await lockPerson(tx, personId);
    if (person === null) {
      if (isPseudonym(personId) || !(await wasErased(tx, personId)))
        throw new Refusal("not-found", "not-found");
      return nothingLeft;
    }
    const held = await devicesHeldBy(tx, personId);
    if (held.length > 0 && !confirmed) {
      throw new Refusal("conflict", "person-holds-kit", { name: person.name, devices: held.length });
    }
    const told = reason !== null && isNamedIn(reason, person) ? erasedText : reason;
    const head = { actorId: caller.person.id, door: "tab", action: "person.erased", reason: told } as const;
    return takeOut(context, tx, person, held, head);
  });
  if (!erased.alreadyErased) await forgetInFiles(context);
  return erased;
}

/**
 * Out of the files too. Where somebody reads at this moment, a back-up above all, the log of changes keeps it until its
 * own turn: the erasure is done all the same.
 */
export async function forgetInFiles(context: ServiceContext): Promise<void> {
  await context.gateway.forgetDeleted().catch(() => {});
}

type EventHead = Pick<AuditEvent, "actorId" | "door" | "action" | "reason">;

/** Takes a person out of everything, inside a transaction that has the person locked. */
export async function takeOut(
  context: ServiceContext,
  tx: Writer,
  person: Person,
  held: readonly Device[],
  head: EventHead,
): Promise<Erasure> {
  const pseudonym = pseudonymOf(context.newId());
  const at = toInstant(context.clock.now());
  const contents = await contentsWithout(tx, person, pseudonym);
  for (const device of held) {
    await updateDevice(tx, device, takeBack(device), new Map());
    const changes = [{ field: "assigneeId", from: pseudonym, to: null }];
    const returned = { ...head, action: "device.returned", reason: null };
    const subject = { subjectKind: "device", subjectId: device.id };
    await recordEvents(tx, [{ id: context.newId(), at, ...returned, ...subject, changes }]);
  }
  await removeTraces(tx, person.id, pseudonym);
  await rememberErased(tx, person.id);
  const toReview = await textsNaming(tx, person);
  const places = toReview.map(({ record, id, field }) => `${record} ${id} ${field}`);
  const counts = [
    { field: "auditEvents", from: null, to: contents.length },
    ...(places.length > 0 ? [{ field: "toReview", from: null, to: places }] : []),
  ];
  const subject = { subjectKind: "person", subjectId: pseudonym };
  await redactEvents(tx, { id: context.newId(), at, ...head, ...subject, changes: counts }, contents);
  return {
    alreadyErased: false,
    devicesTakenBack: held.length,
    auditEvents: contents.length,
    toReview,
  };
}
