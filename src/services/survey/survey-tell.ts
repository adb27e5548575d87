import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { changesBetween, type Door, type FieldChange } from "../../domain/audit-event";
import { toInstant } from "../../domain/instant";
import type { Survey } from "../../domain/survey/survey";
import type { ServiceContext } from "../service-context";

/** Who or what changes a survey. */
export interface SurveyActor {
  readonly id: string;
  readonly door: Door;
}

const told = ["title", "state", "audience", "minimumGroup", "comments", "closesAt"] as const;

/**
 * Tells the audit log of a change. Answers are never told of, not even that there was one: who answered when, in an order that stays
 * for ever, would be half of what the close takes away.
 * @param more counts about the survey as a whole
 */
export function tellSurvey(
  context: ServiceContext,
  tx: Writer,
  actor: SurveyActor,
  what: string,
  before: Survey | null,
  after: Survey,
  more: readonly FieldChange[] = [],
): Promise<void> {
  const items = { before: before && wordsOf(before), after: wordsOf(after) };
  const changes = [
    ...changesBetween(before, after, told),
    ...changesBetween(items.before && { items: items.before }, { items: items.after }, ["items"]),
    ...more,
  ];
  return recordEvents(tx, [
    {
      id: context.newId(),
      at: toInstant(context.clock.now()),
      actorId: actor.id,
      door: actor.door,
      action: `survey.${what}`,
      subjectKind: "survey",
      subjectId: after.id,
      changes,
      reason: null,
    },
  ]);
}

function wordsOf({ items }: Survey): string[] {
  return items.map(({ text }) => text.en);
}
