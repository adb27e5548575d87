import sql from "sql-template-tag";
import type { KnownConversation, Language } from "../../domain/conversation";
import type { Instant } from "../../domain/instant";
import { firstRow, type Reader, type Writer } from "../gateway";

interface ConversationRead {
  personId: string;
  reference: string;
  language: Language;
  muted: number;
  removedAt: string;
}

export async function findConversation(reader: Reader, personId: string): Promise<KnownConversation | null> {
  const row = await firstRow<ConversationRead>(
    reader,
    sql`SELECT v.person_id AS "personId", v.reference, v.language, v.muted, v.removed_at AS "removedAt"
      FROM conversation v WHERE v.person_id = ${personId}`,
  );
  if (!row) return null;
  return {
    personId: row.personId,
    reference: JSON.parse(row.reference) as unknown,
    language: row.language,
    muted: row.muted === 1,
    removed: row.removedAt !== "",
  };
}

/**
 * @param language null keeps what is known, English for somebody new
 * @returns true when the bot was not there before; of several at once only one hears it
 */
export async function upsertConversation(
  tx: Writer,
  personId: string,
  reference: unknown,
  language: Language | null,
  now: Instant,
): Promise<boolean> {
  const json = JSON.stringify(reference);
  const added = await tx.run(sql`
    INSERT INTO conversation (person_id, reference, language, muted, removed_at, updated_at)
    VALUES (${personId}, ${json}, ${language ?? "en"}, 0, '', ${now}) ON CONFLICT (person_id) DO NOTHING`);
  if (added === 1) return true;
  const returned = await tx.run(
    sql`UPDATE conversation SET removed_at = '' WHERE person_id = ${personId} AND removed_at <> ''`,
  );
  await tx.run(
    sql`UPDATE conversation SET reference = ${json}, updated_at = ${now} WHERE person_id = ${personId}`,
  );
  if (language !== null) {
    await tx.run(sql`UPDATE conversation SET language = ${language} WHERE person_id = ${personId}`);
  }
  return returned === 1;
}

export async function markRemoved(tx: Writer, personId: string, now: Instant): Promise<void> {
  await tx.run(
    sql`UPDATE conversation SET removed_at = ${now}, updated_at = ${now}
      WHERE person_id = ${personId} AND removed_at = ''`,
  );
}

/** The question that a person opened after `since`. */
export async function chosenQuestion(
  reader: Reader,
  personId: string,
  since: Instant,
): Promise<string | null> {
  const row = await firstRow<{ id: string }>(
    reader,
    sql`SELECT v.chosen_delivery_id AS id FROM conversation v
      WHERE v.person_id = ${personId} AND v.chosen_delivery_id <> '' AND v.chosen_at > ${since}`,
  );
  return row?.id ?? null;
}

/** @param deliveryId null for none */
export async function keepChosen(
  tx: Writer,
  personId: string,
  deliveryId: string | null,
  at: Instant,
): Promise<void> {
  await tx.run(sql`UPDATE conversation
    SET chosen_delivery_id = ${deliveryId ?? ""}, chosen_at = ${deliveryId === null ? "" : at}
    WHERE person_id = ${personId} AND (chosen_delivery_id <> '' OR ${deliveryId ?? ""} <> '')`);
}

export async function updateMuted(tx: Writer, personId: string, muted: boolean, now: Instant): Promise<void> {
  await tx.run(
    sql`UPDATE conversation SET muted = ${muted ? 1 : 0}, updated_at = ${now} WHERE person_id = ${personId}`,
  );
}
