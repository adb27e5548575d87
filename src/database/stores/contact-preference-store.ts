import sql, { join } from "sql-template-tag";
import type { ContactPreference } from "../../domain/check-in/contact-preference";
import type { WeekHours } from "../../domain/check-in/good-time";
import type { MessageTopic } from "../../domain/check-in/message-topic";
import type { Instant } from "../../domain/instant";
import type { ContactPreferenceRow } from "../entities/contact-entities";
import type { Reader, Writer } from "../gateway";
import { inChunks } from "./chunks";

/** Those who decided something, by id. */
export async function preferencesOf(
  reader: Reader,
  personIds: readonly string[],
): Promise<Map<string, ContactPreference>> {
  const found = new Map<string, ContactPreference>();
  await inChunks([...new Set(personIds)], async (chunk) => {
    const rows = await reader.rows<Omit<ContactPreferenceRow, "updatedAt">>(sql`
      SELECT c.person_id AS "personId", c.slot, c.stopped FROM contact_preference c
       WHERE c.person_id IN (${join(chunk)})`);
    for (const { personId, slot, stopped } of rows) {
      found.set(personId, {
        slot: slot === "" ? null : (JSON.parse(slot) as WeekHours),
        stopped: stopped.split(",").filter((topic) => topic !== "") as MessageTopic[],
      });
    }
  });
  return found;
}

export async function savePreference(
  tx: Writer,
  personId: string,
  { slot, stopped }: ContactPreference,
  now: Instant,
): Promise<void> {
  const json = slot === null ? "" : JSON.stringify(slot);
  await tx.run(sql`
    INSERT INTO contact_preference (person_id, slot, stopped, updated_at)
    VALUES (${personId}, ${json}, ${stopped.join(",")}, ${now})
    ON CONFLICT (person_id) DO UPDATE SET slot = excluded.slot, stopped = excluded.stopped,
      updated_at = excluded.updated_at`);
}
