import sql, { join } from "sql-template-tag";
import type { ItemKind, Survey, SurveyItem } from "../../domain/survey/survey";
import { orEmpty, orNull } from "../entities/columns";
import { type SurveyItemRow, surveyItemEntity } from "../entities/survey-entities";
import type { Reader, Writer } from "../gateway";

/** By survey, in the order they are asked. */
export async function itemsOf(
  reader: Reader,
  surveyIds: readonly string[],
): Promise<Map<string, SurveyItem[]>> {
  const found = new Map<string, SurveyItem[]>();
  if (surveyIds.length === 0) return found;
  const rows = await reader.rows<SurveyItemRow>(sql`SELECT i.id, i.survey_id AS "surveyId", i.kind,
      i.text_en AS "textEn", i.text_cy AS "textCy", i.application_id AS "applicationId", i.theme
    FROM survey_item i WHERE i.survey_id IN (${join(surveyIds)}) ORDER BY i.survey_id, i.position`);
  for (const { id, surveyId, kind, textEn, textCy, applicationId, theme } of rows) {
    const item = {
      id,
      kind: kind as ItemKind,
      text: { en: textEn, cy: orNull(textCy) },
      applicationId: orNull(applicationId),
      theme: orNull(theme),
    };
    found.set(surveyId, [...(found.get(surveyId) ?? []), item]);
  }
  return found;
}

export async function replaceItems(tx: Writer, { id: surveyId, items }: Survey): Promise<void> {
  await tx.manager.delete(surveyItemEntity, { surveyId });
  const rows = items.map(({ id, kind, text, applicationId, theme }, position) => ({
    id,
    surveyId,
    position,
    kind,
    textEn: text.en,
    textCy: orEmpty(text.cy),
    applicationId: orEmpty(applicationId),
    theme: orEmpty(theme),
  }));
  if (rows.length > 0) await tx.manager.insert(surveyItemEntity, rows);
}

/** Whether the register has all of these applications. */
export async function areApplications(reader: Reader, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return true;
  const rows = await reader.rows(sql`SELECT a.id FROM application a WHERE a.id IN (${join(wanted)})`);
  return rows.length === wanted.length;
}
