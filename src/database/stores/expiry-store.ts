import sql, { join } from "sql-template-tag";
import type { RetentionKind } from "../../domain/retention";
import type { Writer } from "../gateway";
import { contentsOf, type StoredContent } from "./audit-redaction-store";
import { expiredActor } from "./retention-store";
import { forgetRolloutPerson } from "./rollout/rollout-expiry-store";

/** Kinds whose rows simply go; leavers and the audit log have ways of their own. */
export type PlainKind = Exclude<RetentionKind, "leavers" | "audit-contents">;

/**
 * Lets go of rows that are past their time.
 * @param pseudonymOf a new one for each key: who was asked or took part is no longer told, how many it was still is
 */
export async function letGo(
  tx: Writer,
  kind: PlainKind,
  keys: readonly string[],
  pseudonymOf: () => string,
): Promise<void> {
  if (keys.length === 0) return;
  const list = join(keys);
  switch (kind) {
    case "check-in-answers":
      await tx.run(sql`DELETE FROM kit_response WHERE delivery_id IN (${list})`);
      await tx.run(sql`DELETE FROM licence_review_item WHERE id IN (${list})`);
      await tx.run(sql`DELETE FROM rollout_answer WHERE delivery_id IN (${list})`);
      for (const id of keys) {
        await tx.run(
          sql`UPDATE delivery SET person_id = ${pseudonymOf()}, activity_id = '' WHERE id = ${id}`,
        );
      }
      return;
    case "device-problems":
      await tx.run(sql`DELETE FROM device_problem WHERE id IN (${list})`);
      return;
    case "conversations":
      await tx.run(sql`DELETE FROM conversation WHERE person_id IN (${list})`);
      return;
    case "import-runs":
      await tx.run(sql`DELETE FROM import_change WHERE import_id IN (${list})`);
      await tx.run(sql`DELETE FROM import_run WHERE id IN (${list})`);
      return;
    case "survey-comments":
      await tx.run(sql`DELETE FROM survey_comment WHERE id IN (${list})`);
      return;
    case "rollouts":
      for (const key of keys) await forgetRolloutPerson(tx, key, pseudonymOf());
      return;
    case "findings":
      await tx.run(sql`DELETE FROM finding WHERE id IN (${list})`);
      return;
    case "vendor-changes":
      await tx.run(sql`DELETE FROM vendor_change WHERE id IN (${list})`);
      return;
    case "notes":
      await tx.run(sql`DELETE FROM delivery WHERE id IN (${list})`);
      await tx.run(sql`DELETE FROM note WHERE id IN (${list})`);
      return;
  }
}

/** What is left of audit events whose time is over: that something of this kind happened to this thing, and when. */
export async function expiredContents(tx: Writer, seqs: readonly number[]): Promise<StoredContent[]> {
  const contents = await contentsOf(tx, seqs);
  return contents.map((content) => ({
    ...content,
    actorId: expiredActor,
    subjectId: content.subjectKind === "person" ? expiredActor : content.subjectId,
    changes: "[]",
    reason: "",
  }));
}
