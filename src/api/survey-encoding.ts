import { figures as cellContract, getSurveyResults } from "../contracts/survey-contract";
import { getSurveyTrend } from "../contracts/survey-programme-contract";
import type { PublishedCount } from "../domain/survey/counts";
import type { ReleasedFigures } from "../domain/survey/release";
import type { SurveyResults } from "../services/survey/survey-overview";
import type { SurveyTrend, TrendPoint } from "../services/survey/survey-trend";
import { type Encoded, holdTo } from "./encoder";

/*
 * Releases as JSON text. A compiled serializer looks at each count to see whether it is a number or a range, which takes longer than
 * all the rest of an answer with thousands of them; here the fields are written one by one, and held to the contract at the start.
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

const text = (value: string | null) => JSON.stringify(value);

/** @param whole what everybody asked is called, where the directory names no team above all */
export function encodeResults({ survey, groups, comments }: SurveyResults, whole: string): Encoded {
  const ids = survey.items.map(({ id }) => [id, text(id)] as const);
  const nodes = groups.map(({ id, name, parentId, invited, responded, figures }) => {
    const cells = ids.map(([itemId, itemText]) => `{${cell(itemText, figures[itemId])}}`);
    const head = `"teamId":${text(id)},"name":${text(name || whole)},"parentId":${text(parentId)}`;
    return `{${head},"invited":${invited},"responded":${responded},"items":[${cells.join()}]}`;
  });
  const said = comments.map(
    ({ id, groupId, text: words, namesSomebody }) =>
      `{"id":${text(id)},"teamId":${text(groupId)},"text":${text(words)},"namesSomebody":${namesSomebody}}`,
  );
  const head = `"surveyId":${text(survey.id)},"state":${text(survey.state)},"minimumGroup":${survey.minimumGroup}`;
  return { text: `{${head},"nodes":[${nodes.join()}],"comments":[${said.join()}]}` };
}

export function encodeTrend({ survey, teamId, items }: SurveyTrend): Encoded {
  const series = items.map(
    ({ itemId, points }) => `{"itemId":${text(itemId)},"points":[${points.map(point).join()}]}`,
  );
  return {
    text: `{"surveyId":${text(survey.id)},"teamId":${text(teamId)},"items":[${series.join()}]}`,
  };
}

function point({ survey: { id, title, closedAt }, itemId, figures, change }: TrendPoint): string {
  const of = `"surveyId":${text(id)},"title":${text(title)},"closedAt":${text(closedAt)}`;
  return `{${cell(text(itemId), figures ?? undefined)},${of},"change":${text(change)}}`;
}

/** Nothing but that it is hidden, where it is. */
function cell(itemText: string, figures: ReleasedFigures | undefined): string {
  if (figures === undefined) return `"itemId":${itemText},"hidden":true`;
  const { n, favourable, neutral, unfavourable, favourablePercent, interval } = figures;
  const counts = `"favourable":${count(favourable)},"neutral":${count(neutral)},"unfavourable":${count(unfavourable)}`;
  return `"itemId":${itemText},"n":${n},${counts},"favourablePercent":${favourablePercent},"interval":[${interval[0]},${interval[1]}]`;
}

function count(of: PublishedCount): string {
  return typeof of === "number" ? String(of) : `{"min":${of.min},"max":${of.max}}`;
}
