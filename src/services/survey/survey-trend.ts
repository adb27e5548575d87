import type { Reader } from "../../database/gateway";
import { groupsOf, type ReleasedGroup, releasesOfGroup } from "../../database/stores/survey-release-store";
import { findSurvey, surveysLike } from "../../database/stores/survey-store";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import type { ReleasedFigures } from "../../domain/survey/release";
import type { Survey, SurveyItem } from "../../domain/survey/survey";
import { changesOver, type Trend } from "../../domain/survey/trend";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";

/** More runs than that are years. */
const mostRuns = 8;

export interface TrendPoint {
  readonly survey: Survey;
  readonly itemId: string;
  /** Null is hidden, for whatever reason. */
  readonly figures: ReleasedFigures | null;
  /** Since the last released figure before; null where there is none to compare with. */
  readonly change: Trend | null;
}

export interface SurveyTrend {
  readonly survey: Survey;
  readonly teamId: string;
  /** By item of the survey; its points are the closed surveys that asked the same words in this team, the oldest first. */
  readonly items: readonly { readonly itemId: string; readonly points: readonly TrendPoint[] }[];
}

/**
 * How a team, or the whole, stood in one survey after the other, from their releases alone. A run that did not ask there is left out;
 * before the close there is nothing to tell, whatever the team.
 * @throws Refusal not-found, also for a team that the survey shows the caller nothing of
 */
export function surveyTrend(
  context: ServiceContext,
  caller: Caller,
  id: string,
  team: string | null,
): Promise<SurveyTrend> {
  return context.gateway.read(async (reader) => {
    const teamId = team ?? (await rootOf(reader, id));
    const like = await surveysLike(reader, id, caller.scope, mostRuns);
    const survey = like.find((one) => one.id === id) ?? (await present(findSurvey(reader, id, caller.scope)));
    if (survey.state !== "closed") {
      return { survey, teamId, items: survey.items.map((item) => ({ itemId: item.id, points: [] })) };
    }
    const ids = like.map((one) => one.id);
    const groups = await releasesOfGroup(reader, ids, teamId, caller.scope);
    if (!groups.has(id)) throw new Refusal("not-found", "not-found");
    const asked = like.filter((one) => groups.has(one.id)).reverse();
    const items = survey.items.map((item) => ({ itemId: item.id, points: pointsOf(item, asked, groups) }));
    return { survey, teamId, items };
  });
}

function pointsOf(
  { text }: SurveyItem,
  asked: readonly Survey[],
  groups: ReadonlyMap<string, ReleasedGroup>,
): TrendPoint[] {
  const points = asked.flatMap((survey) => {
    const same = survey.items.find((item) => item.text.en === text.en);
    if (same === undefined) return [];
    return [{ survey, itemId: same.id, figures: groups.get(survey.id)?.figures[same.id] ?? null }];
  });
  const changes = changesOver(points.map(({ figures }) => figures));
  return points.map((point, at) => ({ ...point, change: changes[at] ?? null }));
}

async function rootOf(reader: Reader, surveyId: string): Promise<string> {
  const groups = await groupsOf(reader, surveyId);
  return groups.find(({ parentId }) => parentId === null)?.id ?? "";
}
