import { setImmediate as breathe } from "node:timers/promises";
import sql, { bulk, raw } from "sql-template-tag";
import type { SurveyResponse } from "../../domain/survey/response";
import type { AnswerValue } from "../../domain/survey/scale";
import { orEmpty, orNull } from "../entities/columns";
import { surveyLinkEntity, surveyResponseEntity } from "../entities/survey-entities";
import { firstRow, type Reader, type Writer } from "../gateway";
import { inChunks } from "./chunks";

/** What a person has said so far; only that person is ever shown it. */
export async function findResponse(
  reader: Reader,
  surveyId: string,
  personId: string,
): Promise<(SurveyResponse & { readonly id: string }) | null> {
  const row = await firstRow<{ id: string; answers: string; comment: string }>(
    reader,
    sql`SELECT r.id, r.answers, r.comment FROM survey_link l JOIN survey_response r ON r.id = l.response_id
      WHERE l.survey_id = ${surveyId} AND l.person_id = ${personId}`,
  );
  return row && { id: row.id, answers: answersOf(row.answers), comment: orNull(row.comment) };
}

/** @param newId of a response that is there for the first time */
export async function putResponse(
  tx: Writer,
  place: { readonly surveyId: string; readonly personId: string; readonly teamId: string },
  response: SurveyResponse,
  newId: () => string,
): Promise<void> {
  const { surveyId, personId, teamId } = place;
  const content = { answers: JSON.stringify(response.answers), comment: orEmpty(response.comment) };
  const before = await findResponse(tx, surveyId, personId);
  if (before !== null) {
    await tx.manager.update(surveyResponseEntity, { id: before.id }, content);
    return;
  }
  const id = newId();
  await tx.manager.insert(surveyResponseEntity, { id, surveyId, teamId, ...content });
  await tx.manager.insert(surveyLinkEntity, { surveyId, personId, responseId: id });
}

/** @returns false when there was none */
export async function eraseResponse(tx: Writer, surveyId: string, personId: string): Promise<boolean> {
  const before = await findResponse(tx, surveyId, personId);
  if (before === null) return false;
  await tx.manager.delete(surveyResponseEntity, { id: before.id });
  await tx.manager.delete(surveyLinkEntity, { surveyId, personId });
  return true;
}

export interface GivenResponse extends SurveyResponse {
  readonly groupId: string;
}

const atOnce = 1_000;

/** All responses of a survey in the order of their random ids, piece by piece. */
export async function* responsesOf(reader: Reader, surveyId: string): AsyncGenerator<GivenResponse[]> {
  for (let after = ""; ; ) {
    const rows = await reader.rows<{ id: string; teamId: string; answers: string; comment: string }>(sql`
      SELECT r.id, r.team_id AS "teamId", r.answers, r.comment FROM survey_response r
       WHERE r.survey_id = ${surveyId} AND r.id > ${after} ORDER BY r.id LIMIT ${atOnce}`);
    yield rows.map(({ teamId, answers, comment }) => ({
      groupId: teamId,
      answers: answersOf(answers),
      comment: orNull(comment),
    }));
    const last = rows.at(-1);
    if (rows.length < atOnce || last === undefined) return;
    after = last.id;
    await breathe();
  }
}

const separated = [
  { table: "survey_link", columns: ["survey_id", "person_id", "response_id"] },
  { table: "survey_response", columns: ["id", "survey_id", "team_id", "answers", "comment"] },
  { table: "survey_member", columns: ["survey_id", "person_id", "team_id"] },
] as const;

/**
 * Takes from a survey everything that joins people and answers. Its rows do not only go: the tables are emptied as a whole, which
 * both engines do by giving up their pages and files, and those of other surveys that are still open are written anew in an
 * order of chance. So neither pages half used nor the order, numbers or times of rows keep anything (security-privacy 17).
 */
export async function separate(tx: Writer, surveyId: string): Promise<void> {
  if (tx.engine === "postgres") {
    const names = separated.map(({ table }) => table).join(", ");
    await tx.run(sql`LOCK TABLE ${raw(names)} IN ACCESS EXCLUSIVE MODE`);
  }
  for (const { table, columns } of separated) {
    const names = columns.join(", ");
    const others = await tx.rows<Record<string, string>>(
      sql`SELECT ${raw(names)} FROM ${raw(table)} WHERE survey_id <> ${surveyId} ORDER BY random()`,
    );
    await (tx.engine === "postgres" ? tx.run(sql`TRUNCATE ${raw(table)}`) : emptied(tx, table));
    await breathe();
    await inChunks(others, async (chunk) => {
      const rows = chunk.map((row) => columns.map((column) => row[column] ?? ""));
      await tx.run(sql`INSERT INTO ${raw(table)} (${raw(names)}) VALUES ${bulk(rows)}`);
    });
  }
}

/** First piece by piece, because overwriting takes its time, and then as a whole. */
async function emptied(tx: Writer, table: string): Promise<void> {
  const some = sql`SELECT rowid FROM ${raw(table)} LIMIT ${atOnce}`;
  for (let gone = atOnce; gone === atOnce; await breathe()) {
    gone = await tx.run(sql`DELETE FROM ${raw(table)} WHERE rowid IN (${some})`);
  }
  await tx.run(sql`DELETE FROM ${raw(table)}`);
}

function answersOf(json: string): Record<string, AnswerValue> {
  return JSON.parse(json) as Record<string, AnswerValue>;
}
