import type { ReleasedFigures } from "../src/domain/survey/release";
import { changesOver } from "../src/domain/survey/trend";
import type { BareDatabase } from "./bare-database";

type Released = Readonly<Record<string, ReleasedFigures>>;
const whole = "Everybody asked";
const mostRuns = 8;

/** The best queries we know for what was released of a survey: rows by their key, and no more than is told. */
export function bareSurveys(database: BareDatabase) {
  const itemsOf = (ids: readonly string[]) =>
    database.rows<{ surveyId: string; id: string; words: string }>(
      `SELECT survey_id AS "surveyId", id, text_en AS words FROM survey_item
        WHERE survey_id IN (${ids.map(() => "?").join(", ")}) ORDER BY survey_id, position`,
      [...ids],
    );
  return {
    async results(id: string): Promise<string | null> {
      const [survey] = await database.rows<{ state: string; minimumGroup: number }>(
        `SELECT state, minimum_group AS "minimumGroup" FROM survey WHERE id = ?`,
        [id],
      );
      if (survey === undefined) return null;
      const items = await itemsOf([id]);
      const groups = await database.rows<{
        teamId: string;
        name: string;
        parentId: string;
        invited: number;
        responded: number;
        figures: string;
      }>(
        `SELECT team_id AS "teamId", name, parent_id AS "parentId", invited, responded, figures FROM survey_group
          WHERE survey_id = ? ORDER BY name, team_id`,
        [id],
      );
      const comments = await database.rows<{ id: string; teamId: string; text: string; names: number }>(
        `SELECT id, team_id AS "teamId", text, names_somebody AS names FROM survey_comment
          WHERE survey_id = ? ORDER BY id`,
        [id],
      );
      const nodes = groups.map(({ teamId, name, parentId, invited, responded, figures }) => {
        const released = JSON.parse(figures) as Released;
        return {
          ...{ teamId, name: name || whole, parentId: parentId || null, invited, responded },
          items: items.map(({ id: itemId }) => one(itemId, released[itemId])),
        };
      });
      const told = comments.map(({ names, ...comment }) => ({ ...comment, namesSomebody: names === 1 }));
      return JSON.stringify({ surveyId: id, ...survey, nodes, comments: told });
    },

    async trend(id: string, team: string): Promise<string | null> {
      const runs = await database.rows<{ id: string; title: string; closedAt: string; figures: string }>(
        `SELECT s.id, s.title, s.closed_at AS "closedAt", g.figures
           FROM survey s JOIN survey_group g ON g.survey_id = s.id AND g.team_id = ?
          WHERE s.state = 'closed' AND s.closed_at <= (SELECT o.closed_at FROM survey o WHERE o.id = ?)
            AND s.id IN (SELECT i.survey_id FROM survey_item i
                          WHERE i.text_en IN (SELECT o.text_en FROM survey_item o WHERE o.survey_id = ?))
          ORDER BY s.closed_at DESC, s.id DESC LIMIT ${mostRuns}`,
        [team, id, id],
      );
      const items = await itemsOf(runs.map((run) => run.id));
      const oldestFirst = runs
        .reverse()
        .map((run) => ({ ...run, released: JSON.parse(run.figures) as Released }));
      const own = items.filter(({ surveyId }) => surveyId === id);
      const series = own.map(({ id: itemId, words }) => {
        const asked = oldestFirst.flatMap(({ id: surveyId, title, closedAt, released }) => {
          const same = items.find((item) => item.surveyId === surveyId && item.words === words);
          return same
            ? [{ surveyId, title, closedAt, itemId: same.id, figures: released[same.id] ?? null }]
            : [];
        });
        const changes = changesOver(asked.map(({ figures }) => figures));
        const points = asked.map(({ figures, itemId: of, ...point }, at) => {
          return { ...point, change: changes[at] ?? null, ...one(of, figures ?? undefined) };
        });
        return { itemId, points };
      });
      return JSON.stringify({ surveyId: id, teamId: team, items: series });
    },
  };
}

function one(itemId: string, figures: ReleasedFigures | undefined) {
  return figures === undefined ? { itemId, hidden: true } : { itemId, ...figures };
}
