import { figures as cellContract, getSurveyResults } from "../contracts/survey-contract";
import { getSurveyTrend } from "../contracts/survey-programme-contract";
import type { ReleasedFigures } from "../domain/survey/release";
import type { Survey } from "../domain/survey/survey";
import type { SurveyResults } from "../services/survey/survey-overview";
import type { SurveyTrend, TrendPoint } from "../services/survey/survey-trend";
import { type Encoded, holdTo } from "./encoder";

/*
 * Releases as JSON text. A compiled serializer looks at each count to see whether it is a number or a range, which takes longer than
 * all the rest of an answer with thousands of them; here the fields that leave are named one by one, and held to the contract at the
 * start.
 */
const counted = ["n", "favourable", "neutral", "unfavourable", "favourablePercent", "interval"];
const cellFields = ["itemId", "hidden", ...counted];
const { shape } = getSurveyResults.response;
holdTo(cellContract, cellFields);
holdTo(shape.nodes.element, ["teamId", "name", "parentId", "invited", "responded", "items"]);
holdTo(shape.comments.element, ["id", "teamId", "text", "namesSomebody"]);
holdTo(getSurveyResults.response, ["surveyId", "state", "minimumGroup", "nodes", "comments"]);
holdTo(getSurveyTrend.response, ["surveyId", "teamId", "items"]);
holdTo(getSurveyTrend.response.shape.items.element, ["itemId", "points"]);
holdTo(getSurveyTrend.response.shape.items.element.shape.points.element, [
  ...cellFields,
  ...["surveyId", "title", "closedAt", "change"],
]);

/** @param whole what everybody asked is called, where the directory names no team above all */
export function encodeResults({ survey, groups, comments }: SurveyResults, whole: string): Encoded {
  const nodes = groups.map((group) => {
    const { id: teamId, name, parentId, invited, responded } = group;
    const head = JSON.stringify({ teamId, name: name || whole, parentId, invited, responded });
    return `${head.slice(0, -1)},"items":${itemsOf(survey, group)}}`;
  });
  const said = comments.map(({ id, groupId: teamId, text, namesSomebody }) => {
    return { id, teamId, text, namesSomebody };
  });
  const { id: surveyId, state, minimumGroup } = survey;
  const head = JSON.stringify({ surveyId, state, minimumGroup });
  return { json: `${head.slice(0, -1)},"nodes":[${nodes.join()}],"comments":${JSON.stringify(said)}}` };
}

type Group = SurveyResults["groups"][number];

/** Of groups that are kept, so that their figures are written once and not for every reader. */
const written = new WeakMap<Group, string>();

function itemsOf({ items }: Survey, group: Group): string {
  const known = written.get(group);
  if (known !== undefined) return known;
  const text = JSON.stringify(items.map(({ id }) => cellOf(id, group.figures[id])));
  written.set(group, text);
  return text;
}

export function encodeTrend({ survey, teamId, items }: SurveyTrend): Encoded {
  const series = items.map(({ itemId, points }) => ({ itemId, points: points.map(pointOf) }));
  return { json: JSON.stringify({ surveyId: survey.id, teamId, items: series }) };
}

function pointOf({ survey: { id: surveyId, title, closedAt }, itemId, figures, change }: TrendPoint) {
  return { ...cellOf(itemId, figures ?? undefined), surveyId, title, closedAt, change };
}

/** Nothing but that it is hidden, where it is. */
function cellOf(itemId: string, figures: ReleasedFigures | undefined) {
  if (figures === undefined) return { itemId, hidden: true };
  const { n, favourable, neutral, unfavourable, favourablePercent, interval } = figures;
  return { itemId, n, favourable, neutral, unfavourable, favourablePercent, interval };
}
