import type { SurveyAnswer, SurveyItemAnswer } from "../../src/contracts/survey-contract";
import { trend } from "../../src/domain/survey/trend";
import { Section } from "../inventory/details/section";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { FiguresTable } from "./figures-table";
import { figuresOf, type PlacedNode } from "./result-view";
import { useStatementWords } from "./survey-answer-form";
import { useSameStatement } from "./use-surveys";

interface Props {
  readonly survey: SurveyAnswer;
  readonly item: SurveyItemAnswer;
  readonly nodes: readonly PlacedNode[];
}

/** How the topmost team of the reader answered the statement in one survey after the other. */
export function StatementTrend({ survey, item, nodes }: Props) {
  const text = useText();
  const words = useStatementWords();
  const query = useSameStatement(survey, item.text.en);
  const top = nodes[0];
  if (query.isPending) return <LoadingState rows={2} />;
  if (query.isError) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  if (top === undefined) return null;
  const rows = query.data.map(({ survey: one, itemId, results }) => {
    const node = results.nodes.find(({ teamId }) => teamId === top.teamId);
    return { id: one.id, name: one.title, shown: node === undefined ? null : figuresOf(node, itemId) };
  });
  const changes = new Map(
    rows.map(({ id, shown }, at) => {
      const before = rows.slice(0, at).findLast((row) => row.shown !== null)?.shown ?? null;
      if (shown === null) return [id, text("confidence.results.hidden")] as const;
      if (before === null) return [id, text("confidence.trend.first")] as const;
      return [id, text(`confidence.trend.${trend(before, shown)}`)] as const;
    }),
  );
  const title = text("confidence.trend.title", { item: `${words(item)} (${top.name})` });
  const change = {
    key: "change",
    heading: text("confidence.trend.change"),
    cell: ({ id }: { readonly id: string }) => changes.get(id) ?? "",
  };
  return (
    <Section level={2} title={title}>
      <FiguresTable label={title} first={text("confidence.trend.survey")} rows={rows} more={[change]} />
    </Section>
  );
}
