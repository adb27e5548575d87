import { useParams } from "react-router";
import { Section } from "../inventory/details/section";
import { useText } from "../language/use-text";
import { NotFoundPage } from "../shell/not-found-page";
import { ComparedTable } from "./compared-table";
import { FiguresPage, ReleasedPart } from "./figures-page";
import { asTree, figuresOf } from "./result-view";
import { useStatementWords } from "./survey-answer-form";
import { TrendSection } from "./trend-section";

/** One statement in all teams of the reader, beside the organisation, and how that went over the runs. */
export function ItemFiguresPage() {
  const text = useText();
  const words = useStatementWords();
  const { id = "", itemId = "" } = useParams();
  return (
    <ReleasedPart id={id}>
      {(survey, { nodes }) => {
        const item = survey.items.find((one) => one.id === itemId);
        const [whole, ...teams] = asTree(nodes);
        if (item === undefined || whole === undefined) return <NotFoundPage />;
        const ofWhole = figuresOf(whole, itemId);
        const rows = [whole, ...teams].map((node) => ({
          id: node.teamId,
          name: node.name,
          shown: figuresOf(node, itemId),
          whole: node === whole ? null : ofWhole,
        }));
        const title = text("confidence.results.ofItem", { item: words(item) });
        return (
          <FiguresPage title={title} survey={survey} rows={{ item: itemId }}>
            <Section level={2} title={text("surveyPage.compared", { whole: whole.name })}>
              <ComparedTable label={title} first={text("confidence.results.team")} rows={rows} />
            </Section>
            <TrendSection surveyId={id} item={item} team={whole} />
          </FiguresPage>
        );
      }}
    </ReleasedPart>
  );
}
