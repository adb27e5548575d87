import { useParams } from "react-router";
import { Section } from "../inventory/details/section";
import { useText } from "../language/use-text";
import { NotFoundPage } from "../shell/not-found-page";
import { ComparedTable } from "./compared-table";
import { FiguresPage, ReleasedPart } from "./figures-page";
import { asTree, figuresOf } from "./result-view";
import { useStatementWords } from "./survey-answer-form";
import { TrendSection } from "./trend-section";

/** All statements of one team, beside the organisation, and how they went over the runs. */
export function TeamFiguresPage() {
  const text = useText();
  const words = useStatementWords();
  const { id = "", teamId = "" } = useParams();
  return (
    <ReleasedPart id={id}>
      {(survey, { nodes }) => {
        const team = nodes.find((node) => node.teamId === teamId);
        const whole = asTree(nodes)[0];
        if (team === undefined || whole === undefined) return <NotFoundPage />;
        const rows = survey.items.map((item) => ({
          id: item.id,
          name: words(item),
          shown: figuresOf(team, item.id),
          whole: figuresOf(whole, item.id),
        }));
        const title = text("confidence.results.ofTeam", { team: team.name });
        return (
          <FiguresPage title={title} survey={survey} rows={{ team: teamId }}>
            <Section level={2} title={text("surveyPage.compared", { whole: whole.name })}>
              <ComparedTable label={title} first={text("confidence.results.statement")} rows={rows} />
            </Section>
            {survey.items.map((item) => (
              <TrendSection key={item.id} surveyId={id} item={item} team={team} />
            ))}
          </FiguresPage>
        );
      }}
    </ReleasedPart>
  );
}
