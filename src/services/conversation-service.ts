import {
  findConversation,
  markRemoved,
  updateMuted,
  upsertConversation,
} from "../database/stores/conversation-store";
import { requeueBlocked } from "../database/stores/delivery-store";
import { findPersonById } from "../database/stores/person-store";
import { type Conversation, languageOf } from "../domain/conversation";
import { toInstant } from "../domain/instant";
import type { Person } from "../domain/person";
import type { ServiceContext } from "./service-context";

export type { Conversation } from "../domain/conversation";

/** @param personId Entra object id; somebody who has left is found as well, and is not `active` */
export function findPerson(context: ServiceContext, personId: string): Promise<Person | null> {
  return context.gateway.read((reader) => findPersonById(reader, personId));
}

/**
 * An install or a message: the person can be reached, so what could not be sent to them is queued again.
 * @param input.locale of the activity; null leaves the language as it is
 * @returns `firstTime` once for somebody new and once after each removal, however many events say so
 */
export async function rememberConversation(
  context: ServiceContext,
  input: { readonly personId: string; readonly reference: unknown; readonly locale: string | null },
): Promise<{ firstTime: boolean }> {
  const now = toInstant(context.clock.now());
  const language = input.locale === null ? null : languageOf(input.locale);
  return context.gateway.write(async (tx) => {
    const firstTime = await upsertConversation(tx, input.personId, input.reference, language, now);
    const known = await findConversation(tx, input.personId);
    if (known !== null && !known.muted) await requeueBlocked(tx, input.personId, now);
    return { firstTime };
  });
}

/** The bot was removed; nothing more can be sent until it is installed again. */
export function forgetConversation(context: ServiceContext, personId: string): Promise<void> {
  return context.gateway.write((tx) => markRemoved(tx, personId, toInstant(context.clock.now())));
}

/** "stop" and "start". Starting again brings the questions that were held back. */
export function setMuted(context: ServiceContext, personId: string, muted: boolean): Promise<void> {
  const now = toInstant(context.clock.now());
  return context.gateway.write(async (tx) => {
    await updateMuted(tx, personId, muted, now);
    if (!muted) await requeueBlocked(tx, personId, now);
  });
}

/** Null when the bot is not installed (any more) for this person. */
export async function conversationOf(
  context: ServiceContext,
  personId: string,
): Promise<Conversation | null> {
  const known = await context.gateway.read((reader) => findConversation(reader, personId));
  if (known === null || known.removed) return null;
  const { removed: _, ...conversation } = known;
  return conversation;
}
